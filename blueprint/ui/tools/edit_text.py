"""What typing in place means: the text of a step, flow, lane or phase, or a step that is new."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Final

from blueprint.i18n import message, translate
from blueprint.layout.geometry import Cell
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column, rename_phase
from blueprint.model.edits.flows import add_connected_step, connect, set_flow
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import add_step, rename, set_fields
from blueprint.model.entities import Flow, Lane, Phase, Step
from blueprint.model.notation import ANNOTATIONS, FlowKind, LaneRole, StepKind
from blueprint.model.terms import FLOW_KIND_TITLES, ROLE_TITLES
from blueprint.ui.tools.badges import badge_fields
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.state import Draft

_UNSAVABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that cannot be seen and that no file can hold; they come with pasted text."""


_OWNER: Final = re.compile(
    r"(?:(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef]))[@＠]([^\s@＠][^@＠\n]*)$"
)
"""“@owner” at the end of a text."""


def clean(text: str) -> str:
    """A typed or pasted text without what no file can hold."""
    return _UNSAVABLE.sub("", text).strip()


def text_of(document: Document, id: str) -> str | None:
    """The text that editing `id` begins with; None if it has none to edit."""
    match document.entities.get(id):
        case Step(label=text) | Flow(label=text) | Phase(title=text):
            return text
        case Lane(title=text, role=role):
            return text or translate(ROLE_TITLES[role], document.properties.language)
        case _:
            return None


def retitled(document: Document, id: str, text: str) -> Change:
    """The change that gives `id` another text."""
    match document.entities.get(id):
        case Step() as step:
            label, owner = owned(text) if _has_owner(document, step.lane, step.kind) else (text, "")
            if not owner:
                return rename(document, id, label)
            return set_fields(document, [id], message("Rename step"), label=label, owner=owner)
        case Flow():
            return set_flow(document, id, label=text)
        case Phase():
            return rename_phase(document, id, text)
        case Lane(role=role):
            own = text == translate(ROLE_TITLES[role], document.properties.language)
            return set_lane(document, id, title="" if own else text)
        case _:
            return Change(message("Edit text"))


def owned(text: str) -> tuple[str, str]:
    """A step's text without “@owner” at its end, and that owner; "" for none.

    The sign begins a word, so that an address of mail stays what it is; after Chinese signs it
    needs no space.
    """
    found = _OWNER.search(text)
    if found is None or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()].strip(), found[1].strip()


def _has_owner(document: Document, lane: str, kind: StepKind | None) -> bool:
    """Whether what is typed there is something that somebody does or keeps."""
    return document.lane(lane).role not in ANNOTATIONS and kind is not StepKind.NOTE


def marked(document: Document, draft: Draft, mark: str) -> Draft:
    """A step that is being typed with a badge more or less, or with another kind of connector."""
    if mark != "exchange":
        return replace(draft, badges=draft.badges ^ {mark})
    if not draft.source:
        return draft
    leaves, role = document.step(draft.source), document.lane(draft.lane).role
    meet = (document.lane(leaves.lane).role is LaneRole.CUSTOMER) != (role is LaneRole.CUSTOMER)
    same_column = draft.column == place_of(document, leaves.column)
    suits = FlowKind.EXCHANGE if meet and same_column else FlowKind.SEQUENCE
    exchanged = (draft.flow or suits) is FlowKind.EXCHANGE
    return replace(draft, flow=FlowKind.SEQUENCE if exchanged else FlowKind.EXCHANGE)


MARK_TITLES: Final = {
    "fail": message("Fail point"),
    "wait": message("Wait point"),
    "star": message("Moment of truth"),
    "exchange": FLOW_KIND_TITLES[FlowKind.EXCHANGE],
}


def drafted(document: Document, draft: Draft, text: str) -> Added:
    """The change that makes a typed step real, with its column and connector if they are new."""
    label = message("Add connected step") if draft.source else message("Add step")
    edits: list[Edit] = []
    if draft.column >= len(document.columns):
        edits.append(lambda found: insert_column(found, len(found.columns)))
    edits.append(lambda found: _step(found, draft, text))
    if draft.source and draft.flow is not None:
        return _with_flow(document, draft, edits)
    return together(document, label, *edits)


def _step(document: Document, draft: Draft, text: str) -> Added:
    columns = document.columns
    cell = Cell(draft.lane, columns[min(draft.column, len(columns) - 1)].id)
    label, owner = owned(text) if _has_owner(document, draft.lane, draft.kind) else (text, "")
    connected = draft.source and draft.flow is None
    add = partial(add_connected_step, source=draft.source) if connected else add_step
    made = add(
        document, lane=cell.lane, column=cell.column, label=label, kind=draft.kind,
        index=draft.index,
    )  # fmt: skip
    step = made.change.entries[made.id][1]
    assert isinstance(step, Step)
    whole = step.replaced(owner=owner, span=draft.span, **badge_fields(draft.badges))
    return Added(
        Change(made.change.label, {**made.change.entries, made.id: (None, whole)}), made.id
    )


def _with_flow(document: Document, draft: Draft, edits: list[Edit]) -> Added:
    label = message("Add connected step")
    made = together(document, label, *edits)
    copy = document.snapshot()
    copy.apply(made.change)
    flow = connect(copy, draft.source, made.id, draft.flow)
    return Added(made.change.then(flow.change), made.id)
