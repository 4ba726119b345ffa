"""The foot of a page: the legend in columns, and the title block at its right or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, Final

from blueprint.drawing.primitives import Group, Layer, Stroke
from blueprint.export.frame import Frame, placed
from blueprint.export.furniture import BLOCK_HEIGHT, BLOCK_WIDTH, title_block
from blueprint.export.legend import TEXT_SIZE, Entry, entries
from blueprint.export.pen import Pen
from blueprint.export.sheet import Piece
from blueprint.i18n import message
from blueprint.layout.geometry import Box

if TYPE_CHECKING:
    from blueprint.layout.layout import Layout

ABOVE: Final = 10.0
"""From the rule to the top of legend and title block."""
_HEAD: Final = 33.0
"""From the top to the middle of the first row."""
_TAIL: Final = 13.0
"""From the middle of the last row to the bottom."""
_USUAL_ROWS: Final = 3
_ROW: Final = 30.0
_CLOSE_ROW: Final = 23.0
"""Where there are more rows than usual."""
_CLOSE_SIGN: Final = 0.85
"""How much smaller signs are in close rows."""
_BETWEEN: Final = 22.0
"""Between two columns at least."""
_MOST_BETWEEN: Final = 44.0
_LEAST_LEGEND: Final = 300.0
_BLOCK_GAP: Final = 24.0
_WIDEST_ENTRY: Final = 200.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the entries of a legend stand in a width."""

    columns: tuple[tuple[float, tuple[Entry, ...]], ...]
    """Left edge and entries of each."""
    row: float
    """From one row to the next, in points."""
    height: float

    @property
    def sign(self) -> float:
        """How much smaller than usual signs are."""
        return 1.0 if self.row == _ROW else _CLOSE_SIGN


class Foot:
    """The foot of one document's pages, whatever their width."""

    def __init__(self, frame: Frame, layout: Layout) -> None:
        self.frame = frame
        self._groups = entries(frame, layout)

    def height(self, width: float) -> float:
        """In points, from the top of the legend down."""
        plan = self._plan(width)
        block = BLOCK_HEIGHT + 2
        return max(plan.height, block) if _beside(width) else plan.height + _BLOCK_GAP + block

    def pieces(
        self, width: float, shown: float, x: float, y: float, scale: float
    ) -> Iterator[Piece]:
        """The foot at (x, y) of a page, `width` points wide before it is scaled.

        `shown` is the scale that the title block tells.
        """
        plan = self._plan(width)
        beside = _beside(width)
        yield placed(self._text(plan, width), x, y, scale)
        for left, column in plan.columns:
            for place, entry in enumerate(column):
                middle = _HEAD + place * plan.row
                small = plan.sign
                at = (x + (left + entry.x) * scale, y + (middle + entry.y * small) * scale)
                sign = Group(f"legend-{entry.text}", Layer.HEADERS, 0, 0, _SIGN_BOX, entry.sign)
                yield Piece((sign,), *at, scale * entry.scale * small)
        top = 2 if beside else plan.height + _BLOCK_GAP
        block = title_block(self.frame, shown)
        yield placed(block, x + (width - BLOCK_WIDTH) * scale, y + top * scale, scale)

    def _plan(self, width: float) -> _Plan:
        return _planned(self._groups, width - (BLOCK_WIDTH + _BLOCK_GAP if _beside(width) else 0))

    def _text(self, plan: _Plan, width: float) -> list[Group]:
        window = self.frame.theme.window
        pen = Pen()
        pen.line(0, -ABOVE, width, -ABOVE, Stroke(window.line2, 0.75))
        title = self.frame.words(message("Legend"))
        if plan.columns:
            pen.text(title, 0, 10, 10, window.ink, bold=True)
        for left, column in plan.columns:
            for place, entry in enumerate(column):
                baseline = _HEAD + place * plan.row + 3.5
                pen.text(
                    entry.text,
                    left + entry.indent,
                    baseline,
                    TEXT_SIZE,
                    window.ink,
                    width=_WIDEST_ENTRY - entry.indent,
                )
        pen.close("legend", title, width, plan.height)
        return pen.groups


_SIGN_BOX: Final = Box(-12, -14, 120, 42)


def _beside(width: float) -> bool:
    """Whether the title block stands at the legend's right."""
    return width >= _LEAST_LEGEND + _BLOCK_GAP + BLOCK_WIDTH


def _planned(groups: Sequence[Sequence[Entry]], width: float) -> _Plan:
    """Groups in columns of their own if that is not too high, else one after the other."""
    total = sum(len(group) for group in groups)
    if not total:
        return _Plan((), _ROW, 0.0)
    for rows in range(_USUAL_ROWS, 2 * _USUAL_ROWS + 1):
        apart = [part for group in groups for part in _parts(group, rows)]
        if _columns_width(apart) <= width:
            return _plan_of(apart, rows, width)
    together = list(chain.from_iterable(groups))
    rows = _USUAL_ROWS
    while rows < total and _columns_width(_parts(together, rows)) > width:
        rows += 1
    return _plan_of(_parts(together, rows), rows, width)


def _parts(entries: Sequence[Entry], rows: int) -> list[tuple[Entry, ...]]:
    """The entries in as few columns as it takes, as even as they get."""
    columns = ceil(len(entries) / rows)
    most = ceil(len(entries) / columns)
    return [tuple(entries[at : at + most]) for at in range(0, len(entries), most)]


def _column_width(column: Sequence[Entry]) -> float:
    return min(_WIDEST_ENTRY, max(entry.width for entry in column))


def _columns_width(columns: Sequence[Sequence[Entry]]) -> float:
    return sum(_column_width(column) + _BETWEEN for column in columns) - _BETWEEN


def _plan_of(columns: Sequence[tuple[Entry, ...]], rows: int, width: float) -> _Plan:
    spare = width - _columns_width(columns)
    between = _BETWEEN + max(0.0, spare / len(columns))
    placed_columns = []
    left = 0.0
    for column in columns:
        placed_columns.append((left, column))
        left += _column_width(column) + min(between, _MOST_BETWEEN)
    row = _ROW if rows <= _USUAL_ROWS else _CLOSE_ROW
    used = max(len(column) for column in columns)
    return _Plan(tuple(placed_columns), row, _HEAD + (used - 1) * row + _TAIL)
