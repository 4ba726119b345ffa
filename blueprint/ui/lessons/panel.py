"""The panel at the left of a lesson: its text, its checklist, its words and the way on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.lessons.lesson import Lesson
from blueprint.ui.lessons.checklist import Checklist
from blueprint.ui.lessons.studying import Studying
from blueprint.ui.listening import listen
from blueprint.ui.sizing import px
from blueprint.ui.widgets.labels import button, icon_button, keep_icon, label
from blueprint.ui.words import WORDS, say

WIDTH: Final = 372
NARROW_WIDTH: Final = 300
NARROW: Final = 1280
"""Widths of the window under which the panel is narrower."""


class LessonPanel(QFrame):
    """Asks for what its buttons say by `asked`, with the name of an act."""

    asked = Signal(str)

    def __init__(self, studying: Studying) -> None:
        super().__init__()
        self.setObjectName("lesson")
        say(self, name=message("Lesson"))
        self._studying = studying
        self.place = label("", "muted")
        self.title = label("", "lesson_title", wrap=True)
        self.checklist = Checklist()
        self._words = QGridLayout()
        self._text = QVBoxLayout()
        self._text.setSpacing(12)
        self._is_narrow = False
        self.setFixedWidth(px(WIDTH))
        self._arrange()
        listen(self, studying.changed, self.refresh)
        listen(self, studying.marked, self._show_marks)
        listen(self, WORDS.changed, self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def fit(self, width: int) -> None:
        """Leave room to the canvas in a window of that width."""
        self._is_narrow = width < px(NARROW)
        self.setFixedWidth(px(NARROW_WIDTH if self._is_narrow else WIDTH))
        if self._studying.lesson is not None:
            self._show_ways(self._studying.lesson)

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside())
        whole.addWidget(self.area, 1)
        whole.addWidget(self._foot())

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 20, 20)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(
            icon_button("x", message("Leave the lesson"), lambda: self.asked.emit("leave"), 24)
        )
        column.addLayout(head)
        column.addWidget(self.title)
        column.addSpacing(10)
        column.addLayout(self._text)
        column.addSpacing(16)
        column.addWidget(self.checklist)
        column.addSpacing(14)
        self._words_title = label(message("Words used here"), "body_strong")
        column.addWidget(self._words_title)
        column.addSpacing(8)
        self._words.setHorizontalSpacing(12)
        self._words.setVerticalSpacing(6)
        self._words.setColumnMinimumWidth(0, 96)
        self._words.setColumnStretch(1, 1)
        column.addLayout(self._words)
        column.addStretch(1)
        return inside

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("lesson_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(8)
        self.back = QPushButton()
        self.back.clicked.connect(lambda _on=False: self.asked.emit("previous"))
        keep_icon(self.back, "left", "ink")
        self.solution = button(message("Show solution"), lambda: self.asked.emit("solution"))
        self.next = QPushButton()
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.next.clicked.connect(lambda _on=False: self.asked.emit("next"))
        keep_icon(self.next, "right", "ink")
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.solution)
        row.addWidget(self.next)
        return foot

    # --- what is shown -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the lesson that is on."""
        lesson = self._studying.lesson
        if lesson is None:
            return
        self.place.setText(tr(self._place(lesson)))
        self.title.setText(lesson.title)
        _refill(self._text)
        for words in lesson.text:
            self._text.addWidget(label(words, "body", wrap=True))
        self._show_words(lesson)
        self.checklist.show_lesson(lesson)
        self._show_ways(lesson)
        self.area.verticalScrollBar().setValue(0)
        self._show_marks()

    def _place(self, lesson: Lesson) -> Message:
        course = self._studying.course
        number, total = course.place(lesson.path) + 1, len(course.paths)
        if total == 1 and lesson.minutes is None:
            return message("Lesson")
        if total == 1:
            return message("About {minutes} minutes", minutes=lesson.minutes)
        if lesson.minutes is None:
            return message("Lesson {number} of {total}", number=number, total=total)
        return message(
            "Lesson {number} of {total}, about {minutes} minutes",
            number=number,
            total=total,
            minutes=lesson.minutes,
        )

    def _show_words(self, lesson: Lesson) -> None:
        _refill(self._words)
        self._words_title.setVisible(bool(lesson.terms))
        for row, term in enumerate(lesson.terms):
            word = label(term.word, "term", wrap=True)
            self._words.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
            self._words.addWidget(label(term.meaning, "check", wrap=True), row, 1)

    def _show_ways(self, lesson: Lesson) -> None:
        number = self._studying.course.place(lesson.path) + 1
        for made, by in ((self.back, -1), (self.next, 1)):
            made.setVisible(self._studying.beside(by) is not None)
            name = tr(message("Lesson {number}", number=number + by))
            made.setText("" if self._is_narrow else name)
            made.setAccessibleName(name)
            made.setToolTip(name)
        self.solution.setVisible(lesson.solution is not None)

    def _show_marks(self) -> None:
        marking = self._studying.marking
        self.checklist.show_marking(marking)
        self.next.setProperty("look", "primary" if marking and marking.is_done else "")
        self.next.style().polish(self.next)
        keep_icon(self.next, "right", "accent_ink" if marking and marking.is_done else "ink")


def _refill(layout: QVBoxLayout | QGridLayout) -> None:
    """Empty a layout, to be filled anew."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
