"""The lessons that come with the program."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from blueprint.lessons.course import shipped_course
from blueprint.lessons.lesson import Lesson
from blueprint.lessons.marking import mark
from blueprint.lessons.opening import solution_document, start_document
from blueprint.lessons.reading import read_lesson

ENGLISH = shipped_course("en").paths
CHINESE = shipped_course("zh_CN").paths
EVERY = pytest.mark.parametrize(
    "path", [*ENGLISH, *CHINESE], ids=lambda path: f"{path.parent.name}/{path.name[:2]}"
)


def language_of(path: Path) -> str:
    return path.parent.name


def shape(value: object) -> object:
    """What a check asks for, without the words by which it names steps."""
    if is_dataclass(value) and not isinstance(value, type):
        return [
            (field.name, len(found) if field.name == "names" else shape(found))
            for field in fields(value)
            if field.name not in ("value", "of") or not isinstance(getattr(value, field.name), str)
            for found in [getattr(value, field.name)]
        ]
    return value


def test_there_are_eight_lessons_in_each_language() -> None:
    assert len(ENGLISH) == 8
    assert [path.name for path in ENGLISH] == [path.name for path in CHINESE]


@EVERY
def test_a_lesson_is_not_solved_before_it_begins(path: Path) -> None:
    lesson = read_lesson(path)
    found = mark(lesson, start_document(lesson, language_of(path)))
    assert found.passed < found.total / 2


@EVERY
def test_the_solution_passes_every_check(path: Path) -> None:
    lesson = read_lesson(path)
    found = mark(lesson, solution_document(lesson))
    assert [each.explanation("en") for each in found.marks if not each.passed] == []


@EVERY
def test_a_lesson_has_a_text_minutes_hints_and_words(path: Path) -> None:
    lesson = read_lesson(path)
    assert lesson.title
    assert lesson.minutes
    assert len(lesson.text) >= 2
    assert len(lesson.hints) >= 3
    assert len(lesson.terms) >= 3


@EVERY
def test_what_is_not_passed_is_explained(path: Path) -> None:
    lesson = read_lesson(path)
    language = language_of(path)
    for found in mark(lesson, start_document(lesson, language)).marks:
        said = found.explanation(language)
        assert found.passed or said, found.check.text
        assert "{" not in said, said


@pytest.mark.parametrize(
    ("english", "chinese"), list(zip(ENGLISH, CHINESE, strict=True)), ids=lambda path: path.name[:2]
)
def test_both_languages_have_the_same_checks(english: Path, chinese: Path) -> None:
    one, other = read_lesson(english), read_lesson(chinese)
    assert asked(one) == asked(other)
    assert one.minutes == other.minutes
    assert len(one.hints) == len(other.hints)
    assert len(one.terms) == len(other.terms)
    assert one.lanes == other.lanes


def asked(lesson: Lesson) -> list[object]:
    return [(type(check.asks).__name__, shape(check.asks)) for check in lesson.checks]


@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.name[:2])
def test_a_chinese_lesson_speaks_chinese(path: Path) -> None:
    lesson = read_lesson(path)
    texts = [lesson.title, *lesson.text, *(check.text for check in lesson.checks), *lesson.hints]
    assert [text for text in texts if not re.search(r"[\u4e00-\u9fff]", text)] == []
