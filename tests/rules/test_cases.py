"""What the rules say of the classic blueprints: no false alarm, and the one true one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from blueprint.rules import Finding, check
from blueprint.storage import open_document

_FOLDER = Path(__file__).parent.parent / "cases"
CASES = sorted(path.name for path in _FOLDER.glob("*.csv"))


@cache
def _findings(case: str) -> tuple[Finding, ...]:
    return check(open_document(_FOLDER / case).document)


def _named(case: str, id: str) -> list[tuple[str, ...]]:
    return [one.steps for one in _findings(case) if one.rule == id]


def test_the_carpet_cleaners_go_round_for_ever() -> None:
    case = "carpet-cleaning.csv"
    assert [one.rule for one in _findings(case) if one.severity == "error"] == [
        "SB002",
        "SB003",
        "SB005",
    ]
    assert _named(case, "SB003") == [("c1",)]
    assert _named(case, "SB005") == [("o2", "o3")]


@pytest.mark.parametrize("case", [name for name in CASES if name != "carpet-cleaning.csv"])
def test_no_classic_blueprint_has_an_error(case: str) -> None:
    assert [one for one in _findings(case) if one.severity == "error"] == []


@pytest.mark.parametrize("case", ["hotel.csv", "parcel.zh.csv", "loan.csv"])
def test_customers_who_phone_or_write_meet_backstage(case: str) -> None:
    assert {one.rule for one in _findings(case)}.isdisjoint({"SB010", "SB011"})


def test_what_the_shoeshine_leaves_open() -> None:
    rules = {one.rule for one in _findings("shoeshine.csv")}
    assert rules == {"SB040", "SB044", "SB050", "SB063", "SB064"}


def test_the_parcel_is_handed_straight_to_the_airline() -> None:
    assert _named("parcel.zh.csv", "SB012") == [("o1", "s1")]


def test_guests_who_read_the_menu_are_served_before_the_change_alone() -> None:
    assert _named("restaurant-as-is.csv", "SB024") == []
    assert _named("restaurant-to-be.csv", "SB024") == [("c3",)]
