"""What typing in place means: the text of a step, flow, lane or phase, or a step that is new."""

from __future__ import annotations

import re
from typing import Final

from blueprint.i18n import message, translate
from blueprint.layout.geometry import Cell
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column, rename_phase
from blueprint.model.edits.flows import add_connected_step, connect, set_flow
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import add_step, rename
from blueprint.model.entities import Flow, Lane, Phase, Step
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.state import Draft

_UNSAVABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that cannot be seen and that no file can hold; they come with pasted text."""


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
        case Step():
            return rename(document, id, text)
        case Flow():
            return set_flow(document, id, label=text)
        case Phase():
            return rename_phase(document, id, text)
        case Lane(role=role):
            own = text == translate(ROLE_TITLES[role], document.properties.language)
            return set_lane(document, id, title="" if own else text)
        case _:
            return Change(message("Edit text"))


def drafted(document: Document, draft: Draft, text: str) -> Added:
    """The change that makes a typed step real, with its column and connector if they are new."""
    label = message("Add connected step") if draft.source else message("Add step")
    edits: list[Edit] = []
    if draft.column >= len(document.columns):
        edits.append(lambda found: insert_column(found, len(found.columns)))
    edits.append(lambda found: _step(found, draft, text))
    if draft.source and draft.flow is not None:
        return _with_flow(document, draft, edits)
    made = together(document, label, *edits)
    return Added(made.change, made.id)


def _step(document: Document, draft: Draft, text: str) -> Added:
    columns = document.columns
    cell = Cell(draft.lane, columns[min(draft.column, len(columns) - 1)].id)
    if draft.source and draft.flow is None:
        return add_connected_step(
            document, draft.source, *cell, label=text, kind=draft.kind, index=draft.index
        )
    return add_step(
        document, *cell, label=text, kind=draft.kind, index=draft.index, span=draft.span
    )


def _with_flow(document: Document, draft: Draft, edits: list[Edit]) -> Added:
    label = message("Add connected step")
    made = together(document, label, *edits)
    copy = document.snapshot()
    copy.apply(made.change)
    flow = connect(copy, draft.source, made.id, draft.flow)
    return Added(made.change.then(flow.change), made.id)
