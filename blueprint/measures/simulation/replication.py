"""One replication: a stretch of time in which a number of customers come."""

from __future__ import annotations

import random
from collections.abc import Generator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from simpy import Environment, Event

from blueprint.collector import collector_off
from blueprint.measures.simulation.customer import Customer, GaveUp, Place, Watch
from blueprint.measures.simulation.program import NEVER_LEFT, CannotSimulate, Program
from blueprint.measures.simulation.sampling import HOUR, gaps
from blueprint.measures.simulation.settings import Settings


@dataclass(frozen=True, slots=True)
class StationOutcome:
    """Of one resource in one replication; seconds and shares."""

    wait: float
    queue: float
    utilisation: float
    services: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one replication gave. `times` are the sorted times in system, in seconds."""

    stations: tuple[StationOutcome, ...]
    times: tuple[float, ...]
    throughput_per_hour: float
    gave_up: int
    wait: float
    """Mean over customers of all their queueing waits, in seconds."""


def seed_of(settings: Settings, replication: int) -> str:
    """The seed of one replication: far from those of all others."""
    return f"{settings.seed}/{replication}"


def replicate(
    program: Program, settings: Settings, replication: int, watch: Watch | None = None
) -> Outcome:
    """Run one replication. Equal arguments give equal outcomes, on any machine.

    Raises CannotSimulate where a customer goes round for ever.
    """
    source = random.Random(seed_of(settings, replication))
    env = Environment()
    place = Place(env, program, source, impatient=settings.impatient, watch=watch)
    record = _Record(place, settings)
    env.process(_arrivals(place, settings, source, record))
    # What a customer leaves behind is freed as they go; only who gives up leaves it in circles.
    resting = nullcontext() if settings.impatient else collector_off()
    try:
        with resting:
            env.run()
    except RecursionError as error:
        # Each branch that leads back to before its own fork forks again within itself.
        raise CannotSimulate(NEVER_LEFT) from error
    return record.outcome()


class _Record:
    """What is counted, from the first customer that counts to the last one's arrival."""

    def __init__(self, place: Place, settings: Settings) -> None:
        self._place = place
        self._settings = settings
        self._opened: list[tuple[float, float]] = []
        self._from = self._until = 0.0
        self._closed: list[tuple[float, float]] = []
        self.times: list[float] = []
        self.gave_up = 0

    def open(self) -> None:
        self._from = self._place.env.now
        self._opened = self._integrals()

    def close(self) -> None:
        self._until = self._place.env.now
        self._closed = self._integrals()

    def _integrals(self) -> list[tuple[float, float]]:
        for station in self._place.stations:
            station.settle()
        return [(station.area, station.busy) for station in self._place.stations]

    def outcome(self) -> Outcome:
        span = max(self._until - self._from, 1e-9)
        stations = []
        pairs = zip(self._opened, self._closed, strict=True)
        for number, ((area, busy), (later, busier)) in enumerate(pairs):
            waits = self._place.stations[number].waits
            stations.append(
                StationOutcome(
                    sum(waits) / len(waits) if waits else 0.0,
                    (later - area) / span,
                    (busier - busy) / span / self._place.program.servers[number],
                    len(waits),
                )
            )
        counted = max(self._settings.customers - self._settings.left_out, 1)
        all_waits = sum(sum(station.waits) for station in self._place.stations)
        return Outcome(
            tuple(stations),
            tuple(sorted(self.times)),
            (counted - 1) / span * HOUR,
            self.gave_up,
            all_waits / counted,
        )


def _arrivals(
    place: Place, settings: Settings, source: random.Random, record: _Record
) -> Generator[Event, Any, None]:
    env, program = place.env, place.program
    kind = settings.arrivals or ("by_hour" if program.arrivals_by_hour else "poisson")
    per_hour = settings.arrivals_per_hour or program.arrivals_per_hour
    between = gaps(kind, per_hour, program.arrivals_by_hour, source)
    for number in range(settings.customers):
        yield env.timeout(next(between))
        if number == settings.left_out:
            record.open()
        counted = number >= settings.left_out
        env.process(_visit(place, number, counted, record))
    record.close()


def _visit(
    place: Place, number: int, counted: bool, record: _Record
) -> Generator[Event, Any, None]:
    began = place.env.now
    try:
        yield from Customer(place, number, counted).run(place.program.start, None, ())
    except GaveUp:
        record.gave_up += counted
    else:
        if counted:
            record.times.append(place.env.now - began)
    if place.watch:
        place.watch(place.env.now, number, "leave", ())
