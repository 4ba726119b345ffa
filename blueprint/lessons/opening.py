"""The blueprints of a lesson: what students begin with, and what the teacher would have drawn."""

from __future__ import annotations

from pathlib import Path

from blueprint.i18n import message
from blueprint.lessons.lesson import Lesson
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import Unreadable, open_document


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
