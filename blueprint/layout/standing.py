"""Where columns and rows stand at a moment, so that two moments can be compared by pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from blueprint.layout.arrange import Frame
from blueprint.layout.bands import Bands
from blueprint.layout.geometry import Box

BEYOND: Final = 4_000.0
"""How far the outermost pieces reach, in points."""


class Span(NamedTuple):
    """A column's or row's body along one axis; `key` names the same one at every moment."""

    key: object
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Standing:
    """All columns and rows as they stand; cheap to keep, whatever their number."""

    frame: Frame
    column_x: Sequence[int]
    row_y: Sequence[int]
    row_heights: Sequence[int]
    begins: Sequence[int]
    lane_of: Sequence[int]

    @classmethod
    def of(cls, bands: Bands) -> Standing:
        rows = bands.rows
        heights = tuple(bands.row_heights)
        return cls(bands.grid, bands.column_x, bands.row_y, heights, rows.begins, rows.lane_of)

    def columns(self, low: float, high: float) -> list[Span]:
        """The columns between two places, and one more on either side."""
        first = max(0, bisect_left(self.column_x, low) - 2)
        beyond = bisect_right(self.column_x, high) + 1
        ids, width = self.frame.columns, self.frame.width
        return [
            Span(ids[first + n], x, x + width(first + n))
            for n, x in enumerate(self.column_x[first:beyond])
        ]

    def rows(self) -> list[Span]:
        lanes = self.frame.lanes
        return [
            Span((lanes[lane].id, row - self.begins[lane]), y, y + height)
            for row, (lane, y, height) in enumerate(
                zip(self.lane_of, self.row_y, self.row_heights, strict=True)
            )
        ]


class Piece(NamedTuple):
    """A stretch of one axis: where it was, and where it is now."""

    start: float
    end: float
    now: float
    now_end: float

    @property
    def is_rigid(self) -> bool:
        return self.end - self.start == self.now_end - self.now


def pieces(before: Sequence[Span], after: Sequence[Span]) -> list[Piece]:
    """What of an axis is found again, in its present order; neighbours that move alike are one."""
    found = list(_matched(before, after))
    if not found:
        return []
    first, last = found[0], found[-1]
    found.insert(0, Piece(first.start - BEYOND, first.start, first.now - BEYOND, first.now))
    found.append(Piece(last.end, last.end + BEYOND, last.now_end, last.now_end + BEYOND))
    return _joined(found)


def _matched(before: Sequence[Span], after: Sequence[Span]) -> Iterator[Piece]:
    """Bodies, and what lies between two that were neighbours before and still are."""
    places = {span.key: place for place, span in enumerate(before)}
    last = -2
    end = now_end = 0.0
    for span in after:
        place = places.get(span.key, -2)
        if place < 0:
            last = -2
            continue
        old = before[place]
        if place == last + 1:
            yield Piece(end, old.start, now_end, span.start)
        yield Piece(old.start, old.end, span.start, span.end)
        last, end, now_end = place, old.end, span.end


def _joined(found: list[Piece]) -> list[Piece]:
    joined = [found[0]]
    for piece in found[1:]:
        last = joined[-1]
        if (
            last.is_rigid
            and piece.is_rigid
            and (last.end, last.now_end) == (piece.start, piece.now)
        ):
            joined[-1] = Piece(last.start, piece.end, last.now, piece.now_end)
        elif piece.end > piece.start or piece.now_end > piece.now:
            joined.append(piece)
    return joined


@dataclass(frozen=True, slots=True)
class Shift:
    """How the pieces of a drawing moved from one moment to the next."""

    across: Sequence[Piece]
    down: Sequence[Piece]

    @classmethod
    def between(cls, before: Standing, after: Standing, seen: Box) -> Shift:
        """`seen` is the part of the drawing that is of interest."""
        columns = pieces(
            before.columns(seen.x, seen.right),
            after.columns(seen.x, seen.right),
        )
        return cls(columns, pieces(before.rows(), after.rows()))

    def followed(self, box: Box) -> Box:
        """Where a box of the drawing has gone with the pieces that its corners lay in."""
        x, y = _followed(self.across, box.x), _followed(self.down, box.y)
        right, bottom = _followed(self.across, box.right), _followed(self.down, box.bottom)
        return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


def _followed(pieces: Sequence[Piece], at: float) -> float:
    for piece in pieces:
        if piece.start <= at <= piece.end:
            share = (at - piece.start) / max(1e-9, piece.end - piece.start)
            return piece.now + share * (piece.now_end - piece.now)
    return at
