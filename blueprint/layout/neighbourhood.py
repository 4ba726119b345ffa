"""Knows which flows might care about a place of the grid, so that an edit asks only these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.layout.wires import Wire

Area = tuple[int, int, int, int]
"""Least and greatest x key, least and greatest y key."""

_WIDE = 24
"""Areas over more keys (12 columns) are kept in one set and always looked at."""


def area_of(wire: Wire) -> Area:
    """What a wire's options run over, with both its cards; all that its options depend on."""
    a, b = wire.a, wire.b
    left, right = 2 * min(a.first, b.first) + 1, 2 * max(a.last, b.last) + 1
    top, bottom = 2 * min(a.y, b.y) + 1, 2 * max(a.y, b.y) + 1
    for _, out, _, keys in wire.options:
        columns, rows = (keys[0::2], keys[1::2]) if out in "TB" else (keys[1::2], keys[0::2])
        if columns:
            left, right = min(left, *columns), max(right, *columns)
        if rows:
            top, bottom = min(top, *rows), max(bottom, *rows)
        if len(keys) == 5:
            left, right = _mirrored(left, right, keys)
    return left, right, top, bottom


def _mirrored(left: int, right: int, keys: tuple[int, ...]) -> tuple[int, int]:
    """The nearest open gutter depends on all that are as near, on either side."""
    middle = (keys[0] + keys[4]) // 2
    far = abs(keys[2] - middle) + 4
    return min(left, middle - far), max(right, middle + far)


class Neighbourhood:
    """The areas of all wires by column."""

    def __init__(self, columns: int, wires: Iterable[Wire]) -> None:
        self._by_column: list[set[Wire]] = [set() for _ in range(columns)]
        self._wide: set[Wire] = set()
        self._areas: dict[Wire, Area] = {}
        for wire in wires:
            self.add(wire)

    def add(self, wire: Wire) -> None:
        area = self._areas[wire] = area_of(wire)
        for wires in self._sets(area):
            wires.add(wire)

    def remove(self, wire: Wire) -> None:
        for wires in self._sets(self._areas.pop(wire)):
            wires.discard(wire)

    def _sets(self, area: Area) -> list[set[Wire]]:
        if area[1] - area[0] > _WIDE:
            return [self._wide]
        return self._by_column[max(0, area[0] >> 1) : (area[1] >> 1) + 1] or [self._wide]

    def near(self, area: Area) -> Iterator[Wire]:
        """The wires whose areas meet an area, each once, in no particular order."""
        left, right, top, bottom = area
        first = min(max(0, left >> 1), len(self._by_column) - 1)
        columns = self._by_column[first : (right >> 1) + 1]
        for wire in set().union(self._wide, *columns):
            found = self._areas[wire]
            if found[0] <= right and left <= found[1] and found[2] <= bottom and top <= found[3]:
                yield wire


def path_area(path: tuple[int, ...], vertical: bool) -> Area:
    """The area that a path runs over."""
    xs, ys = path[1::2], path[0::2]
    if not vertical:
        xs, ys = ys, xs
    return min(xs), max(xs), min(ys), max(ys)


def segment_areas(path: tuple[int, ...], vertical: bool) -> Iterator[Area]:
    """Each segment of a path as an area without breadth."""
    for i in range(len(path) - 2):
        low, high = sorted((path[i], path[i + 2]))
        key = path[i + 1]
        yield (key, key, low, high) if vertical else (low, high, key, key)
        vertical = not vertical
