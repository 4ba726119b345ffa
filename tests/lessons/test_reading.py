"""A lesson file is read, and what is wrong in it is said line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.lessons.lesson import Lesson
from blueprint.lessons.reading import read_lesson
from blueprint.model.notation import LaneRole
from blueprint.storage import Unreadable

SOUND = """\
# Fetching coffee

minutes: 10
lanes: customer, onstage

A guest fetches
a coffee.

Write it down.

## Checks

### Three steps
count: in customer
at least: 3

“{card}” alone
is too little.

### Somebody owns it
each: in onstage; kind action
has: owner

## Hints
- Ask who.
- Ask
  why.

## Words
- Owner: Who answers for a step
"""


def read(tmp_path: Path, text: str) -> Lesson:
    path = tmp_path / "coffee.lesson.md"
    path.write_text(text, encoding="utf-8")
    return read_lesson(path)


def complaints(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, text)
    return [str(each) for each in caught.value.messages]


def test_all_parts_of_a_lesson_are_read(tmp_path: Path) -> None:
    lesson = read(tmp_path, SOUND)
    assert lesson.title == "Fetching coffee"
    assert lesson.minutes == 10
    assert lesson.lanes == (LaneRole.CUSTOMER, LaneRole.ONSTAGE)
    assert lesson.text == ("A guest fetches a coffee.", "Write it down.")
    assert [check.text for check in lesson.checks] == ["Three steps", "Somebody owns it"]
    assert lesson.checks[0].why == "“{card}” alone is too little."
    assert lesson.hints == ("Ask who.", "Ask why.")
    assert [(term.word, term.meaning) for term in lesson.terms] == [
        ("Owner", "Who answers for a step")
    ]
    assert lesson.start is None


def test_a_chinese_lesson_needs_no_english_word(tmp_path: Path) -> None:
    lesson = read(
        tmp_path,
        "# 咖啡\n\n分钟：10\n泳道：顾客行为、前台\n\n顾客\n买咖啡。\n\n"
        "## 检查\n### 三步\n数量：在 顾客行为；类型 活动\n至少：3\n\n"
        "## 提示\n1. 想一想\n## 用语\n- 责任角色：谁负责\n",
    )
    assert lesson.text == ("顾客买咖啡。",)
    assert lesson.lanes == (LaneRole.CUSTOMER, LaneRole.ONSTAGE)
    assert len(lesson.checks) == len(lesson.hints) == len(lesson.terms) == 1


def test_tables_beside_the_lesson_are_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "coffee.start.csv").write_text("lane,label\ncustomer,Asks\n", encoding="utf-8")
    lesson = read(tmp_path, SOUND)
    assert lesson.start == tmp_path / "coffee.start.csv"
    assert lesson.solution is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# Fetching", "Fetching", "Line 1: A lesson begins with its title"),
        ("minutes: 10", "minutes: ten", "Line 3: “ten” is not a number."),
        ("minutes: 10", "minutes: 0", "Line 3: Write a whole number from 1 to 1000 here."),
        ("minutes: 10", "minuets: 10", "Line 3: “minuets” means nothing here. Is it “minutes”?"),
        ("customer, onstage", "customer, onstag", "Line 4: “onstag” means nothing here."),
        ("## Checks", "## Tests", "Line 11: “Tests” means nothing here."),
        ("### Three", "- Three", "Line 11: Each check begins with a heading"),
        ("count: in customer", "cuont: in customer", "Line 14: “cuont” means nothing here."),
        ("count: in customer", "count:", "Line 14: Nothing stands after “count:”."),
        ("count: in customer", "count: customer", "Line 14: “customer” chooses no steps."),
        ("at least: 3", "at least: few", "Line 15: “few” is not a number."),
        ("at least: 3", "at least: 2.5", "Line 15: Write a whole number after “at least:”."),
        ("at least: 3", "at least: 5\nat most: 3", "Line 15: No figure is at least 5"),
        ("at least: 3", "has: owner", "Line 15: “has” has no meaning in a check that begins"),
        ("at least: 3", "count: in onstage", "Line 15: “count” is said twice. Keep one line."),
        ("has: owner", "has: onwer", "Line 22: “onwer” means nothing here. Is it “owner”?"),
        ("has: owner\n", "", "Line 20: Say what each of them does"),
        ("kind action", "kind acton", "Line 21: “acton” means nothing here. Is it “action”?"),
        ("- Owner: Who", "- Owner who", "Line 30: Write a word, a colon and what it means."),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SOUND
    told = complaints(tmp_path, SOUND.replace(old, new, 1))
    assert any(each.startswith(said) for each in told), told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SOUND.replace("minutes: 10", "minutes: x").replace("has: owner", "has: y")
    assert [each[:8] for each in complaints(tmp_path, text)] == ["Line 3: ", "Line 22:"]


def test_a_lesson_without_checks_is_none(tmp_path: Path) -> None:
    assert complaints(tmp_path, "# Title\n\nText.\n")[0].startswith("Line 1: A lesson needs")


def test_a_start_elsewhere_is_refused(tmp_path: Path) -> None:
    told = complaints(tmp_path, SOUND.replace("minutes: 10", "start: ../../secret.csv"))
    assert told[0].startswith("Line 3: “../../secret.csv” is no table or blueprint beside")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.lesson.md"
    path.write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(Unreadable, match="UTF-8"):
        read_lesson(path)


LINES = st.sampled_from([*SOUND.splitlines(), "###", "## ", "count: ;", "each: named “", ": :"])


@given(st.lists(LINES, max_size=25))
def test_any_mixture_of_lines_is_a_lesson_or_told_in_words(lines: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "mixed.lesson.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        told: tuple[object, ...] = ()
        try:
            lesson = read_lesson(path)
        except Unreadable as problem:
            told = problem.messages
        assert all(str(each) for each in told)
        assert told or (lesson.title and lesson.checks)
