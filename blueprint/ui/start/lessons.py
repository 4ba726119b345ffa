"""The lessons on the start page: how far each has come, in a ring."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import Message, current_language, message, tr
from blueprint.lessons.course import Course, course_of, shipped_course
from blueprint.lessons.heading import Heading, headings
from blueprint.ui.icons import pixmap
from blueprint.ui.lessons.records import Record, Records
from blueprint.ui.lessons.ring import Ring
from blueprint.ui.start.page import Page, Start
from blueprint.ui.start.sheet import Sheet
from blueprint.ui.start.stop import stop
from blueprint.ui.start.tiles import Tile, framed, link, section
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import keep_icon, label

AT_HOME: Final = 4
"""Lessons that the home page shows."""


class LessonRow(Tile):
    """A row of the list: ring, number and title, and how far it has come."""

    def __init__(self, start: Start, number: int, lesson: Heading) -> None:
        record = Records(start.settings).of(lesson.path)
        line = tr(standing(record, lesson))
        super().__init__(
            "row", partial(start.begin_lesson, lesson.path), f"{number} {lesson.title}", line
        )
        self.picture.setParent(None)
        self.ring = Ring(28)
        self.ring.show_share(record.passed / record.total if record.total else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(14)
        row.addWidget(self.ring)
        self.words.insertStretch(0, 1)
        self.words.addStretch(1)
        row.addLayout(self.words, 1)
        sign = label("")
        sign.setPixmap(pixmap("right", LOOK.colours.ink2, 14, 2.0))
        row.addWidget(sign)
        self.ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.let_through()


def standing(record: Record, lesson: Heading) -> Message:
    """How far a lesson has come, in words."""
    if record.is_done:
        return message("Done. {passed} of {total} checks", passed=record.passed, total=record.total)
    if record.is_begun:
        return message(
            "In progress. {passed} of {total} checks", passed=record.passed, total=record.total
        )
    if lesson.minutes is None:
        return message("Not begun")
    return message("About {minutes} minutes", minutes=lesson.minutes)


def _rows(start: Start, found: tuple[Heading, ...], first: int = 0) -> QWidget:
    return framed(
        [LessonRow(start, number, lesson) for number, lesson in enumerate(found, first + 1)]
    )


def _window(records: Records, found: tuple[Heading, ...]) -> int:
    """The first lesson that the home page shows: the one to go on with, and some before it."""
    open_ = (place for place, lesson in enumerate(found) if not records.of(lesson.path).is_done)
    following = next(open_, len(found))
    return max(0, min(following - AT_HOME // 2, len(found) - AT_HOME))


def _at_home(start: Start) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    found = headings(shipped_course(current_language()))
    every = message("All {count} lessons", count=len(found))
    column.addLayout(section(message("Lessons"), link(every, lambda: start.show("lessons"))))
    first = _window(Records(start.settings), found)
    column.addWidget(_rows(start, found[first : first + AT_HOME], first))
    column.addStretch(1)
    return part


def _page(start: Start) -> QWidget:
    opener = stop(message("Open lesson file…"), lambda: start.actions.run("lesson.open"))
    keep_icon(opener, "folder", "ink")
    lead = message("Learn service blueprints step by step; your work is checked as you draw.")
    sheet = Sheet(message("Lessons"), lead, opener)
    sheet.add(_rows(start, headings(shipped_course(current_language()))))
    for course in _own_courses(start):
        sheet.begin(course.paths[0].parent.name)
        sheet.add(_rows(start, headings(course)))
    return sheet


def _own_courses(start: Start) -> list[Course]:
    """The courses of the lessons that were opened from files."""
    found = (course_of(path) for path in Records(start.settings).own())
    return list(dict.fromkeys(found))


LESSONS: Final = Page("lessons", message("Lessons"), "book", _page, _at_home)
