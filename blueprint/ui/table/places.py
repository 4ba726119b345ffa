"""The fields of the step table that say where a step stands: lane, column and phase."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import current_language, message, translate
from blueprint.model.change import Change, adding
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.places import keys_at
from blueprint.model.edits.steps import move_steps, require_place, set_fields
from blueprint.model.entities import Column, Lane
from blueprint.model.ids import fresh_ids
from blueprint.model.notation import StepKind, StickyColour
from blueprint.model.terms import ROLE_TITLES, STICKY_COLOUR_TITLES
from blueprint.model.units import UnitError
from blueprint.storage.table.columns import MOST_COLUMNS, read_colour, read_kind, read_whole
from blueprint.storage.table.roles import role_named
from blueprint.ui.fields.field import Choice, Field, Form, Ids
from blueprint.ui.fields.grid import COLUMN_GROUPS
from blueprint.ui.fields.making import together as merged
from blueprint.ui.fields.step import KIND as INSPECTED_KIND
from blueprint.ui.table.reading import lane_name
from blueprint.ui.tools.compound import together


def find_lane(document: Document, name: str) -> Lane:
    """The lane of that title, or the first of that role. Raises UnitError."""
    plain = " ".join(name.split()).lower()
    for lane in document.lanes:
        if plain in (lane.title.lower(), lane_name(lane).lower()):
            return lane
    role = role_named(name)
    for lane in document.lanes:
        titles = (
            translate(ROLE_TITLES[lane.role], "en"),
            translate(ROLE_TITLES[lane.role], "zh_CN"),
        )
        if lane.role is role or plain in (title.lower() for title in titles):
            return lane
    lanes = ", ".join(lane_name(lane) for lane in document.lanes)
    raise UnitError(
        message("This blueprint has no lane “{name}”. It has: {lanes}.", name=name, lanes=lanes)
    )


def with_columns(document: Document, count: int) -> Change:
    """The change that adds columns at the end until there are `count`."""
    missing = count - len(document.columns)
    if missing <= 0:
        return Change(message("Insert column"))
    make = fresh_ids(document.entities)
    keys = keys_at(document.columns, len(document.columns), missing)
    phase = document.columns[-1].phase if document.columns else None
    label = message("Insert column", "Insert {count} columns", count=missing)
    return adding(label, [Column(id=make("column"), order=key, phase=phase) for key in keys])


def _write_lane(document: Document, ids: Ids, text: str) -> Change:
    lane = find_lane(document, text)
    movers = [id for id in ids if document.step(id).lane != lane.id]
    return merged(move_steps(document, (id,), lane.id, document.step(id).column) for id in movers)


def _write_column(document: Document, ids: Ids, text: str) -> Change:
    number = read_whole(text, 1, MOST_COLUMNS)
    if number > len(document.columns):
        return together(
            document,
            message("Move step"),
            lambda found: with_columns(found, number),
            lambda found: _to_column(found, ids, number),
        ).change
    return _to_column(document, ids, number)


def _to_column(document: Document, ids: Ids, number: int) -> Change:
    column = document.columns[number - 1].id
    movers = [id for id in ids if document.step(id).column != column]
    return merged(move_steps(document, (id,), document.step(id).lane, column) for id in movers)


def _write_phase(document: Document, ids: Ids, text: str) -> Change:
    columns = tuple(dict.fromkeys(document.step(id).column for id in ids))
    return _PHASE_OF_COLUMN.write(document, columns, text)


def _read_phase(document: Document, id: str) -> str:
    return _PHASE_OF_COLUMN.read(document, document.step(id).column)


def _write_kind(document: Document, ids: Ids, text: str) -> Change:
    kind = read_kind(text)
    for id in ids:
        if kind is StepKind.NOTE and (document.outgoing(id) or document.incoming(id)):
            raise ChangeRefused(
                message("A sticky note belongs to its cell. It needs no connector.")
            )
        require_place(document, kind, document.step(id).lane)
    return INSPECTED_KIND.write(document, ids, kind.value)


def _keep_id(document: Document, ids: Ids, text: str) -> Change:
    raise ChangeRefused(message("The program gives ids. Change the label instead."))


def _kinds(document: Document) -> tuple[Choice, ...]:
    shown = INSPECTED_KIND.choices(document)
    return tuple(
        Choice(translate(text, current_language()), translate(text, current_language()))
        for _, text, _ in shown
    )


def _read_kind(document: Document, id: str) -> str:
    from blueprint.model.terms import STEP_KIND_TITLES

    return translate(STEP_KIND_TITLES[document.step(id).kind], current_language())


def _lanes(document: Document) -> tuple[Choice, ...]:
    return tuple(Choice(lane_name(lane), lane_name(lane)) for lane in document.lanes)


_PHASE_OF_COLUMN: Final = COLUMN_GROUPS[0].fields[0]

ID: Final = Field("id", message("Id"), lambda document, id: id, _keep_id)
LANE: Final = Field(
    "lane",
    message("Lane"),
    lambda document, id: lane_name(document.lane(document.step(id).lane)),
    _write_lane,
    form=Form.CHOICE,
    choices=_lanes,
)
PHASE: Final = Field(
    "phase",
    message("Phase"),
    _read_phase,
    _write_phase,
    form=Form.SUGGEST,
    choices=_PHASE_OF_COLUMN.choices,
)
COLUMN: Final = Field(
    "column",
    message("Column"),
    lambda document, id: str(document.column_place(document.step(id).column) + 1),
    _write_column,
)
KIND: Final = Field(
    "kind", message("Kind"), _read_kind, _write_kind, form=Form.CHOICE, choices=_kinds
)


def _paper_word(colour: StickyColour) -> str:
    return translate(STICKY_COLOUR_TITLES[colour], current_language())


def _read_paper(document: Document, id: str) -> str:
    step = document.step(id)
    return _paper_word(step.sticky_colour) if step.kind is StepKind.NOTE else ""


def _write_paper(document: Document, ids: Ids, text: str) -> Change:
    """The paper of the sticky notes among the steps; the usual one where nothing is written."""
    colour = read_colour(text) if text.strip() else StickyColour.YELLOW
    notes = [id for id in ids if document.step(id).kind is StepKind.NOTE]
    return set_fields(document, notes, sticky_colour=colour)


NOTE_COLOUR: Final = Field(
    "sticky_colour",
    message("Note colour"),
    _read_paper,
    _write_paper,
    form=Form.CHOICE,
    choices=lambda _: tuple(Choice(_paper_word(c), _paper_word(c)) for c in StickyColour),
)
