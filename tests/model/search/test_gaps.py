"""What is missing is found where it is expected, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.model.document import Document
from blueprint.model.edits.steps import add_step, delete, set_fields
from blueprint.model.search.gaps import lacking
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"


def shine() -> Document:
    return open_document(CASES / "shoeshine.csv").document


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("label", []),
        ("owner", []),
        ("duration", ["c1", "cw", "s1", "c2"]),
        ("tolerance", []),
        ("cost", ["o1", "r1", "o3", "o4"]),
        ("evidence", []),
        ("recovery", []),
        ("emotion", ["c1", "cw", "c2"]),
        ("channel", ["c1", "cw", "o1", "o2", "r1", "o3", "c2", "o4"]),
    ],
)
def test_gaps_of_the_shoeshine(key: str, steps: list[str]) -> None:
    assert lacking(shine(), key) == steps


def test_a_provider_step_without_owner_has_a_gap_a_customer_has_none() -> None:
    document = shine()
    document.apply(set_fields(document, ["o3", "c1"], owner=" "))
    assert lacking(document, "owner") == ["o3"]


def test_evidence_that_spans_a_column_is_evidence_there() -> None:
    document = shine()
    document.apply(delete(document, ["e2"]))
    assert lacking(document, "evidence") == ["cw"]
    document.apply(set_fields(document, ["e1"], span=2))
    assert lacking(document, "evidence") == []


def test_a_step_without_a_name_has_a_gap() -> None:
    document = shine()
    added = add_step(document, document.step("o3").lane, document.columns[0].id)
    document.apply(added.change)
    assert lacking(document, "label") == [added.id]
