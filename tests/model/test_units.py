"""Quantities are read as people write them and written so that nothing is lost."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.i18n import Message, translate
from blueprint.model.distribution import PARAMETERS, Distribution, Shape, fixed
from blueprint.model.units import (
    UnitError,
    parse_distribution,
    parse_duration,
    parse_money,
    parse_number,
    parse_rate,
    show_distribution,
    show_duration,
    show_money,
    show_rate,
    write_distribution,
    write_duration,
    write_number,
    write_rate,
)

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 s", 30),
        ("2 min", 120),
        ("1.5 h", 5_400),
        ("1.1 h", 3_960),
        ("3 d", 259_200),
        ("45", 45),
        ("45.5", 45.5),
        (" 2min ", 120),
        ("1 min 45 s", 105),
        ("-30 s", -30),
        ("−30 s", -30),
        ("2 分钟", 120),
        ("1 分 45 秒", 105),
        ("1.5小时", 5_400),
        ("３ 天", 259_200),
        ("2 Hours", 7_200),
        ("1e3 s", 1_000),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s",
        "5 parsecs",
        "1,5 h",
        "nan",
        "inf s",
        "1e999 h",
        "3 d ago",
        "5 min 3",
        "2 2",
        "--3 s",
    ],
)
def test_what_is_no_duration_is_refused_with_a_reason_in_both_languages(text: str) -> None:
    with pytest.raises(UnitError) as refused:
        parse_duration(text)
    assert translate(refused.value.reason, "zh_CN") != str(refused.value) != ""


def test_a_long_text_is_cut_in_the_reason() -> None:
    with pytest.raises(UnitError) as refused:
        parse_duration("x" * 10_000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "0 s"), (30, "30 s"), (90, "90 s"), (120, "2 min"), (5_400, "90 min"), (86_400, "1 d"),
     (-7_200, "-2 h"), (0.1, "0.1 s"), (93_600, "26 h")],
)  # fmt: skip
def test_durations_are_written_in_the_largest_whole_unit(seconds: float, written: str) -> None:
    assert write_duration(seconds) == written


@given(FINITE)
def test_a_written_duration_is_read_back_exactly(seconds: float) -> None:
    assert parse_duration(write_duration(seconds)) == seconds


@given(FINITE)
def test_a_written_number_and_rate_are_read_back_exactly(number: float) -> None:
    assert parse_number(write_number(number)) == number
    assert parse_rate(write_rate(abs(number))) == abs(number)


@given(st.sampled_from(Shape), st.lists(st.floats(1e-6, 1e12), min_size=3, max_size=3))
def test_a_written_distribution_is_read_back_exactly(shape: Shape, times: list[float]) -> None:
    parameters = tuple(sorted(times)[: PARAMETERS[shape]])
    distribution = Distribution(shape=shape, parameters=parameters)
    assert parse_distribution(write_distribution(distribution)) == distribution


def _read_or_reason(text: str) -> float | Message:
    try:
        return parse_duration(text)
    except UnitError as refused:
        return refused.reason


@given(st.one_of(st.text(), st.text("1e.s d-")))
def test_any_text_gives_a_finite_duration_or_a_reason(text: str) -> None:
    found = _read_or_reason(text)
    assert isinstance(found, Message) or math.isfinite(found)


def test_no_text_makes_reading_slow() -> None:
    for text in ("1e" * 50_000, "1 s " * 50_000 + "!", "1" * 100_000 + "!"):
        assert isinstance(_read_or_reason(text), Message)
    with pytest.raises(UnitError):
        parse_money("a" + " " * 100_000 + "b")


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (0, "0 s", "0 秒"),
        (0.25, "0.25 s", "0.25 秒"),
        (105, "1 min 45 s", "1 分 45 秒"),
        (120, "2 min", "2 分钟"),
        (59.999, "1 min", "1 分钟"),
        (3_599.9, "1 h", "1 小时"),
        (5_400, "1 h 30 min", "1 小时 30 分"),
        (86_400, "24 h", "24 小时"),
        (259_200, "3 d", "3 天"),
        (365_400, "4 d 6 h", "4 天 6 小时"),
        (-30, "−30 s", "−30 秒"),
    ],
)
def test_durations_are_shown_in_the_words_of_the_language(
    seconds: float, english: str, chinese: str
) -> None:
    assert show_duration(seconds, "en") == english
    assert show_duration(seconds, "zh_CN") == chinese


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 s", fixed(30)),
        ("fixed(30 s)", fixed(30)),
        ("uniform(1 h, 8 h)", Distribution(shape=Shape.UNIFORM, parameters=(3_600, 28_800))),
        ("均匀（1 小时，8 小时）", Distribution(shape=Shape.UNIFORM, parameters=(3_600, 28_800))),
        (
            "Triangular(1 d, 3 d, 5 d)",
            Distribution(shape=Shape.TRIANGULAR, parameters=(86_400, 259_200, 432_000)),
        ),
        ("lognormal(1 h, 0.25 h)", Distribution(shape=Shape.LOGNORMAL, parameters=(3_600, 900))),
    ],
)
def test_distributions_are_read(text: str, expected: Distribution) -> None:
    assert parse_distribution(text) == expected


@pytest.mark.parametrize(
    "text",
    ["gamma(1, 2)", "uniform(1 h)", "uniform(8 h, 1 h)", "normal(1 h, -1 s)", "lognormal(0, 1)",
     "fixed()", "fixed(1 s, 2 s)", "uniform(1 h, 2 x)", "uniform 1 h"],
)  # fmt: skip
def test_what_is_no_distribution_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(UnitError) as refused:
        parse_distribution(text)
    assert translate(refused.value.reason, "zh_CN") != str(refused.value)


def test_distributions_are_shown_in_both_languages() -> None:
    uniform = parse_distribution("uniform(1 h, 8 h)")
    assert show_distribution(uniform, "en") == "uniform(1 h, 8 h)"
    assert show_distribution(uniform, "zh_CN") == "均匀(1 小时, 8 小时)"
    assert show_distribution(fixed(90), "en") == "1 min 30 s"


@pytest.mark.parametrize(
    ("text", "amount"),
    [("0.50", 0.5), ("$0.50", 0.5), ("-0.02", -0.02), ("−$0.02", -0.02), ("3 元", 3),
     ("USD 12", 12), ("12 EUR", 12), ("¥３", 3)],
)  # fmt: skip
def test_money_is_read_with_and_without_its_currency(text: str, amount: float) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize("text", ["", "free", "1,5", "1 2", "-+3", "inf"])
def test_what_is_no_money_is_refused(text: str) -> None:
    with pytest.raises(UnitError):
        parse_money(text)


def test_money_is_shown_with_its_currency() -> None:
    assert show_money(0.5, "USD") == "$0.50"
    assert show_money(-0.02, "USD") == "−$0.02"
    assert show_money(0.035, "USD") == "$0.035"
    assert show_money(1_234.5, "CHF") == "1,234.50 CHF"
    assert show_money(12, "CNY", "zh_CN") == "¥12.00"
    assert show_money(12, "JPY") == "¥12"
    assert show_money(0.1 + 0.2) == "0.30"
    assert show_money(-0.00001) == "0.00"


@pytest.mark.parametrize(
    ("text", "per_hour"),
    [
        ("24", 24),
        ("24/h", 24),
        ("24 per hour", 24),
        ("0.4/min", 24),
        ("24/小时", 24),
        ("24 / d", 1),
    ],
)
def test_rates_are_read_per_hour(text: str, per_hour: float) -> None:
    assert parse_rate(text) == pytest.approx(per_hour)


def test_rates_are_shown_in_both_languages() -> None:
    assert show_rate(24, "en") == "24 an hour"
    assert show_rate(24, "zh_CN") == "每小时 24"
