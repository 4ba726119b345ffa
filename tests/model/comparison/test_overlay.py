"""The overlay of two versions holds every step of both, and changes neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.comparison.matching import Difference, compare
from blueprint.model.comparison.overlay import overlaid
from blueprint.model.comparison.telling import told
from blueprint.model.edits import steps
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import open_document
from tests.generators import random_blueprint

CASES = Path(__file__).parents[2] / "cases"


def test_a_removed_step_stands_in_its_lane_and_in_its_own_column() -> None:
    old = open_document(CASES / "restaurant-as-is.csv").document
    new = open_document(CASES / "restaurant-to-be.csv").document
    shown = overlaid(old, new, compare(old, new)).document
    assert len(shown.columns) == 6
    assert len(new.columns) == 5
    assert [step.label for step in shown.cell(shown.lanes[0].id, shown.columns[0].id)] == [
        "Call ahead"
    ]


SEEDS = st.integers(0, 400)


@given(SEEDS, SEEDS)
def test_all_steps_of_both_versions_are_there_and_marked(one: int, other: int) -> None:
    old, new = random_blueprint(one, 12), random_blueprint(other, 15)
    before = dict(old.entities), dict(new.entities)
    comparison = compare(old, new)
    shown = overlaid(old, new, comparison)
    removed = comparison.of(Difference.REMOVED)
    assert len(shown.document.steps) == len(new.steps) + len(removed)
    gone = [id for id, mark in shown.marks.items() if mark is Difference.REMOVED]
    assert len(gone) == len(removed)
    assert set(shown.marks) <= set(shown.document.steps)
    assert (dict(old.entities), dict(new.entities)) == before


@given(SEEDS)
def test_a_document_does_not_differ_from_itself(seed: int) -> None:
    document = random_blueprint(seed, 20)
    comparison = compare(document, document)
    assert told(document, document, comparison) == ()
    assert overlaid(document, document, comparison).document.entities == document.entities


@pytest.mark.parametrize(
    ("case", "said"),
    [("Call ahead", "Customer actions, column 1"), ("Entrée", "another latitude")],
)
def test_a_difference_is_told_in_few_words(case: str, said: str) -> None:
    old = open_document(CASES / "restaurant-as-is.csv").document
    new = open_document(CASES / "restaurant-to-be.csv").document
    found = {line.name: str(line.detail) for line in told(old, new, compare(old, new))}
    assert found[case] == said


def test_a_cost_of_nothing_is_told_apart_from_no_cost() -> None:
    old = new_blueprint()
    old.apply(steps.add_step(old, "lane-onstage", "column-1", label="Check", cost=5.0).change)
    new = old.snapshot()
    new.apply(steps.set_fields(new, list(new.steps), cost=0.0))
    (line,) = told(old, new, compare(old, new))
    assert str(line.detail) == "another cost"
