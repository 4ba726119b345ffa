"""How a duration is spread: how likely each length is, and how many take longer than a limit.

What a distribution puts below zero counts as zero, as in the simulation.
"""

from __future__ import annotations

import math
from statistics import NormalDist

from blueprint.model.distribution import Distribution, Shape


def varies(distribution: Distribution) -> bool:
    """Whether it does not always take equally long, by more than a computer can tell."""
    if not 0 < distribution.variance < math.inf:
        return False
    return distribution.shape is not Shape.LOGNORMAL or distribution.lognormal_parameters[1] > 0


def density(distribution: Distribution, seconds: float) -> float:
    """Probability density at `seconds`, per second, of a duration that varies."""
    first, *rest = distribution.parameters
    match distribution.shape:
        case Shape.UNIFORM:
            return 1 / (rest[0] - first) if first <= seconds <= rest[0] else 0.0
        case Shape.TRIANGULAR:
            return _triangular_density((first, *rest), seconds)
        case Shape.NORMAL:
            return NormalDist(first, rest[0]).pdf(seconds)
        case Shape.LOGNORMAL:
            if seconds <= 0:
                return 0.0
            return NormalDist(*distribution.lognormal_parameters).pdf(math.log(seconds)) / seconds
        case _:
            return math.exp(-seconds / first) / first if seconds >= 0 else 0.0


def share_over(distribution: Distribution, seconds: float) -> float:
    """P(duration > seconds), from 0 to 1."""
    if seconds < 0:
        return 1.0
    if not varies(distribution):
        return 1.0 if distribution.mean > seconds else 0.0
    first, *rest = distribution.parameters
    match distribution.shape:
        case Shape.UNIFORM:
            return min(1.0, max(0.0, (rest[0] - seconds) / (rest[0] - first)))
        case Shape.TRIANGULAR:
            return 1 - _triangular_share((first, *rest), seconds)
        case Shape.NORMAL:
            return 1 - NormalDist(first, rest[0]).cdf(seconds)
        case Shape.LOGNORMAL:
            if seconds == 0:
                return 1.0
            return 1 - NormalDist(*distribution.lognormal_parameters).cdf(math.log(seconds))
        case _:
            return math.exp(-seconds / first)


def quantile(distribution: Distribution, share: float) -> float:
    """The time within which `share` of all end, in seconds; 0 < share < 1."""
    if not varies(distribution):
        return max(0.0, distribution.mean)
    low, high = 0.0, max(1.0, 2 * distribution.mean)
    while share_over(distribution, high) > 1 - share:
        low, high = high, 2 * high
    for _halving in range(60):
        middle = (low + high) / 2
        if share_over(distribution, middle) > 1 - share:
            low = middle
        else:
            high = middle
    return high


def _triangular_density(corners: tuple[float, ...], seconds: float) -> float:
    least, likeliest, most = corners
    if not least <= seconds <= most:
        return 0.0
    peak = 2 / (most - least)
    if seconds < likeliest:
        return peak * (seconds - least) / (likeliest - least)
    if seconds > likeliest:
        return peak * (most - seconds) / (most - likeliest)
    return peak


def _triangular_share(corners: tuple[float, ...], seconds: float) -> float:
    """P(duration <= seconds)."""
    least, likeliest, most = corners
    if seconds <= least:
        return 0.0
    if seconds >= most:
        return 1.0
    if seconds <= likeliest:
        return (seconds - least) ** 2 / ((most - least) * (likeliest - least))
    return 1 - (most - seconds) ** 2 / ((most - least) * (most - likeliest))
