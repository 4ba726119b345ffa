"""Where pasted steps find room: in the cell of the cursor, or beside what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from blueprint.layout.geometry import Cell
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column
from blueprint.ui.tools.compound import Edit
from blueprint.ui.tools.grid import place_of, spanned_columns

Offset = tuple[int, int]
"""How many lanes down and columns to the right of the first step."""


class Spot(NamedTuple):
    """`first` is the column of the first step, once `growing` has made the columns it needs."""

    first: int
    growing: list[Edit]


def spot_for(document: Document, at: Cell, offsets: Iterable[Offset]) -> Spot:
    """Room for steps at those offsets: at the cursor, else right of what stands there.

    What stands there keeps its place: where there is no room beside it either, new columns
    open after it.
    """
    wanted = list(offsets)
    first = place_of(document, at.column)
    left = min(right for _, right in wanted)
    width = max(right for _, right in wanted) - left + 1
    if _is_free(document, at.lane, first, wanted):
        return Spot(first, _beyond(document, first + left + width))
    spans = [spanned_columns(document, step) for step in document.cell(*at)]
    beside = first + max(spans, default=1)
    moved = beside - left
    if _is_free(document, at.lane, moved, wanted):
        return Spot(moved, _beyond(document, beside + width))
    return Spot(moved, [lambda found: insert_column(found, beside) for _ in range(width)])


def _is_free(document: Document, lane: str, first: int, offsets: Iterable[Offset]) -> bool:
    lanes = [found.id for found in document.lanes]
    columns = document.columns
    for down, right in offsets:
        row, place = lanes.index(lane) + down, first + right
        inside = 0 <= row < len(lanes) and 0 <= place < len(columns)
        if inside and document.cell(lanes[row], columns[place].id):
            return False
    return True


def _beyond(document: Document, end: int) -> list[Edit]:
    """Columns at the end until there are so many."""
    missing = end - len(document.columns)
    return [lambda found: insert_column(found, len(found.columns)) for _ in range(missing)]
