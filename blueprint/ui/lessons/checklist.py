"""The checklist of a lesson: how many of its checks are passed, and a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.lessons.check_row import CheckRow
from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label

if TYPE_CHECKING:
    from blueprint.lessons.lesson import Lesson
    from blueprint.lessons.marking import Mark, Marking


class Bar(QWidget):
    """The share of the checks that are passed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(6)
        self._share = 0.0
        listen(self, LOOK.changed, self.update)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        colours, box = LOOK.colours, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.hover))
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(box, 3, 3)
        if self._share > 0:
            painter.setPen(QColor(colours.ok))
            painter.setBrush(QColor(colours.ok))
            box.setWidth(max(6.0, box.width() * self._share))
            painter.drawRoundedRect(box, 3, 3)


class Checklist(QWidget):
    """Emits `asked` with the Mark of a check that is not passed and that was clicked."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CheckRow] = []
        self._marking: Marking | None = None
        self._asked_for = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 8)
        head.setSpacing(10)
        head.addWidget(label(message("Checklist"), "body_strong"))
        self.bar = Bar()
        head.addWidget(self.bar, 1)
        self.count = label("", "muted")
        head.addWidget(self.count)
        self._column.addLayout(head)

    def show_lesson(self, lesson: Lesson) -> None:
        for row in self.rows:
            row.deleteLater()
        self.rows = [CheckRow(check) for check in lesson.checks]
        self._asked_for = -1
        for place, row in enumerate(self.rows):
            row.asked.connect(lambda place=place: self._ask(place))
            self._column.addWidget(row)
        self.show_marking(None)

    def show_marking(self, marking: Marking | None) -> None:
        """Show what the checks say; None while nobody knows."""
        self._marking = marking
        following = marking.next if marking else None
        for place, row in enumerate(self.rows):
            found = marking.marks[place] if marking else None
            explained = found is not None and (found is following or place == self._asked_for)
            row.show_mark(found, explained=explained, is_next=found is following and bool(found))
        passed, total = (marking.passed, marking.total) if marking else (0, len(self.rows))
        self.count.setText(tr(message("{passed} of {total}", passed=passed, total=total)))
        self.bar.show_share(passed / total if total else 0)

    def explain(self, mark: Mark) -> None:
        """Show why a check is not passed, and put its row under the keyboard."""
        for place, row in enumerate(self.rows):
            if row.mark is mark:
                self._asked_for = place
        self.show_marking(self._marking)

    def _ask(self, place: int) -> None:
        found = self.rows[place].mark
        if found is not None and not found.passed:
            self._asked_for = place
            self.show_marking(self._marking)
            self.asked.emit(found)
