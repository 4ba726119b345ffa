"""Finds what is near a place on the drawing, at a cost that follows what is there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from blueprint.layout.arrange import Spot
from blueprint.layout.choose import slots_near
from blueprint.layout.geometry import Box, Point
from blueprint.layout.points import card_box, points_of
from blueprint.layout.routing import Routing
from blueprint.layout.wires import Wire

Keys = tuple[int, int, int, int]
"""Left, right, top and bottom key of an area, all inclusive."""


class View:
    """A layout by coordinates. Points are found when asked for and kept until `forget`."""

    def __init__(self, routing: Routing) -> None:
        self.routing = routing
        self._points: dict[str, tuple[Point, ...]] = {}

    def forget(self, flows: Iterable[str]) -> None:
        """Drop the points of some flows."""
        for flow in flows:
            self._points.pop(flow, None)

    def known(self) -> dict[str, tuple[Point, ...]]:
        """The points found so far, by flow."""
        return self._points

    def forget_all(self) -> None:
        """Drop all points; those that `known` handed out stay as they were."""
        self._points = {}

    def points(self, wire: Wire) -> tuple[Point, ...]:
        found = self._points.get(wire.id)
        if found is None:
            found = self._points[wire.id] = points_of(wire, self.routing.bands)
        return found

    def keys(self, box: Box) -> Keys:
        """The columns, gutters, rows and channels that a box meets."""
        bands = self.routing.bands
        columns, rows = 2 * len(bands.column_x), 2 * len(bands.row_y)
        return (
            _key(bands.gutter_x, bands.column_x, box.x, columns),
            _key(bands.gutter_x, bands.column_x, box.right, columns),
            _key(bands.channel_y, bands.row_y, box.y, rows),
            _key(bands.channel_y, bands.row_y, box.bottom, rows),
        )

    def cards(self, box: Box) -> list[Spot]:
        """The steps whose cards meet a box, each once, row by row from the left."""
        left, right, top, bottom = self.keys(box)
        grid = self.routing.grid
        found: dict[str, Spot] = {}
        for row in range(top >> 1, (bottom + 1) >> 1):
            taken = grid.across[row]
            first, end = bisect_left(taken, left - 1 >> 1), bisect_left(taken, right + 1 >> 1)
            for column in taken[first:end]:
                spot = grid.at[row, column]
                if card_box(spot, self.routing.bands).meets(box):
                    found[spot.id] = spot
        return list(found.values())

    def wires(self, box: Box) -> list[Wire]:
        """The flows that may be seen in a box, by id."""
        at_slot = self.routing.at_slot
        keys = self.keys(box)
        found = {at_slot[slot] for slot in slots_near(self.routing.crossings, *keys)}
        for spot in self.cards(box):
            found.update(self.routing.regions.ends.of_card(spot))
        return sorted((wire for wire in found if wire is not None), key=lambda wire: wire.id)

    def verticals_about(self, wire: Wire, segment: int) -> Iterator[tuple[float, float, float]]:
        """Verticals of other flows that a horizontal may cross, as x, top and bottom."""
        at_slot, verticals = self.routing.at_slot, self.routing.crossings.verticals
        low, key, high = wire.path[segment : segment + 3]
        for x in range(min(low, high), max(low, high) + 1):
            for upper, lower, slot in verticals[x]:
                other = at_slot[slot]
                if upper <= key <= lower and other is not None and other is not wire:
                    yield from self._verticals_in(other, x)

    def _verticals_in(self, wire: Wire, key: int) -> Iterator[tuple[float, float, float]]:
        points, path = self.points(wire), wire.path
        for segment in range(0 if wire.vertical else 1, len(path) - 2, 2):
            if path[segment + 1] == key:
                (x, start), (_, end) = points[segment : segment + 2]
                yield (x, start, end) if start < end else (x, end, start)

    def foreign_segments(self, wire: Wire, box: Box) -> Iterator[Box]:
        """The segments of other flows that touch a box, as boxes without area."""
        at_slot = self.routing.at_slot
        for slot in slots_near(self.routing.crossings, *self.keys(box)):
            other = at_slot[slot]
            if other is None or other is wire:
                continue
            points = self.points(other)
            for a, b in pairwise(points):
                x, y = min(a.x, b.x), min(a.y, b.y)
                if (
                    x <= box.right
                    and box.x <= max(a.x, b.x)
                    and y <= box.bottom
                    and box.y <= max(a.y, b.y)
                ):
                    yield Box(x, y, abs(a.x - b.x), abs(a.y - b.y))


def _key(between: list[int], bodies: list[int], at: float, most: int) -> int:
    place = max(0, bisect_right(between, at) - 1)
    inside = place < len(bodies) and at >= bodies[place]
    return min(most, 2 * place + inside)
