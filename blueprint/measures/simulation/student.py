"""Quantiles of Student's distribution, for confidence intervals."""

from __future__ import annotations

import math
from functools import cache


@cache
def quantile(probability: float, freedom: int) -> float:
    """The value below which a t-distributed variable falls with `probability` (0.5 to 1).

    Found by bisection over the distribution function, whose density is integrated with
    Simpson's rule after t = √ν·tan(u), which makes the range finite.
    """
    low, high = 0.0, math.pi / 2 - 1e-9
    for _ in range(60):
        middle = (low + high) / 2
        if 0.5 + _area(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return math.sqrt(freedom) * math.tan((low + high) / 2)


def _area(angle: float, freedom: int, steps: int = 200) -> float:
    """P(0 < T < √ν·tan(angle)): the integral of cos(u)^(ν−1), scaled."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2))
    width = angle / steps
    total = 0.0
    for place in range(steps + 1):
        weight = 1 if place in (0, steps) else 4 if place % 2 else 2
        total += weight * math.cos(place * width) ** (freedom - 1)
    return scale / math.sqrt(math.pi) * total * width / 3
