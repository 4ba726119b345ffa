"""The picture never has a flaw: over all cases and 500 random blueprints."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.layout.layout import Layout
from blueprint.storage import open_document
from tests.generators import random_blueprint
from tests.layout.picture import Picture

CASES = sorted(Path(__file__).parent.parent.joinpath("cases").glob("*.csv"))
BATCH = 50


def random_picture(seed: int) -> Picture:
    document = random_blueprint(seed)
    return Picture(document, Layout(document))


def test_the_cases_are_there() -> None:
    assert len(CASES) == 8


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_has_no_flaw_and_no_label_over_a_foreign_line(case: Path) -> None:
    document = open_document(case).document
    picture = Picture(document, Layout(document))
    assert picture.flaws() == []
    assert picture.labels_over_foreign_lines() == []
    assert picture.crossings() <= 1


def test_cases_are_drawn_with_few_bends() -> None:
    bends = flows = 0
    for case in CASES:
        document = open_document(case).document
        picture = Picture(document, Layout(document))
        bends += picture.bends()
        flows += len(picture.connectors)
    assert bends / flows <= 0.45


@pytest.mark.parametrize("first", range(0, 500, BATCH))
def test_random_blueprints_have_no_flaw(first: int) -> None:
    labels = covering = 0
    for seed in range(first, first + BATCH):
        picture = random_picture(seed)
        assert picture.flaws() == [], f"seed {seed}"
        labels += picture.labels()
        covering += len(picture.labels_over_foreign_lines())
    assert covering <= labels / 20


@pytest.mark.stress
@pytest.mark.parametrize("first", range(1_000, 11_000, 1_000))
def test_many_random_blueprints_have_no_flaw(first: int) -> None:
    for seed in range(first, first + 1_000):
        assert random_picture(seed).flaws() == [], f"seed {seed}"


def test_random_blueprints_are_of_all_sizes() -> None:
    counts = [len(random_blueprint(seed).steps) for seed in range(500)]
    assert min(counts) == 5
    assert max(counts) > 180


def test_crossings_stay_as_few_as_they_were() -> None:
    """By shape alone, without counting, there would be far more."""
    pictures = [random_picture(seed) for seed in range(40)]
    flows = sum(len(picture.connectors) for picture in pictures)
    assert sum(picture.crossings() for picture in pictures) / flows <= CROSSINGS
    assert sum(picture.bends() for picture in pictures) / flows <= BENDS


CROSSINGS = 5.0
BENDS = 2.04
