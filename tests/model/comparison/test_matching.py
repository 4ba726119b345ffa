"""Two versions of a blueprint are matched as a reader would match them."""

from pathlib import Path
from typing import Any

import pytest

from blueprint.model.change import diff
from blueprint.model.comparison.matching import Difference, compare
from blueprint.model.comparison.wording import comparison_as_json, in_words
from blueprint.model.distribution import fixed
from blueprint.model.edits import columns, lanes, steps
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import FailPoint, WaitPoint
from blueprint.model.notation import StepKind
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"


def test_restaurant_to_be_drops_the_reservation_and_opens_a_sundae_bar() -> None:
    old = open_document(CASES / "restaurant-as-is.csv").document
    new = open_document(CASES / "restaurant-to-be.csv").document
    found = compare(old, new)
    removed = {pair.old.label for pair in found.of(Difference.REMOVED) if pair.old}
    assert removed == {"Call ahead", "Take reservation", "Serve water and bread"}
    assert found.of(Difference.ADDED) == ()
    entree = next(pair for pair in found.pairs if pair.new and pair.new.label == "Entrée")
    assert entree.fields == ("latitude",)
    dessert = next(pair for pair in found.pairs if pair.old and pair.old.label == "Dessert")
    assert set(dessert.fields) >= {"label", "place"}


def test_a_document_does_not_differ_from_itself() -> None:
    document = open_document(CASES / "hotel.csv").document
    assert compare(document, document).differences == ()


def test_an_inserted_column_moves_nothing() -> None:
    old = open_document(CASES / "hotel.csv").document
    new = old.snapshot()
    new.apply(columns.insert_column(new, 3).change)
    assert compare(old, new).differences == ()


def test_steps_drawn_anew_match_by_name_and_lane() -> None:
    old, new = new_blueprint(), new_blueprint()
    for document, column in ((old, "column-1"), (new, "column-2")):
        added = steps.add_step(document, "lane-customer", column, label="Pay")
        document.apply(added.change)
    (pair,) = compare(old, new).pairs
    assert pair.difference is None


def test_a_step_in_another_lane_has_moved() -> None:
    old = new_blueprint()
    old.apply(steps.add_step(old, "lane-onstage", "column-1", label="Check").change)
    new = old.snapshot()
    new.apply(lanes.remove_lane(new, "lane-onstage", move_to="lane-backstage"))
    (pair,) = compare(old, new).differences
    assert pair.difference is Difference.MOVED
    words = in_words(old, new, compare(old, new), "en")
    assert words == ["> “Check” moved from Onstage people, column 1 to Backstage, column 1"]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"fail": FailPoint(what="Wax", probability=0.1)}, "fail: – → what “Wax”, probability 0.1"),
        ({"wait": WaitPoint(expected=90.0)}, "wait: – → expected 1 min 30 s"),
        ({"duration": fixed(30)}, "duration: – → 30 s"),
        ({"tolerance": 120.0}, "tolerance: – → 2 min"),
        ({"cost": 0.0}, "cost: – → 0"),
        ({"kind": StepKind.WAIT}, "kind: Action → Wait"),
        ({"tags": ("slow", "dear")}, "tags: – → slow, dear"),
        ({"fields": {"room": "12"}}, "fields: – → room “12”"),
        ({"moment_of_truth": True}, "moment_of_truth: No → Yes"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_any_field_that_differs_is_told_in_words(fields: dict[str, Any], line: str) -> None:
    old = new_blueprint()
    old.apply(steps.add_step(old, "lane-onstage", "column-1", label="Check").change)
    new = old.snapshot()
    new.apply(steps.set_fields(new, list(new.steps), **fields))
    words = in_words(old, new, compare(old, new), "en")
    assert words == ["~ “Check” changed: Onstage people, column 1", f"    {line}"]
    assert in_words(old, new, compare(old, new), "zh_CN")


def test_json_names_old_and_new_values() -> None:
    old = open_document(CASES / "restaurant-as-is.csv").document
    new = old.snapshot()
    new.apply(steps.set_fields(new, ["b3"], latitude=4))
    form = comparison_as_json(compare(old, new), diff(old.entities, new.entities))
    assert form["steps"] == [
        {
            "difference": "changed",
            "old": "b3",
            "new": "b3",
            "label": "Entrée",
            "moved": False,
            "fields": {"latitude": [15, 4]},
        }
    ]
