"""What one customer goes through: moments, waits, choices, forks and joins."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterable
from typing import Any, Final

from simpy import Environment, Event

from blueprint.measures.simulation.program import (
    NEVER_LEFT,
    Branching,
    CannotSimulate,
    Moment,
    Program,
)
from blueprint.measures.simulation.sampling import sampler
from blueprint.measures.simulation.station import Station

Course = Generator[Event, Any, tuple[int, ...]]
"""The events of a branch; it answers the resources that are still held at its end."""

Watch = Callable[[float, int, str, tuple[str, ...]], None]
"""Told of time, customer, what ("queue", "begin", "leave") and the steps."""


class Place:
    """The service as all customers of one replication share it."""

    def __init__(
        self,
        env: Environment,
        program: Program,
        source: random.Random,
        *,
        impatient: bool = False,
        watch: Watch | None = None,
    ) -> None:
        self.env = env
        self.program = program
        self.stations = [Station(env, servers) for servers in program.servers]
        self.random = source.random
        self.impatient = impatient
        self.watch = watch
        self.durations = [
            _lasting([sampler(found, source) for found in moment.durations])
            for moment in program.moments
        ]


def _lasting(samplers: list[Callable[[], float]]) -> Callable[[], float]:
    if not samplers:
        return lambda: 0.0
    if len(samplers) == 1:
        return samplers[0]
    return lambda: max(sample() for sample in samplers)


MOST_MOMENTS: Final = 1_000_000
"""Whoever goes through more on one visit is taken never to leave."""


class GaveUp(Exception):  # noqa: N818
    """The customer had to wait longer than they would."""


class Customer:
    """One customer on the way. `counted` says whether their waits enter the results.

    Time without any event is only added up (`pending`) and passed in one go, just before the
    next thing that others can notice.
    """

    def __init__(self, place: Place, number: int, counted: bool) -> None:
        self._place = place
        self._number = number
        self._counted = counted
        self._taken: dict[int, int] = {}
        self._gone = False
        self._moments = 0

    def run(self, moment: int, stop: int | None, held: tuple[int, ...]) -> Course:
        """From `moment` until `stop` is reached, or until nothing follows."""
        place = self._place
        moments, durations = place.program.moments, place.durations
        pending = 0.0
        next: int | None = moment
        while next is not None and next != stop:
            now = moments[next]
            self._count()
            if held != now.needs:
                if pending:
                    yield place.env.timeout(pending)
                    pending = 0.0
                held = yield from self._exchanged(held, now)
            if place.watch:
                place.watch(place.env.now + pending, self._number, "begin", now.steps)
            pending += durations[next]()
            way = self._chosen(now)
            if way is None:
                break
            if len(way.targets) == 1 and not way.aside:
                next = way.targets[0]
                continue
            if pending:
                yield place.env.timeout(pending)
            held, pending = yield from self._forked(way, stop, held)
            next = way.join if len(way.targets) > 1 else way.targets[0]
        if pending:
            yield place.env.timeout(pending)
        if stop is None or next != stop:
            self._give_back(held)
            held = ()
        return held

    def _count(self) -> None:
        self._moments += 1
        if self._moments > MOST_MOMENTS:
            raise CannotSimulate(NEVER_LEFT)

    def _exchanged(self, held: tuple[int, ...], moment: Moment) -> Course:
        """Give back what is needed no longer, and wait for what is needed now."""
        stations = self._place.stations
        kept = tuple(found for found in held if found in moment.needs)
        self._give_back([found for found in held if found not in moment.needs])
        for need in moment.needs:
            if need in kept:
                continue
            began = self._place.env.now
            turn = stations[need].take()
            if turn is not None:
                if self._place.watch:
                    self._place.watch(began, self._number, "queue", moment.steps)
                try:
                    yield from self._waited(turn, need, moment.patience)
                except GaveUp:
                    self._give_back(kept)
                    raise
            if self._counted:
                stations[need].waits.append(self._place.env.now - began)
            kept = (*kept, need)
        return tuple(sorted(kept))

    def _waited(
        self, turn: Event, need: int, patience: float | None
    ) -> Generator[Event, Any, None]:
        if not self._place.impatient or patience is None:
            yield turn
            return
        yield turn | self._place.env.timeout(patience)
        if not turn.triggered:
            self._place.stations[need].leave(turn)
            raise GaveUp

    def _give_back(self, held: Iterable[int]) -> None:
        for found in held:
            self._place.stations[found].give_back()

    def _chosen(self, moment: Moment) -> Branching | None:
        """One of the ways by its probability; None at an end."""
        ways = moment.ways
        if len(ways) == 1 and not ways[0].limits:
            return ways[0] if ways[0].targets else None
        if not ways:
            return None
        way = self._drawn([way for way in ways if self._allowed(way)] or list(ways))
        for flow, _ in way.limits:
            self._taken[flow] = self._taken.get(flow, 0) + 1
        return way if way.targets else None

    def _allowed(self, way: Branching) -> bool:
        return all(self._taken.get(flow, 0) < most for flow, most in way.limits)

    def _drawn(self, ways: list[Branching]) -> Branching:
        total = sum(way.probability for way in ways)
        left = self._place.random() * total
        for way in ways:
            left -= way.probability
            if left < 0:
                return way
        return ways[-1]

    def _forked(
        self, way: Branching, stop: int | None, held: tuple[int, ...]
    ) -> Generator[Event, Any, tuple[tuple[int, ...], float]]:
        """Run all branches; answers what is held at the join and how long it is still to wait."""
        env = self._place.env
        for target in way.aside:
            env.process(self._branch(target, None, ()))
        if len(way.targets) == 1:
            return held, 0.0
        join = way.join if way.join is not None else stop
        latest = env.now
        full = []
        for target, simple in zip(way.targets, way.simple, strict=True):
            if simple:
                latest = max(latest, env.now + self._walked(target, join))
            else:
                full.append(target)
        shared = self._handed_on(full, held)
        others = [env.process(self._branch(target, join, shared[target])) for target in full[1:]]
        kept = list(held)
        if full:
            kept = list((yield from self._branch(full[0], join, shared[full[0]])))
        for other in others:
            for found in (yield other):
                if found in kept:
                    self._give_back([found])
                else:
                    kept.append(found)
        if self._gone:
            self._give_back(kept)
            raise GaveUp
        return tuple(sorted(kept)), max(0.0, latest - env.now)

    def _branch(self, target: int, stop: int | None, held: tuple[int, ...]) -> Course:
        """A branch on its own: who gives up in it is gone from all branches at their join."""
        try:
            return (yield from self.run(target, stop, held))
        except GaveUp:
            self._gone = True
            return ()

    def _handed_on(self, targets: list[int], held: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
        """Each held resource goes with the first branch that needs it at once, else the first."""
        shared: dict[int, list[int]] = {target: [] for target in targets}
        for found in held if targets else ():
            needing = (t for t in targets if found in self._place.program.moments[t].needs)
            shared[next(needing, targets[0])].append(found)
        return {target: tuple(found) for target, found in shared.items()}

    def _walked(self, moment: int, stop: int | None) -> float:
        """How long a branch takes that nothing can hold up."""
        program, durations = self._place.program, self._place.durations
        elapsed = 0.0
        while moment != stop:
            self._count()
            elapsed += durations[moment]()
            way = self._chosen(program.moments[moment])
            if way is None:
                break
            moment = way.targets[0]
        return elapsed
