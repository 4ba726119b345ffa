"""What all replications together say, with 95 % confidence intervals."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from blueprint.measures.simulation.program import Program
from blueprint.measures.simulation.replication import Outcome
from blueprint.measures.simulation.settings import Settings
from blueprint.measures.simulation.student import quantile


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over replications; `half_width` of its 95 % interval is None for one replication."""

    mean: float
    half_width: float | None

    @property
    def low(self) -> float:
        return self.mean - (self.half_width or 0.0)

    @property
    def high(self) -> float:
        return self.mean + (self.half_width or 0.0)

    def covers(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class StationResult:
    """Of one resource; `wait` in seconds for one service."""

    resource: str
    wait: Estimate
    queue: Estimate
    utilisation: Estimate


@dataclass(frozen=True, slots=True)
class Results:
    """Times in seconds. `beyond_promise` is None where nothing is promised."""

    settings: Settings
    stations: tuple[StationResult, ...]
    time_in_system: Estimate
    wait: Estimate
    throughput_per_hour: Estimate
    percentiles: dict[int, float]
    histogram: tuple[tuple[float, int], ...]
    """Upper edge of each class, and how many customers fall in it."""
    beyond_promise: Estimate | None
    gave_up: float
    """Share of customers."""

    @property
    def bottleneck(self) -> StationResult | None:
        return max(self.stations, key=lambda found: found.utilisation.mean, default=None)


def estimate(values: Sequence[float]) -> Estimate:
    """Mean and Student's 95 % half-width of independent values."""
    if len(values) < 2:
        return Estimate(values[0] if values else 0.0, None)
    spread = stdev(values) / math.sqrt(len(values))
    return Estimate(fmean(values), quantile(0.975, len(values) - 1) * spread)


def summed_up(program: Program, settings: Settings, outcomes: Sequence[Outcome]) -> Results:
    """The results of all replications of one setting."""
    times = sorted(time for outcome in outcomes for time in outcome.times)
    counted = max(settings.customers - settings.left_out, 1) * len(outcomes)
    return Results(
        settings,
        tuple(
            StationResult(
                resource,
                estimate([outcome.stations[place].wait for outcome in outcomes]),
                estimate([outcome.stations[place].queue for outcome in outcomes]),
                estimate([outcome.stations[place].utilisation for outcome in outcomes]),
            )
            for place, resource in enumerate(program.resources)
        ),
        estimate([fmean(outcome.times) for outcome in outcomes if outcome.times]),
        estimate([outcome.wait for outcome in outcomes]),
        estimate([outcome.throughput_per_hour for outcome in outcomes]),
        {share: _percentile(times, share) for share in (50, 90, 95, 99)},
        _histogram(times),
        _beyond(program.promise, outcomes),
        sum(outcome.gave_up for outcome in outcomes) / counted,
    )


def _percentile(times: Sequence[float], share: int) -> float:
    return times[min(len(times) - 1, len(times) * share // 100)] if times else 0.0


def _histogram(times: Sequence[float], classes: int = 24) -> tuple[tuple[float, int], ...]:
    """Classes of equal width up to the 99th percentile; the last takes all that is longer."""
    if not times:
        return ()
    width = max(_percentile(times, 99), 1e-9) / classes
    edges = [width * (place + 1) for place in range(classes)]
    below = [bisect_right(times, edge) for edge in edges[:-1]] + [len(times)]
    return tuple(
        (edge, count - before)
        for edge, count, before in zip(edges, below, [0, *below], strict=False)
    )


def _beyond(promise: float | None, outcomes: Sequence[Outcome]) -> Estimate | None:
    if promise is None:
        return None
    return estimate(
        [
            1 - bisect_right(outcome.times, promise) / len(outcome.times)
            for outcome in outcomes
            if outcome.times
        ]
    )
