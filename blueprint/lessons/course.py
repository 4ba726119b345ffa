"""A course is a folder of lessons; each lesson has a blueprint to begin with and one to reach."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from blueprint.i18n import LANGUAGES, message
from blueprint.lessons.lesson import SUFFIX, Lesson
from blueprint.lessons.reading import read_lesson
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.resources import resource_folder
from blueprint.storage import Unreadable, open_document


@dataclass(frozen=True, slots=True)
class Course:
    """The files of a course in order of name. `shipped`: it came with the program."""

    paths: tuple[Path, ...]
    shipped: bool = False

    def place(self, path: Path) -> int:
        """Where a lesson stands, from 0; 0 if it is none of the course."""
        return self.paths.index(path) if path in self.paths else 0

    def beside(self, path: Path, by: int) -> Path | None:
        """The next lesson, or with −1 the previous one; None at the ends."""
        place = self.place(path) + by
        return self.paths[place] if 0 <= place < len(self.paths) else None


def shipped_course(language: str) -> Course:
    """The lessons that come with the program."""
    chosen = language if language in LANGUAGES else "en"
    return Course(_lessons_in(resource_folder("lessons") / chosen), shipped=True)


def course_of(path: Path) -> Course:
    """The course that a lesson belongs to: the lessons in its folder, or it alone."""
    for language in LANGUAGES:
        shipped = shipped_course(language)
        if path in shipped.paths:
            return shipped
    found = _lessons_in(path.parent)
    return Course(found if path in found else (path,))


def _lessons_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob(f"*{SUFFIX}")))


def lessons(course: Course) -> tuple[Lesson, ...]:
    """The lessons of a course; a file that cannot be read is left out."""
    found = []
    for path in course.paths:
        try:
            found.append(read_lesson(path))
        except Unreadable:
            continue
    return tuple(found)


def start_document(lesson: Lesson, language: str = "en") -> Document:
    """What a student begins with, a document of its own. Raises Unreadable.

    `language` is that of a blueprint that the lesson gives no beginning of.
    """
    if lesson.start is None:
        made = new_blueprint(language, lesson.title, columns=lesson.columns or 7)
        missing = [lane.id for lane in made.lanes if lesson.lanes and lane.role not in lesson.lanes]
        if missing:
            made = Document(each for each in made.entities.values() if each.id not in missing)
    else:
        made = _opened(lesson.start)
    if not made.properties.title:
        made.apply(set_properties(made, title=lesson.title))
    return _filled_up(made, lesson)


def _filled_up(made: Document, lesson: Lesson) -> Document:
    """The lanes and columns that the lesson speaks of and its table cannot hold."""
    there = {lane.role for lane in made.lanes}
    for role in dict.fromkeys(lesson.lanes):
        if role not in there:
            made.apply(insert_lane(made, role).change)
    while len(made.columns) < lesson.columns:
        made.apply(insert_column(made, len(made.columns)).change)
    return made


def solution_document(lesson: Lesson) -> Document:
    """What the teacher would have drawn. Raises Unreadable if there is none."""
    if lesson.solution is None:
        raise Unreadable([message("The lesson has no solution. Put one beside it.")])
    return _filled_up(_opened(lesson.solution), lesson)


def _opened(path: Path) -> Document:
    try:
        return open_document(path).document
    except Unreadable as problem:
        told = [message("“{file}”: {what}", file=path.name, what=each) for each in problem.messages]
        raise Unreadable(told) from None
