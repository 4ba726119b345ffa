"""What the toolbar offers in a lesson: hint, check, and the lesson's own menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.lessons.studying import Studying
from blueprint.ui.listening import listen
from blueprint.ui.widgets.labels import button, keep_icon
from blueprint.ui.words import WORDS

MENU = ("lesson.check", "lesson.hint", "lesson.solution", "—", "lesson.previous", "lesson.next")
REST = ("—", "lesson.anew", "lesson.list", "lesson.leave")
_RIGHT = Qt.LayoutDirection.RightToLeft


class LessonTools(QWidget):
    """Hint and check, side by side."""

    def __init__(self, act: Callable[[str], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.hint = button(message("Hint"), lambda: act("hint"), "flat")
        keep_icon(self.hint, "bulb", "ink")
        self.check = button(message("Check my work"), lambda: act("check"))
        keep_icon(self.check, "check", "ink")
        row.addWidget(self.hint)
        row.addWidget(self.check)


class LessonMenu(QPushButton):
    """Says which lesson is on; its menu leads on, back and out."""

    def __init__(self, studying: Studying, actions: QtActions) -> None:
        super().__init__()
        self.setProperty("look", "pick")
        self._studying = studying
        self._actions = actions
        self.clicked.connect(lambda _on=False: self._open())
        keep_icon(self, "down")
        self.setLayoutDirection(_RIGHT)
        listen(self, studying.changed, self.refresh)
        listen(self, WORDS.changed, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        lesson, course = self._studying.lesson, self._studying.course
        number = course.place(lesson.path) + 1 if lesson else 1
        several = len(course.paths) > 1
        text = message("Lesson {number}", number=number) if several else message("Lesson")
        self.setText(tr(text))

    def menu_(self) -> QMenu:
        """What is done with a lesson."""
        made = QMenu(self)
        self._actions.fill(made, (*MENU, *REST))
        return made

    def _open(self) -> None:
        made = self.menu_()
        made.exec(self.mapToGlobal(self.rect().bottomLeft()))
        made.deleteLater()
