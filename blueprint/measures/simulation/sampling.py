"""Random durations and arrivals; one source of numbers, one seed, one course of events."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from blueprint.measures.simulation.settings import Arrivals
from blueprint.model.distribution import Distribution, Shape

HOUR = 3600.0


def sampler(distribution: Distribution, source: random.Random) -> Callable[[], float]:
    """Draws durations in seconds; what a distribution puts below zero counts as zero."""
    draw = _drawing(distribution, source)
    may_be_negative = distribution.shape is Shape.NORMAL or min(distribution.parameters) < 0
    return (lambda: max(0.0, draw())) if may_be_negative else draw


def _drawing(distribution: Distribution, source: random.Random) -> Callable[[], float]:
    first, *rest = distribution.parameters
    match distribution.shape:
        case Shape.FIXED:
            return lambda: first
        case Shape.UNIFORM:
            return partial(source.uniform, first, rest[0])
        case Shape.TRIANGULAR:
            return partial(source.triangular, first, rest[1], rest[0])
        case Shape.NORMAL:
            return partial(source.gauss, first, rest[0])
        case Shape.LOGNORMAL:
            return partial(source.lognormvariate, *distribution.lognormal_parameters)
        case Shape.EXPONENTIAL:
            return partial(source.expovariate, 1 / first) if first > 0 else lambda: 0.0


def gaps(
    kind: Arrivals, per_hour: float, by_hour: Sequence[float], source: random.Random
) -> Iterator[float]:
    """Seconds from one arrival to the next, without end."""
    if kind == "by_hour" and any(by_hour):
        yield from _gaps_by_hour(by_hour, source)
    mean = HOUR / per_hour
    while True:
        yield mean if kind == "fixed" else source.expovariate(1 / mean)


def _gaps_by_hour(by_hour: Sequence[float], source: random.Random) -> Iterator[float]:
    """Poisson arrivals whose rate changes with each hour of the day, day after day."""
    now, a_day = 0.0, sum(by_hour)
    while True:
        days, due = divmod(source.expovariate(1.0), a_day)
        then = now + days * 24 * HOUR
        while True:
            rate = by_hour[int(then // HOUR) % len(by_hour)] / HOUR
            left = (math.floor(then / HOUR) + 1) * HOUR - then
            if rate * left >= due and rate > 0:
                then += due / rate
                break
            due -= rate * left
            then += left
        yield then - now
        now = then
