"""Tells what looks different after an update, and what only stands elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise
from typing import NamedTuple

from blueprint.layout.bands import Bands, Channel
from blueprint.layout.choose import slots_near
from blueprint.layout.follow import Followed
from blueprint.layout.geometry import Point
from blueprint.layout.neighbourhood import Area, path_area
from blueprint.layout.routing import Routing
from blueprint.layout.view import View
from blueprint.layout.wires import Wire

Points = tuple[Point, ...]
Vertical = tuple[float, float, float]
"""x, top and bottom."""

_LABEL_KEYS = 2
"""How many keys away a label may stand from its connector."""


class Sizes(NamedTuple):
    """All lengths of a layout at one moment."""

    gutters: list[int]
    rows: list[int]
    channels: list[Channel]
    express: list[int]
    """Where the express tracks begin in each channel."""

    @classmethod
    def of(cls, bands: Bands) -> Sizes:
        return cls(
            list(bands.gutter_widths),
            list(bands.row_heights),
            list(bands.channels),
            [tracks.upper for tracks in bands.tracks],
        )


def disturbed_wires(
    view: View, done: Followed, drawn: Container[str], old: Iterable[Points]
) -> set[str]:
    """Flows that stayed but jump over what moved, or keep their labels clear of it.

    Only those that were `drawn` are told; `old` are the points that moved flows had before.
    """
    areas = done.paths | {path_area(wire.path, wire.vertical) for wire in done.wires.values()}
    areas |= {(2 * first, 2 * last + 2, 2 * y, 2 * y + 2) for y, first, last in done.cells}
    near = {wire for area in areas for wire in _wires_in(view.routing, area, _LABEL_KEYS)}
    now = [view.points(wire) for wire in done.wires.values()]
    moved = [vertical for points in (*old, *now) for vertical in _verticals(points)]
    return {
        wire.id
        for wire in near
        if wire.id in drawn
        and wire.id not in done.wires
        and (wire.block is not None or _crosses(view.points(wire), moved))
    }


def _wires_in(routing: Routing, area: Area, by: int) -> list[Wire]:
    left, right, top, bottom = area
    most = len(routing.crossings.passing) - 1
    slots = slots_near(
        routing.crossings, max(0, left - by), min(most, right + by), top - by, bottom + by
    )
    return [wire for slot in slots if (wire := routing.at_slot[slot]) is not None]


def _verticals(points: Points) -> list[Vertical]:
    return [(a.x, min(a.y, b.y), max(a.y, b.y)) for a, b in pairwise(points) if a.x == b.x]


def _crosses(points: Points, verticals: list[Vertical]) -> bool:
    """Whether a horizontal of a connector passes over one of the verticals."""
    for a, b in pairwise(points):
        if a.y == b.y:
            low, high, y = min(a.x, b.x), max(a.x, b.x), a.y
            if any(low < x < high and top < y < bottom for x, top, bottom in verticals):
                return True
    return False
