"""A flow on its way through the stages: its ends, the course it took, its place in each region."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.arrange import Spot
from blueprint.layout.candidates import Course
from blueprint.layout.geometry import TextBlock
from blueprint.model.entities import Flow

Rank = tuple[int, str]
"""Flows choose in this order: class of the cheapest course, then id."""
Place = tuple[float, float]
"""Where a segment stands in its region; what the two numbers say depends on the region:
in a column or gutter the offset in points and 0, in a row the rank and the largest rank of its
gap, in a channel the track and the zone."""

LONG = 16
"""Runs over more keys than this (8 columns) are long."""
NOWHERE: Place = (0.0, 0.0)


class Wire:
    """A flow with a course.

    `path` is the chosen keys with the key of each end put before and after: segment i has the
    key `path[i + 1]` and runs from `path[i]` to `path[i + 2]`. `places` has one entry a segment.
    """

    __slots__ = (
        "a",
        "b",
        "block",
        "flow",
        "id",
        "label_at",
        "options",
        "path",
        "places",
        "rank",
        "route",
        "slot",
        "vertical",
    )

    def __init__(self, flow: Flow, a: Spot, b: Spot, slot: int, block: TextBlock | None) -> None:
        self.flow = flow
        self.id = flow.id
        self.a = a
        self.b = b
        self.slot = slot
        """A number of its own; nothing visible depends on it."""
        self.block = block
        self.options: list[Course] = []
        self.rank: Rank = (0, flow.id)
        self.route: Course = (0.0, "", "", ())
        self.path: tuple[int, ...] = ()
        self.vertical = False
        """Whether the first segment is vertical."""
        self.places: list[Place] = []
        self.label_at = -1
        """The segment that has room for the label."""

    def consider(self, options: list[Course]) -> None:
        self.options = options
        distance = max(self.b.first - self.a.last, self.a.first - self.b.last)
        self.rank = (int(options[0][0]) + (10 if distance > LONG // 2 else 0), self.id)

    def take(self, route: Course) -> None:
        self.route = route
        self.path = path_of(route, self.a, self.b)
        self.vertical = route[1] in "TB"
        self.places = [NOWHERE] * len(route[3])

    def is_vertical(self, segment: int) -> bool:
        return self.vertical is (segment % 2 == 0)

    def segments(self) -> Iterator[tuple[bool, int, int, int]]:
        """Each segment as (vertical, key, from, to) with from < to."""
        path, vertical = self.path, self.vertical
        for i in range(len(path) - 2):
            low, high = path[i], path[i + 2]
            yield vertical, path[i + 1], min(low, high), max(low, high)
            vertical = not vertical

    def box(self) -> tuple[int, int, int, int]:
        """The least and greatest x and y keys of the path."""
        xs, ys = self.path[1::2], self.path[0::2]
        if not self.vertical:
            xs, ys = ys, xs
        return min(xs), max(xs), min(ys), max(ys)


def end_key(spot: Spot, side: str) -> int:
    """The key of the card's edge cell at that side, along the segment that leaves it."""
    if side == "R":
        return 2 * spot.last + 1
    if side == "L":
        return 2 * spot.first + 1
    return 2 * spot.y + 1


def path_of(route: Course, a: Spot, b: Spot) -> tuple[int, ...]:
    return (end_key(a, route[1]), *route[3], end_key(b, route[2]))
