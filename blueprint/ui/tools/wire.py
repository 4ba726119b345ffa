"""The plain course of a connector while it is drawn: sides, elbows, snapping; pure geometry."""

from __future__ import annotations

from blueprint.layout.geometry import Box, Point
from blueprint.ui.tools.targets import Side


def on_side(box: Box, side: Side) -> Point:
    """The middle of a side."""
    middle = box.middle
    return {
        Side.TOP: Point(middle.x, box.y),
        Side.RIGHT: Point(box.right, middle.y),
        Side.BOTTOM: Point(middle.x, box.bottom),
        Side.LEFT: Point(box.x, middle.y),
    }[side]


def nearest_side(box: Box, at: Point) -> Side:
    """The side whose middle is nearest to a point."""
    return min(Side, key=lambda side: _square_distance(on_side(box, side), at))


def facing_sides(one: Box, other: Box) -> tuple[Side, Side]:
    """The sides by which two boxes face each other: across if they can, else up and down."""
    if other.x >= one.right:
        return Side.RIGHT, Side.LEFT
    if other.right <= one.x:
        return Side.LEFT, Side.RIGHT
    if other.middle.y >= one.middle.y:
        return Side.BOTTOM, Side.TOP
    return Side.TOP, Side.BOTTOM


def elbow(start: Point, leaves: Side, end: Point, joins: Side | None) -> tuple[Point, ...]:
    """A course of right angles that leaves by one side and joins by another (None: any)."""
    across = leaves in (Side.LEFT, Side.RIGHT)
    if joins is None:
        corner = Point(end.x, start.y) if across else Point(start.x, end.y)
        return _without_repeats(start, corner, end)
    joins_across = joins in (Side.LEFT, Side.RIGHT)
    if across and joins_across:
        x = (start.x + end.x) / 2
        return _without_repeats(start, Point(x, start.y), Point(x, end.y), end)
    if not across and not joins_across:
        y = (start.y + end.y) / 2
        return _without_repeats(start, Point(start.x, y), Point(end.x, y), end)
    corner = Point(end.x, start.y) if across else Point(start.x, end.y)
    return _without_repeats(start, corner, end)


def _without_repeats(*points: Point) -> tuple[Point, ...]:
    return tuple(
        point for place, point in enumerate(points) if place == 0 or point != points[place - 1]
    )


def _square_distance(one: Point, other: Point) -> float:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2
