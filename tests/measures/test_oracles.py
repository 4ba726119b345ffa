"""Measures of real blueprints agree with the published figures to six significant digits."""

import json
from pathlib import Path
from typing import Any

import pytest

from blueprint.measures.as_json import measures_as_json
from blueprint.measures.summary import measure
from blueprint.storage import open_document

CASES = Path(__file__).parents[1] / "cases"
MINUTE, HOUR = 60.0, 3600.0


def measured(case: str) -> dict[str, Any]:
    document = open_document(CASES / f"{case}.csv").document
    form = measures_as_json(document, measure(document), "en")
    read_back: dict[str, Any] = json.loads(json.dumps(form, allow_nan=False))
    return read_back


def test_shoeshine_earns_18_cents_at_two_minutes_and_loses_two_at_four() -> None:
    money = measured("shoeshine")["money"]
    assert money["profit_at"] == pytest.approx(
        {"60": 0.28, "120": 0.18, "180": 0.08, "240": -0.02, "300": -0.12}, abs=1e-9
    )
    assert money["break_even_s"] == pytest.approx(3.8 * MINUTE, rel=1e-6)


def test_shoeshine_takes_two_minutes_and_eight_seconds_more_for_rework() -> None:
    time = measured("shoeshine")["time"]
    assert time["standard_s"] == pytest.approx(120)
    assert time["tolerance_s"] == pytest.approx(300)
    assert time["mean_s"] == pytest.approx(128.333333, rel=1e-6)
    assert time["total_s"] == pytest.approx(188.333333, rel=1e-6)
    assert time["critical_path"] == ["c0", "c1", "o1", "o2", "o3", "o4", "c3"]


def test_shoeshine_keeps_its_only_shoeshiner_busy() -> None:
    shoeshine = measured("shoeshine")
    (shoeshiner,) = shoeshine["capacity"]["resources"]
    assert shoeshiner["utilisation"] == pytest.approx(0.855556, rel=1e-6)
    assert shoeshiner["wait_mean_s"] == pytest.approx(396.089744, rel=1e-6)
    assert shoeshine["capacity"]["time_in_system_s"] == pytest.approx(524.423077, rel=1e-6)
    assert shoeshine["failure"] == [{"step": "o2", "rpn": 210}]
    assert shoeshine["value_ratio"] == pytest.approx(128.333333 / 188.333333, rel=1e-6)


def test_loan_takes_88_working_hours_and_101_along_the_longest_path() -> None:
    time = measured("loan")["time"]
    assert time["mean_s"] == pytest.approx(88.7 * HOUR, rel=1e-6)
    assert time["standard_s"] == pytest.approx(101.5 * HOUR, rel=1e-6)


def test_drive_up_bank_waits_as_the_textbook_says() -> None:
    bank = measured("drive-up-bank")["capacity"]
    (teller,) = bank["resources"]
    assert teller["utilisation"] == pytest.approx(0.8, rel=1e-6)
    assert teller["wait_mean_s"] / MINUTE == pytest.approx(4.314607, rel=1e-6)
    assert teller["queue_mean"] == pytest.approx(2.588764, rel=1e-6)
    assert bank["bottleneck"] == {"title": "Teller", "capacity_per_hour": pytest.approx(45)}


def test_restaurant_menu_gives_eleven_bits_of_freedom() -> None:
    assert measured("restaurant-as-is")["divergence"]["bits"] == pytest.approx(11.0768, abs=5e-5)


def test_cutting_the_entrees_from_fifteen_to_four_takes_two_bits_away(tmp_path: Path) -> None:
    table = (CASES / "restaurant-as-is.csv").read_text(encoding="utf-8")
    shorter = tmp_path / "shorter.csv"
    shorter.write_text(table.replace("Kitchen,15", "Kitchen,4"), encoding="utf-8")
    document = open_document(shorter).document
    bits = measure(document).divergence
    whole = measure(open_document(CASES / "restaurant-as-is.csv").document).divergence
    assert bits is not None
    assert whole is not None
    assert bits - whole == pytest.approx(-1.9069, abs=5e-5)


def test_what_cannot_be_computed_is_null_with_a_reason() -> None:
    carpet = measured("carpet-cleaning")
    assert carpet["time"]["mean_s"] is None
    assert "never left" in str(carpet["missing"]["time"])
    assert carpet["value_ratio"] is None
    hotel = measured("hotel")
    assert hotel["contact"]["degree"] is None
    assert set(hotel["missing"]) >= {"contact", "time", "money", "capacity", "failure"}


@pytest.mark.parametrize("time", ["1e300 s", "1e308 s", "4000 d"])
def test_times_beyond_all_sense_still_give_a_form_that_json_can_hold(
    time: str, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "label,lane,duration,tolerance,price,resource,cost_per_hour\n"
        f"A,customer,{time},{time},5,R,60\n"
        f"B,customer,{time},{time},,R,\n",
        encoding="utf-8",
    )
    document = open_document(table).document
    form = measures_as_json(document, measure(document), "en")
    assert len(json.dumps(form, allow_nan=False)) < 1_000_000
