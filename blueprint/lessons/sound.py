"""Whether a lesson can be given to students: its text, its beginning and its solution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from blueprint.i18n import Message, message
from blueprint.lessons.lesson import Lesson
from blueprint.lessons.marking import mark
from blueprint.lessons.opening import solution_document, start_document
from blueprint.lessons.reading import read_lesson
from blueprint.storage import Unreadable


def faults(path: Path) -> tuple[Message, ...]:
    """What a teacher should put right in a lesson, in the order of its parts; empty if nothing.

    Raises Unreadable only where there is no such file.
    """
    if not path.is_file():
        raise Unreadable([message("There is no such file.")])
    try:
        lesson = read_lesson(path)
    except Unreadable as problem:
        return problem.messages
    return (*_of_text(lesson), *_of_start(lesson), *_of_solution(lesson))


def _of_text(lesson: Lesson) -> Iterator[Message]:
    if not lesson.text:
        yield message("The lesson has no text. Say below its title what there is to do.")
    if not lesson.hints:
        yield message("The lesson has no hints. Add a section “## Hints” with a list.")


def _of_start(lesson: Lesson) -> Iterator[Message]:
    try:
        start = start_document(lesson)
    except Unreadable as problem:
        yield from problem.messages
        return
    if mark(lesson, start).is_done:
        yield message("Where the lesson begins, all checks are passed already.")


def _of_solution(lesson: Lesson) -> Iterator[Message]:
    try:
        solution = solution_document(lesson)
    except Unreadable as problem:
        yield from problem.messages
        return
    for found in mark(lesson, solution).marks:
        if found.verdict.why is not None:
            yield message(
                "The solution does not pass “{check}” (line {line}): {why}",
                check=found.check.text,
                line=found.check.line,
                why=found.verdict.why,
            )
