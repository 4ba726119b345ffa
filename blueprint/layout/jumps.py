"""Finds where a connector's horizontals pass over the verticals of others."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from blueprint.layout.geometry import Point
from blueprint.layout.view import View
from blueprint.layout.wires import Wire

FROM_CORNER: Final = 9.0
FROM_END: Final = 6.0


def jumps_of(view: View, wire: Wire) -> tuple[Point, ...]:
    """Each place once, in the order of the connector's course."""
    points = view.points(wire)
    last = len(points) - 2
    found: list[Point] = []
    for place, (a, b) in enumerate(pairwise(points)):
        if a.y != b.y:
            continue
        before = FROM_END if place == 0 else FROM_CORNER
        after = FROM_END if place == last else FROM_CORNER
        low, high = (a.x + before, b.x - after) if a.x < b.x else (b.x + after, a.x - before)
        if low > high:
            continue
        crossed = {
            x
            for x, top, bottom in view.verticals_about(wire, place)
            if low <= x <= high and top < a.y < bottom
        }
        if crossed:
            found += [Point(x, a.y) for x in sorted(crossed, reverse=b.x < a.x)]
    return tuple(found)
