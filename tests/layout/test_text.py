"""Text breaks where its script allows it, and stays inside its width."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.fonts import advance
from blueprint.layout.text import break_text, first_baseline


def lines(text: str, width: float, **options: int) -> list[str]:
    return [line.text for line in break_text(text, width, **options).lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 108, [""]),
        ("Pays", 108, ["Pays"]),
        ("Apply polish to both shoes", 108, ["Apply polish to", "both shoes"]),
        ("two  spaces\tand a tab", 200, ["two spaces and a tab"]),
        ("first\n\nthird", 108, ["first", "", "third"]),
        ("first\r\nsecond", 108, ["first", "second"]),
        ("check-in desk at the door", 60, ["check-in", "desk at", "the door"]),
        ("don’t say “no” to a guest", 80, ["don’t say", "“no” to a", "guest"]),
        ("Internationalisation", 60, ["Internati", "onalisatio", "n"]),
        ("self-administered/questionnaire", 108, ["self-", "administered/", "questionnaire"]),
        ("rate/availability/price", 80, ["rate/", "availability/", "price"]),
        ("从后台准备鞋油和刷子", 108, ["从后台准备鞋油和", "刷子"]),
        ("等待上门取件", 26, ["等待", "上门", "取件"]),
    ],
)
def test_where_a_text_breaks(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选择刷子和布料，抛光", ["选择刷子和布", "料，抛光"]),
        ("选择（刷子）与布料", ["选择（刷子）", "与布料"]),
        ("选择刷子与（布料）", ["选择刷子与", "（布料）"]),
        ("他说：“是的，好”吧", ["他说：“是的，", "好”吧"]),
        ("取件用时30秒（快）", ["取件用时30秒", "（快）"]),
    ],
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, expected: list[str]
) -> None:
    assert lines(text, 6.4 * 13) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签收表格、手持终端设", ["签收表格、", "手持终端设"]),
        ("派送短信，预计时间到。", ["派送短信，", "预计时间到。"]),
        ("电话确认上门取件时间", ["电话确认上", "门取件时间"]),
        ("电话确认上门取件时间点", ["电话确认上门取件时", "间点"]),
    ],
)
def test_no_han_character_stands_alone_on_the_second_of_two_lines(
    text: str, expected: list[str]
) -> None:
    assert lines(text, 9.2 * 13) == expected


def test_the_twelfth_line_ends_in_an_ellipsis_when_more_follow() -> None:
    block = break_text(" ".join(["word"] * 100), 60)

    assert block.cut
    assert len(block.lines) == 12
    assert block.lines[-1].text == "word…"
    assert block.height == 12 * 17
    assert not break_text(" ".join(["word"] * 12), 40).cut


def test_text_is_composed_and_loses_what_has_no_picture() -> None:
    assert lines("Cafe\u0301 \u200bbar\ufe0f", 200) == ["Café bar"]


def test_lines_stand_one_line_height_apart_on_whole_baselines() -> None:
    block = break_text("Apply polish to both shoes", 80)

    assert [line.baseline for line in block.lines] == [13, 30, 47]
    assert first_baseline(11, 14) == 11
    assert first_baseline(12, 16) == 12


def test_centred_lines_have_equal_room_on_both_sides() -> None:
    for line in break_text("Apply polish to both shoes", 80, centred=True).lines:
        assert line.x == pytest.approx((80 - line.width) / 2)


ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab cd-e/f (g), “h”. 中文，。（字）、“引” \n"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=60,
)


@given(ANY_TEXT, st.integers(min_value=20, max_value=200), st.booleans())
def test_every_line_fits_and_no_character_is_lost(text: str, width: int, bold: bool) -> None:
    block = break_text(text, width, bold=bold, most_lines=1000)

    for line in block.lines:
        assert line.width == pytest.approx(advance(line.text, 13, bold))
        assert line.width <= width + 1e-6 or len(line.text.strip()) <= 2
    whole = break_text(text, 1e9, bold=bold, most_lines=1000)
    assert joined(block.lines) == joined(whole.lines)


def joined(lines: object) -> str:
    assert isinstance(lines, tuple)
    return "".join("".join(line.text.split()) for line in lines)


@given(st.text(alphabet="中文字，。、；：！？）》」』（《「『", min_size=1, max_size=40))
def test_han_lines_keep_their_marks_together(text: str) -> None:
    shown = lines(text, 8 * 13, most_lines=1000)

    for before, after in pairwise(shown):
        if before[-1] in "中文字" and after[0] in "，。、；：！？）》」』":
            assert len(before) + run_of_marks(after) > 8
        assert not (before[-1] in "（《「『" and after[0] in "中文字" and len(before) < 4)


def run_of_marks(text: str) -> int:
    """How many characters no break may stand before, at the beginning of `text`."""
    count = 0
    while count < len(text) and text[count] in "，。、；：！？）》」』":
        count += 1
    return count
