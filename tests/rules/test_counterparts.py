"""A step of the to-be that comes from nowhere is found, in comparison with the as-is alone."""

from __future__ import annotations

import pytest

from blueprint.model.document import Document
from blueprint.model.entities import Dismissal
from blueprint.rules.checker import Checker
from blueprint.rules.runner import check, review
from tests.export.cases import case
from tests.rules.build import blueprint

AS_IS = "c customer 1 label=Pay\no onstage 1 label=Collect"

VALID = {
    "the same": AS_IS,
    "fewer steps": "c customer 1 label=Pay",
    "known by id under another name": "c customer 1 'label=Pay at the machine'",
    "known by name under another id": "x customer 2 label=Pay\ny backstage 1 label=collect",
    "a remark": f"{AS_IS}\nn note 1 'label=For staff'",
    "nothing": "",
    "a new step of another as-is": f"document state=as-is\n{AS_IS}\nz support 1 label=Bill",
}
INVALID = {
    "a new step": (f"{AS_IS}\nz support 1 label=Bill", ["z"]),
    "new evidence": (f"{AS_IS}\ne evidence 1 label=Receipt", ["e"]),
    "another name and another id": ("x customer 1 label=Leave\no onstage 1", ["x"]),
    "a second one of a name": (f"{AS_IS}\nz customer 2 label=Pay", ["z"]),
    "two in reading order": (
        f"document state=to-be\n{AS_IS}\nz support 2 label=Bill\ny backstage 1 label=Note",
        ["y", "z"],
    ),
}


def found(to_be: Document, as_is: Document | None) -> list[str]:
    return [step for one in check(to_be, as_is) if one.rule == "SB067" for step in one.steps]


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_steps_with_a_counterpart_are_silent(text: str) -> None:
    assert found(blueprint(text), blueprint(AS_IS)) == []


@pytest.mark.parametrize(("text", "steps"), INVALID.values(), ids=INVALID)
def test_steps_without_a_counterpart_are_found(text: str, steps: list[str]) -> None:
    assert found(blueprint(text), blueprint(AS_IS)) == steps


def test_without_a_comparison_nothing_is_said() -> None:
    document = blueprint(INVALID["a new step"][0])
    assert found(document, None) == []
    assert not [one for one in Checker(document).findings if one.rule == "SB067"]


def test_a_finding_stays_set_aside() -> None:
    document = blueprint(INVALID["a new step"][0])
    aside = Dismissal(id="d", rule="SB067", subjects=("z",), reason="Planned for May")
    kept = Document([*document.entities.values(), aside])
    assert found(kept, blueprint(AS_IS)) == []
    (one,) = [
        x for x in review(kept, as_is=blueprint(AS_IS)).dismissed if x.finding.rule == "SB067"
    ]
    assert one.dismissal.reason == "Planned for May"


def test_the_classic_pair_adds_nothing() -> None:
    assert found(case("restaurant-to-be"), case("restaurant-as-is")) == []
