"""How durations are spread, against sampling and against each other."""

from __future__ import annotations

import random

import pytest

from blueprint.measures.simulation.sampling import sampler
from blueprint.measures.spread import density, quantile, share_over, varies
from blueprint.model.distribution import Distribution, Shape, fixed
from blueprint.model.units import parse_distribution

VARYING = [
    "uniform(20 s, 60 s)",
    "triangular(10 s, 30 s, 80 s)",
    "triangular(10 s, 10 s, 80 s)",
    "triangular(10 s, 80 s, 80 s)",
    "normal(40 s, 10 s)",
    "normal(5 s, 10 s)",
    "lognormal(40 s, 30 s)",
    "exponential(40 s)",
]


@pytest.mark.parametrize("text", VARYING)
def test_the_share_over_a_limit_is_what_samples_show(text: str) -> None:
    distribution = parse_distribution(text)
    draw = sampler(distribution, random.Random(7))
    drawn = [draw() for _ in range(20_000)]
    for limit in (0.0, 15.0, 40.0, 70.0):
        seen = sum(time > limit for time in drawn) / len(drawn)
        assert share_over(distribution, limit) == pytest.approx(seen, abs=0.015)


@pytest.mark.parametrize("text", VARYING)
def test_the_density_adds_up_to_what_is_below_a_limit(text: str) -> None:
    distribution = parse_distribution(text)
    limit, parts = 60.0, 6_000
    width = limit / parts
    below = sum(density(distribution, (part + 0.5) * width) * width for part in range(parts))
    assert below == pytest.approx(
        share_over(distribution, 1e-12) - share_over(distribution, limit), abs=1e-3
    )


@pytest.mark.parametrize("text", VARYING)
@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_quantile_leaves_the_rest_over_it(text: str, share: float) -> None:
    distribution = parse_distribution(text)
    assert share_over(distribution, quantile(distribution, share)) == pytest.approx(1 - share)


@pytest.mark.parametrize("text", ["uniform(30 s, 30 s)", "normal(30 s, 0)", "30 s"])
def test_what_is_always_the_same_does_not_vary(text: str) -> None:
    distribution = parse_distribution(text)
    assert not varies(distribution)
    assert share_over(distribution, 29) == 1
    assert share_over(distribution, 30) == 0
    assert quantile(distribution, 0.9) == 30


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("text", ["30 s", *VARYING])
def test_another_shape_keeps_the_mean(text: str, shape: Shape) -> None:
    distribution = parse_distribution(text)
    other = distribution.as_shape(shape)
    assert other.shape is shape
    assert other.mean == pytest.approx(distribution.mean)
    assert varies(other) == (shape is not Shape.FIXED)


def test_the_shape_that_it_has_changes_nothing() -> None:
    given = Distribution(shape=Shape.UNIFORM, parameters=(1.0, 2.0))
    assert given.as_shape(Shape.UNIFORM) is given
    assert fixed(3).as_shape(Shape.FIXED) == fixed(3)


def test_a_lognormal_time_that_hardly_varies_counts_as_one_that_does_not() -> None:
    hardly = Distribution(shape=Shape.LOGNORMAL, parameters=(1e300, 1e-12))
    assert hardly.variance > 0
    assert not varies(hardly)
    assert share_over(hardly, 1.0) == 1.0
