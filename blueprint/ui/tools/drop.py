"""Where cards that are let go would land: choosing a cell, pure and without touching anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Box, Cell, Point
from blueprint.layout.layout import Layout
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.steps import duplicate, move_steps
from blueprint.ui.tools.compound import together
from blueprint.ui.tools.grid import place_of

OUTER: Final = 0.25
"""The share of a filled cell, at each side, in which a drop inserts a column."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A place to land: a cell and a place in it, or a new column at `insert`."""

    cell: Cell
    index: int | None = None
    insert: int | None = None


def landing_at(
    document: Document, layout: Layout, at: Point, carried: Sequence[str]
) -> Landing | None:
    """Where cards let go at a point would land; None outside the grid.

    In the outer quarter of a cell that holds other cards they get a column of their own, in its
    middle a row of their own.
    """
    cell = layout.cell_at(*at)
    if cell is None:
        return None
    others = [step for step in document.cell(*cell) if step.id not in carried]
    if not others:
        return Landing(cell)
    box = layout.cell_box(*cell)
    share = (at.x - box.x) / max(1.0, box.width)
    place = place_of(document, cell.column)
    if share < OUTER:
        return Landing(cell, insert=place)
    if share > 1 - OUTER:
        return Landing(cell, insert=place + 1)
    above = [step for step in others if layout.card(step.id).box.middle.y < at.y]
    return Landing(cell, index=len(above))


def landed(document: Document, ids: Sequence[str], landing: Landing, copy: bool) -> Change:
    """The change that a release makes. Raises ChangeRefused if the cards may not land there."""
    if landing.insert is None:
        return _moved(document, ids, landing.cell, landing.index, copy)
    place = landing.insert
    label = _moved(document, ids, landing.cell, None, copy).label
    return together(
        document,
        label,
        lambda found: insert_column(found, place),
        lambda found: _moved(
            found, ids, Cell(landing.cell.lane, found.columns[place].id), None, copy
        ),
    ).change


def _moved(
    document: Document, ids: Sequence[str], cell: Cell, index: int | None, copy: bool
) -> Change:
    if copy:
        return duplicate(document, ids, *cell)[0]
    return move_steps(document, ids, *cell, index=index)


def objection(document: Document, ids: Sequence[str], landing: Landing) -> Message | None:
    """Why cards may not land there; None if they may."""
    try:
        move_steps(document, ids, *landing.cell)
    except ChangeRefused as refusal:
        return refusal.reason
    return None


def landing_boxes(
    document: Document, layout: Layout, ids: Sequence[str], landing: Landing
) -> tuple[Box, ...]:
    """The cells that the cards would fill, as far as they lie in the grid."""
    lanes = [lane.id for lane in document.lanes]
    columns = [column.id for column in document.columns]
    anchor = document.step(ids[0])
    down = lanes.index(landing.cell.lane) - lanes.index(anchor.lane)
    right = columns.index(landing.cell.column) - columns.index(anchor.column)
    boxes = []
    for id in ids:
        step = document.step(id)
        row, place = lanes.index(step.lane) + down, columns.index(step.column) + right
        if 0 <= row < len(lanes) and 0 <= place < len(columns):
            boxes.append(layout.cell_box(lanes[row], columns[place]))
    return tuple(boxes)


NO_ROOM: Final = message("Nothing can stand there. Drop it in a cell of a lane.")
