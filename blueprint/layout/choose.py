"""Chooses a course for each flow: few bends, few crossings with the flows that chose before."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from typing import Protocol

from blueprint.layout.candidates import Course
from blueprint.layout.wires import LONG, Rank, Wire, path_of

CROSSING = 0.8
SHARED = 0.05
OVERLAP = 0.5
"""Two runs of one gutter or channel that overlap without nesting: half a crossing."""

_SLOT = 20
_MASK = (1 << _SLOT) - 1
_MOST_TALLIED = 1 << 24
"""Keys of columns times keys of rows up to which a full pass counts in a table."""


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
        self.add_runs(wire)

    def add_runs(self, wire: Wire) -> None:
        """Note what runs in gutters, columns and channels, not yet what passes where."""
        for vertical, key, low, high in wire.segments():
            if vertical:
                self.verticals[key].append((low, high, wire.slot))
            elif not key & 1:
                insort(self._runs(key, low, high), (low, high, wire.slot))

    def add_passing(self, wires: Iterable[Wire]) -> None:
        """Note what passes where for all wires at once: in order, nothing need be inserted."""
        found = sorted(
            (key, wire.slot, vertical, low, high)
            for wire in wires
            for vertical, key, low, high in wire.segments()
        )
        for key, slot, vertical, low, high in found:
            entry = key << _SLOT | slot
            for passed in (self.standing if vertical else self.passing)[low + 1 : high]:
                passed.append(entry)

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

    def choice(self, wire: Wire, passed: Passed) -> Course:
        """The cheapest course against the flows that rank before, as `passed` counts them."""
        best = wire.options[0]
        least = 1e9
        for course in wire.options:
            if course[0] >= least:
                break
            cost = course[0] + self._cost(course, wire, passed, least - course[0])
            if cost < least:
                best, least = course, cost
        return best

    def _cost(self, course: Course, wire: Wire, passed: Passed, limit: float) -> float:
        path = path_of(course, wire.a, wire.b)
        vertical = course[1] in "TB"
        cost = 0.0
        for i in range(len(path) - 2):
            low, key, high = path[i], path[i + 1], path[i + 2]
            if low > high:
                low, high = high, low
            if high - low > 1:
                cost += CROSSING * passed.crossed(vertical, key, low, high)
            if not key & 1:
                cost += self._company(vertical, key, low, high, passed.before)
            if cost >= limit:
                break
            vertical = not vertical
        return cost

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


class Passed(Protocol):
    """Counts what a segment crosses."""

    before: Rank | None
    """Only flows that rank before this count; None: all that there are."""

    def crossed(self, vertical: bool, key: int, low: int, high: int) -> int: ...


class Earlier:
    """Counts among all courses those that rank before one."""

    def __init__(self, crossings: Crossings, before: Rank | None) -> None:
        self.crossings = crossings
        self.before = before

    def crossed(self, vertical: bool, key: int, low: int, high: int) -> int:
        crossings, before = self.crossings, self.before
        found = (crossings.passing if vertical else crossings.standing)[key]
        if not found:
            return 0
        first = bisect_left(found, (low + 1) << _SLOT)
        end = bisect_left(found, high << _SLOT, first)
        if before is None:
            return end - first
        ranks = crossings.ranks
        return sum(1 for entry in found[first:end] if ranks[entry & _MASK] < before)


class Tally:
    """How many courses pass each key, while they are chosen in order: numbers alone."""

    before: Rank | None = None

    def __init__(self, width: int, height: int) -> None:
        self.passing = [array("I", bytes(4 * height)) for _ in range(width)]
        self.standing = [array("I", bytes(4 * width)) for _ in range(height)]

    def add(self, wire: Wire) -> None:
        for vertical, key, low, high in wire.segments():
            for counts in (self.standing if vertical else self.passing)[low + 1 : high]:
                counts[key] += 1

    def crossed(self, vertical: bool, key: int, low: int, high: int) -> int:
        return sum((self.passing if vertical else self.standing)[key][low + 1 : high])


def choose_all(wires: Collection[Wire], crossings: Crossings) -> None:
    """Every flow in the order of rank; a flow with one course takes it without a look."""
    width, height = len(crossings.passing), len(crossings.standing)
    if width * height > _MOST_TALLIED:
        _choose_one_by_one(wires, crossings)
        return
    tally = Tally(width, height)
    for wire in sorted(wires, key=_rank):
        options = wire.options
        wire.take(options[0] if len(options) == 1 else crossings.choice(wire, tally))
        tally.add(wire)
        crossings.add_runs(wire)
    crossings.add_passing(wires)


def _choose_one_by_one(wires: Iterable[Wire], crossings: Crossings) -> None:
    """The same where the grid is too large for a table."""
    passed = Earlier(crossings, None)
    for wire in sorted(wires, key=_rank):
        wire.take(crossings.choice(wire, passed))
        crossings.add(wire)


def _rank(wire: Wire) -> Rank:
    return wire.rank


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
