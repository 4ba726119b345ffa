"""Finds where a connector's horizontals pass over the verticals of others."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from blueprint.layout.geometry import Box, Point
from blueprint.layout.view import View
from blueprint.layout.wires import Wire

FROM_CORNER: Final = 9.0
FROM_END: Final = 6.0


def jumps_of(view: View, wire: Wire) -> tuple[Point, ...]:
    """Each place once, in the order of the connector's course."""
    points = view.points(wire)
    found: list[Point] = []
    for place, (a, b) in enumerate(pairwise(points)):
        if a.y != b.y:
            continue
        before = FROM_END if place == 0 else FROM_CORNER
        after = FROM_END if place == len(points) - 2 else FROM_CORNER
        low, high = (a.x + before, b.x - after) if a.x < b.x else (b.x + after, a.x - before)
        if low > high:
            continue
        crossed = {
            part.x
            for part in view.foreign_segments(wire, Box(low, a.y, high - low, 0))
            if part.width == 0 and part.y < a.y < part.bottom
        }
        found += [Point(x, a.y) for x in sorted(crossed, reverse=b.x < a.x)]
    return tuple(found)
