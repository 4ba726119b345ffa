"""Chooses a course for each flow: few bends, few crossings with the flows that chose before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from blueprint.layout.candidates import Course
from blueprint.layout.wires import LONG, Rank, Wire, path_of

CROSSING = 0.8
SHARED = 0.05
OVERLAP = 0.5
"""Two runs of one gutter or channel that overlap without nesting: half a crossing."""

_SLOT = 20
_MASK = (1 << _SLOT) - 1


class Crossings:
    """The chosen courses by key, so that crossings are counted by bisection.

    `passing[x]` holds the horizontals that pass strictly over a column or gutter and
    `standing[y]` the verticals that pass strictly over a row or channel, as
    key << 20 | slot. `verticals[x]` are (from, to, slot), and so are the runs of each channel;
    these are sorted and the long ones apart, so that a few neighbours are looked at and not all.
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.passing: list[list[int]] = [[] for _ in range(2 * columns + 1)]
        self.standing: list[list[int]] = [[] for _ in range(2 * rows + 1)]
        self.verticals: list[list[tuple[int, int, int]]] = [[] for _ in range(2 * columns + 1)]
        self.channels: list[list[tuple[int, int, int]]] = [[] for _ in range(rows + 1)]
        self.long: list[list[tuple[int, int, int]]] = [[] for _ in range(rows + 1)]
        self.ranks: list[Rank] = []
        """The rank of each slot."""

    def add(self, wire: Wire) -> None:
        slot = wire.slot
        for vertical, key, low, high in wire.segments():
            entry = key << _SLOT | slot
            lists = self.standing if vertical else self.passing
            for passed in range(low + 1, high):
                insort(lists[passed], entry)
            if vertical:
                self.verticals[key].append((low, high, slot))
            elif not key & 1:
                insort(self._runs(key, low, high), (low, high, slot))

    def remove(self, wire: Wire) -> None:
        slot = wire.slot
        for vertical, key, low, high in wire.segments():
            entry = key << _SLOT | slot
            lists = self.standing if vertical else self.passing
            for passed in range(low + 1, high):
                found = lists[passed]
                del found[bisect_left(found, entry)]
            if vertical:
                self.verticals[key].remove((low, high, slot))
            elif not key & 1:
                self._runs(key, low, high).remove((low, high, slot))

    def _runs(self, key: int, low: int, high: int) -> list[tuple[int, int, int]]:
        return (self.channels if high - low <= LONG else self.long)[key >> 1]

    def choice(self, wire: Wire, before: Rank | None) -> Course:
        """The cheapest course against the flows that rank before; None: against all."""
        best = wire.options[0]
        least = 1e9
        for course in wire.options:
            if course[0] >= least:
                break
            cost = course[0] + self._cost(course, wire, before, least - course[0])
            if cost < least:
                best, least = course, cost
        return best

    def _cost(self, course: Course, wire: Wire, before: Rank | None, limit: float) -> float:
        path = path_of(course, wire.a, wire.b)
        vertical = course[1] in "TB"
        cost = 0.0
        for i in range(len(path) - 2):
            low, key, high = path[i], path[i + 1], path[i + 2]
            if low > high:
                low, high = high, low
            found = (self.passing if vertical else self.standing)[key]
            if found:
                first = bisect_left(found, (low + 1) << _SLOT)
                end = bisect_left(found, high << _SLOT, first)
                if before is None:
                    cost += CROSSING * (end - first)
                elif end > first:
                    cost += CROSSING * self._earlier(found[first:end], before)
            if not key & 1:
                cost += self._company(vertical, key, low, high, before)
            if cost >= limit:
                break
            vertical = not vertical
        return cost

    def _earlier(self, entries: Iterable[int], before: Rank) -> int:
        ranks = self.ranks
        return sum(1 for entry in entries if ranks[entry & _MASK] < before)

    def _company(self, vertical: bool, key: int, low: int, high: int, before: Rank | None) -> float:
        """What the runs in the same gutter or channel cost."""
        if vertical:
            return self._beside(self.verticals[key], low, high, before)
        runs = self.channels[key >> 1]
        first = bisect_left(runs, (low - LONG,))
        near = runs[first : bisect_left(runs, (high,), first)]
        long = self.long[key >> 1]
        return self._beside(near + long if long else near, low, high, before)

    def _beside(
        self,
        runs: list[tuple[int, int, int]],
        low: int,
        high: int,
        before: Rank | None,
    ) -> float:
        shared = overlaps = 0
        for start, end, slot in runs:
            if start < high and low < end and (before is None or self.ranks[slot] < before):
                shared += 1
                if (start < low and end < high) or (low < start and high < end):
                    overlaps += 1
        return SHARED * shared + CROSSING * OVERLAP * overlaps


def choose_all(wires: Iterable[Wire], crossings: Crossings) -> None:
    """Every flow in the order of rank; a flow with one course takes it without a look."""
    for wire in sorted(wires, key=lambda wire: wire.rank):
        options = wire.options
        wire.take(options[0] if len(options) == 1 else crossings.choice(wire, None))
        crossings.add(wire)


def slots_across(crossings: Crossings, y: int) -> set[int]:
    """Slots of the flows that pass a row or channel or run in it, but for ends at its cards."""
    found = {entry & _MASK for entry in crossings.standing[y]}
    if not y & 1:
        for _, _, slot in crossings.channels[y >> 1] + crossings.long[y >> 1]:
            found.add(slot)
    return found


def slots_near(crossings: Crossings, left: int, right: int, top: int, bottom: int) -> set[int]:
    """Slots of the flows that may be seen between those keys, all inclusive."""
    found: set[int] = set()
    for x in range(left, right + 1):
        for low, high, slot in crossings.verticals[x]:
            if low <= bottom and top <= high:
                found.add(slot)
        passing = crossings.passing[x]
        first = bisect_left(passing, top << _SLOT)
        for entry in passing[first : bisect_left(passing, (bottom + 1) << _SLOT, first)]:
            found.add(entry & _MASK)
    return found
