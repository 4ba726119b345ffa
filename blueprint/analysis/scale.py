"""From values to places along an axis, with ticks at round values."""

from __future__ import annotations

import math
from dataclasses import dataclass

_TIMES = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 43200, 86400)
"""Round numbers of seconds."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` along an axis from `start` to `end`, in points."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        span = self.high - self.low or 1.0
        return self.start + (value - self.low) / span * (self.end - self.start)

    def ticks(self, step: float) -> list[float]:
        """Multiples of `step` within the scale."""
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [place * step for place in range(first, last + 1)]


def round_step(span: float, most: int) -> float:
    """A step of 1, 2 or 5 times a power of ten that cuts `span` into at most `most` parts."""
    if span <= 0:
        return 1.0
    least = span / most
    power: float = 10 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least - 1e-12)


def time_step(span: float, most: int) -> float:
    """A round number of seconds, minutes, hours or days, likewise."""
    least = span / most
    for seconds in _TIMES:
        if seconds >= least:
            return float(seconds)
    return math.ceil(least / 86400) * 86400.0


def rounded_up(value: float, step: float) -> float:
    """The least multiple of `step` that is not below `value`."""
    return math.ceil(value / step - 1e-9) * step or step
