"""Steps made of a copied table: with a header it is a step table, else cells stand by place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from blueprint.i18n import message
from blueprint.layout.geometry import Cell
from blueprint.model.change import Change, adding
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import connect
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Lane
from blueprint.storage.table.guard import unguarded
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.rows import column_name
from blueprint.storage.table.sheet import Sheet
from blueprint.ui.tools import grid
from blueprint.ui.tools.compound import Edit, together

MOST_CELLS: Final = 5_000
_PLACING: Final = {"id", "lane", "column", "order", "kind", "span", "unknown", "image"}


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text in which tabs part them; each row as long as the longest."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    rows = [[unguarded(cell) for cell in row] for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def has_header(rows: list[list[str]]) -> bool:
    """Whether the first row names the columns of a step table."""
    names = {column_name(cell) for cell in rows[0]} if rows else set()
    return {"label", "lane"} <= names


def pasted_table(
    document: Document, rows: list[list[str]], at: Cell, made: Callable[[str], None]
) -> Added:
    """The change that puts a table's steps into the document, from the cell `at` on.

    Raises Unreadable if a table with a header cannot be read, ChangeRefused where a step does
    not belong.
    """
    if has_header(rows):
        return _steps_of(document, document_of(Sheet(rows))[0], at, made)
    return _block(document, rows, at, made)


def _block(
    document: Document, rows: list[list[str]], at: Cell, made: Callable[[str], None]
) -> Added:
    """Each cell with text becomes a step: rows go down the lanes, columns to the right."""
    first = grid.place_of(document, at.column)
    lanes = [lane.id for lane in grid.shown_lanes(document)]
    below = lanes[lanes.index(at.lane) :] if at.lane in lanes else lanes
    edits: list[Edit] = _columns(document, first + len(rows[0]))
    texts = 0
    for lane, row in zip(below, rows, strict=False):
        for offset, text in enumerate(row):
            if text:
                texts += 1
                edits.append(_step(lane, first + offset, text, made))
    label = message("Paste step", "Paste {count} steps", count=texts)
    return together(document, label, *edits)


def _step(lane: str, place: int, text: str, made: Callable[[str], None]) -> Edit:
    def edit(document: Document) -> Added:
        added = add_step(document, lane, document.columns[place].id, label=text)
        made(added.id)
        return added

    return edit


def _steps_of(document: Document, table: Document, at: Cell, made: Callable[[str], None]) -> Added:
    """All steps of a table's document, in the lanes of their names, with their connectors."""
    first = grid.place_of(document, at.column) if document.steps else 0
    new_ids: dict[str, str] = {}
    lanes: dict[str, str] = {}
    edits: list[Edit] = _columns(document, first + len(table.columns))
    for lane in table.lanes:
        edits.append(_lane(lane, lanes))
    places = {column.id: n for n, column in enumerate(table.columns)}

    def placed(id: str) -> Edit:
        step = table.step(id)
        kept = {n: v for n, v in step.__dict__.items() if n not in _PLACING}
        text = kept.pop("label")

        def edit(found: Document) -> Added:
            column = found.columns[first + places[step.column]].id
            added = add_step(
                found, lanes[step.lane], column, label=text, kind=step.kind, span=step.span, **kept
            )
            new_ids[id] = added.id
            made(added.id)
            return added

        return edit

    def tied(id: str) -> Edit:
        flow = table.flow(id)

        def edit(found: Document) -> Change | Added:
            return connect(
                found,
                new_ids[flow.source],
                new_ids[flow.target],
                flow.kind,
                label=flow.label,
                probability=flow.probability,
            )

        return edit

    edits.append(lambda found: _resources(found, table))
    edits += [placed(step) for step in table.steps]
    edits += [tied(flow) for flow in table.flows]
    label = message("Paste step", "Paste {count} steps", count=len(table.steps))
    return together(document, label, *edits)


def _resources(document: Document, table: Document) -> Change:
    new = [one for one in table.resources.values() if one.id not in document.entities]
    return adding(message("Paste"), new)


def _columns(document: Document, needed: int) -> list[Edit]:
    missing = max(0, needed - len(document.columns))
    return [lambda found: insert_column(found, len(found.columns)) for _ in range(missing)]


def _lane(wanted: Lane, lanes: dict[str, str]) -> Edit:
    """Finds the lane of that name, or else of that role, or makes it."""

    def edit(document: Document) -> Change | Added:
        name = wanted.title.strip().casefold()
        named = [lane for lane in document.lanes if name and lane.title.casefold() == name]
        alike = [lane for lane in document.lanes if lane.role is wanted.role]
        taken = set(lanes.values())
        free = [lane for lane in alike if lane.id not in taken]
        found = named or (free if not name or len(alike) == 1 else [])
        if found:
            lanes[wanted.id] = found[0].id
            return Change(message("Paste"))
        made = insert_lane(document, wanted.role, title=wanted.title)
        lanes[wanted.id] = made.id
        return made

    return edit
