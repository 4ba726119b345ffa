"""How often each moment is run for one customer, and how long the customer's way takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from blueprint.measures.chain import Chain, NoExit
from blueprint.model.reading.plan import Plan, Way


@dataclass(slots=True)
class Trip:
    """One branch, up to where it stops: expected time in seconds, expected visits by moment."""

    time: float = 0.0
    visits: dict[int, float] = field(default_factory=dict)


class Traffic:
    """The traffic equations of a plan, for given mean durations of its moments in seconds.

    Decisions and fail points count by probability, a join as one arrival, loops are solved
    exactly. A fork lasts as long as the longest of its branches' expected times. A branch that
    leads back to before its own fork is counted once round; `approximate` then says so.
    """

    def __init__(self, plan: Plan, durations: Mapping[int, float]) -> None:
        """Raises chain.NoExit where a loop is never left."""
        self._plan = plan
        self._durations = durations
        self._trips: dict[tuple[int, frozenset[int]], Trip | None] = {}
        self.approximate = False
        whole = Trip() if plan.start is None else self._trip(plan.start, frozenset())
        self.time = whole.time
        self.visits = whole.visits
        if self.approximate:
            self._require_exits()

    def _require_exits(self) -> None:
        """Counted once round, a loop that a fork never leaves would seem to end."""
        process = self._plan.process
        endless = {process.moment[step] for loop in process.loops for step in loop.endless}
        never_left = [moment for moment in sorted(endless) if self.visits.get(moment, 0.0) > 0]
        if never_left:
            raise NoExit(never_left)

    def _trip(self, start: int, stops: frozenset[int]) -> Trip:
        """From `start` until a moment of `stops`, or until nothing follows."""
        if start in stops:
            return Trip()
        key = (start, stops)
        if key not in self._trips:
            self._trips[key] = None
            self._trips[key] = self._walked(start, stops)
        trip = self._trips[key]
        self.approximate |= trip is None
        return trip or Trip()

    def _walked(self, start: int, stops: frozenset[int]) -> Trip:
        moments = self._within(start, stops)
        number = {moment: place for place, moment in enumerate(moments)}
        rewards, moves = [], []
        forks: list[tuple[int, float, Trip]] = []
        for moment in moments:
            reward, row = self._durations.get(moment, 0.0), defaultdict[int, float](float)
            for way in self._plan.ways[moment]:
                for next in _onward(way):
                    if next in number:
                        row[number[next]] += way.probability
                if len(way.targets) > 1 or way.aside:
                    side = self._beside(way, stops)
                    reward += way.probability * side.time
                    forks.append((number[moment], way.probability, side))
            rewards.append(reward)
            moves.append(dict(row))
        chain = Chain(moves)
        visits = chain.visits({0: 1.0})
        times = chain.totals(rewards)
        total = defaultdict(float, zip(moments, visits, strict=True))
        for place, probability, side in forks:
            for moment, count in side.visits.items():
                total[moment] += visits[place] * probability * count
        return Trip(times[0], dict(total))

    def _within(self, start: int, stops: frozenset[int]) -> list[int]:
        """The moments of a branch itself, those inside its forks left out."""
        found, queue = {start: None}, [start]
        for moment in queue:
            for way in self._plan.ways[moment]:
                for next in _onward(way):
                    if next not in found and next not in stops:
                        found[next] = None
                        queue.append(next)
        return list(found)

    def _beside(self, way: Way, stops: frozenset[int]) -> Trip:
        """What a fork adds: the longest of its branches' times, and all of their visits."""
        inner = stops if way.join is None else stops | {way.join}
        branches = [] if len(way.targets) == 1 else [self._trip(t, inner) for t in way.targets]
        alone = [self._trip(target, stops) for target in way.aside]
        time = max((branch.time for branch in branches), default=0.0)
        return Trip(time, _summed([*branches, *alone]))


def _onward(way: Way) -> tuple[int, ...]:
    """Where the way itself leads on: past a fork, to its join."""
    if len(way.targets) <= 1:
        return way.targets
    return () if way.join is None else (way.join,)


def _summed(trips: Iterable[Trip]) -> dict[int, float]:
    total: dict[int, float] = defaultdict(float)
    for trip in trips:
        for moment, count in trip.visits.items():
            total[moment] += count
    return dict(total)
