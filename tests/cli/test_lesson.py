"""`blueprint lesson`: lessons are checked for teachers, and works are marked."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from blueprint.lessons.course import shipped_course
from blueprint.lessons.features import FEATURES, Feature
from blueprint.lessons.figures import FIGURES, Figure
from blueprint.lessons.reading import read_lesson
from blueprint.lessons.vocabulary import BOUNDS, CHECKS, CLAUSES, Words
from tests.architecture.sources import ROOT
from tests.cli.running import Shell

LINE = shipped_course("en").paths[2]
STARTED = LINE.with_name("03-line-of-visibility.start.csv")
SOLVED = LINE.with_name("03-line-of-visibility.solution.csv")
COFFEE = """\
# Coffee

Fetch it.

## Checks
### Two steps
count: in customer
at least: 2

## Hints
- Ask who.
"""


def coffee(shell: Shell, text: str = COFFEE, *, start: int = 1, solution: int = 2) -> Path:
    """A lesson with a start and a solution of so many steps."""
    for name, steps in (("start", start), ("solution", solution)):
        rows = "".join(f"customer,Step {number}\n" for number in range(steps))
        shell.write(f"coffee.{name}.csv", f"lane,label\n{rows}")
    return shell.write("coffee.lesson.md", text)


def test_the_lessons_that_ship_are_sound(shell: Shell) -> None:
    paths = [*shipped_course("en").paths, *shipped_course("zh_CN").paths]
    ran = shell("lesson", "check", *paths)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("nothing found") == 16


@pytest.mark.parametrize(
    ("old", "new", "sizes", "said"),
    [
        ("at least: 2", "at lest: 2", (1, 2), "Line 8: “at lest” means nothing here."),
        ("at least: 2", "at least: 3", (1, 2), "does not pass “Two steps” (line 6): 2 so far"),
        ("", "", (2, 2), "Where the lesson begins, all checks are passed already."),
        ("- Ask who.", "", (1, 2), "The lesson has no hints."),
        ("Fetch it.", "", (1, 2), "The lesson has no text."),
    ],
)
def test_what_a_teacher_should_put_right_is_said(
    shell: Shell, old: str, new: str, sizes: tuple[int, int], said: str
) -> None:
    start, solution = sizes
    lesson = coffee(shell, COFFEE.replace(old, new), start=start, solution=solution)
    ran = shell("lesson", "check", lesson)
    assert ran.code == 1
    assert said in ran.out


def test_a_missing_solution_is_said(shell: Shell) -> None:
    lesson = coffee(shell)
    (shell.folder / "coffee.solution.csv").unlink()
    ran = shell("lesson", "check", lesson)
    assert (ran.code, "has no solution" in ran.out) == (1, True)


def test_a_bad_table_is_said_with_its_name(shell: Shell) -> None:
    lesson = coffee(shell)
    shell.write("coffee.solution.csv", "lane,label\nnowhere,A\n")
    ran = shell("lesson", "check", lesson)
    assert ran.code == 1
    assert "“coffee.solution.csv”: " in ran.out


def test_a_lesson_that_is_not_there_is_a_wrong_command(shell: Shell) -> None:
    ran = shell("lesson", "check", "nowhere.lesson.md")
    assert (ran.code, "There is no such file." in ran.err) == (2, True)


def test_works_are_marked_in_a_table(shell: Shell) -> None:
    ran = shell("lesson", "mark", LINE, STARTED, SOLVED)
    rows = [line.split() for line in ran.out.splitlines()[:3]]
    assert rows[0] == ["File", "Passed", "Open", "checks"]
    assert rows[1][1:] == ["3", "of", "8", "3,", "4,", "6,", "7,", "8"]
    assert rows[2][1:] == ["8", "of", "8", "–"]
    assert "  3  No hidden work above the line" in ran.out
    assert ran.code == 0


def test_a_number_stands_for_a_lesson_of_the_program(shell: Shell) -> None:
    assert shell("lesson", "mark", "3", SOLVED).out == shell("lesson", "mark", LINE, SOLVED).out


def test_all_works_of_a_folder_are_marked_as_csv(shell: Shell) -> None:
    lesson = coffee(shell)
    works = shell.folder / "works"
    works.mkdir()
    for name, steps in (("a.csv", 3), ("b.csv", 1)):
        labels = "".join(f"customer,Step {number}\n" for number in range(steps))
        (works / name).write_text(f"lane,label\n{labels}", encoding="utf-8")
    (works / "remarks.txt").write_text("none", encoding="utf-8")
    ran = shell("lesson", "mark", lesson, works, "--format", "csv")
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert rows[0] == ["file", "passed", "total", "Two steps"]
    assert [(Path(row[0]).name, *row[1:]) for row in rows[1:]] == [
        ("a.csv", "1", "1", "1"),
        ("b.csv", "0", "1", "0"),
    ]


def test_programs_get_the_explanations_too(shell: Shell) -> None:
    ran = shell("lesson", "mark", LINE, STARTED, "--format", "json")
    told = json.loads(ran.out)
    work = told["works"][0]
    assert told["lesson"] == "Drawing the line of visibility"
    assert (work["passed"], work["total"], len(work["checks"])) == (3, 8, 8)
    hidden = work["checks"][2]
    assert not hidden["passed"]
    assert (hidden["done"], hidden["wanted"]) == (0, 3)
    assert "“Take bags to room”" in hidden["explanation"]


def test_a_work_that_cannot_be_read_does_not_stop_the_others(shell: Shell) -> None:
    ran = shell("lesson", "mark", LINE, "nowhere.csv", SOLVED)
    assert ran.code == 2
    assert "8 of 8" in ran.out
    assert "nowhere.csv" in ran.err


def test_teachers_are_spoken_to_in_chinese(shell: Shell) -> None:
    lesson = shipped_course("zh_CN").paths[2]
    work = lesson.with_name("03-line-of-visibility.start.csv")
    ran = shell("--lang", "zh_CN", "lesson", "mark", lesson, work)
    assert "已通过" in ran.out
    assert "3 / 8" in ran.out


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_lesson_in_the_guide_can_be_read(shell: Shell, language: str) -> None:
    page = (ROOT / "docs" / "guide" / language / "lessons.md").read_text(encoding="utf-8")
    example = next(part for part in page.split("```") if part.startswith("\n# "))
    lesson = read_lesson(shell.write("coffee.lesson.md", example))
    assert (len(lesson.checks), len(lesson.hints), len(lesson.terms)) == (2, 1, 1)
    assert lesson.minutes == 15


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_guide_names_every_word_of_checks(language: str) -> None:
    page = (ROOT / "docs" / "guide" / language / "lessons.md").read_text(encoding="utf-8")
    for words in (CHECKS, BOUNDS, CLAUSES, *(_words(table) for table in (FEATURES, FIGURES))):
        for english, others in words.items():
            spoken = [english] if language == "en" else [w for w in others if not w.isascii()]
            assert any(word in page for word in spoken), (english, others)


def _words(table: Mapping[str, Feature | Figure]) -> Words:
    return {name: found.words for name, found in table.items()}
