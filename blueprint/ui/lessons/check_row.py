"""One line of the checklist: passed or not, what it asks, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from blueprint.i18n import current_language, message, tr
from blueprint.ui.lessons.ring import paint_tick
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label

if TYPE_CHECKING:
    from blueprint.lessons.lesson import Check
    from blueprint.lessons.marking import Mark

BOX: Final = 18
TEXT_LEFT: Final = 30


class CheckRow(QAbstractButton):
    """Emits `asked` when it is clicked or entered. `show_mark` says what has become of it."""

    asked = Signal()

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.check = check
        self._mark: Mark | None = None
        self._is_next = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text_ = label(check.text, "check", wrap=True)
        self.why = label("", "muted", wrap=True)
        self.far = label("", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TEXT_LEFT, 8, 4, 8)
        self._column.setSpacing(1)
        for part in (self.text_, self.why, self.far):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(part)
        self.why.hide()
        self.far.hide()
        self.clicked.connect(lambda _on=False: self.asked.emit())

    @property
    def mark(self) -> Mark | None:
        return self._mark

    @property
    def passed(self) -> bool:
        return self._mark is not None and self._mark.passed

    def show_mark(self, mark: Mark | None, *, explained: bool, is_next: bool) -> None:
        """Show what a check says; `explained`: with its reason, `is_next`: the one to do now."""
        self._mark, self._is_next = mark, is_next
        why = mark.explanation(current_language()) if mark and explained else ""
        self.why.setText(why)
        self.why.setVisible(bool(why))
        far = _so_far(mark)
        self.far.setText(far)
        self.far.setVisible(bool(far))
        self.text_.setProperty("look", "check_done" if self.passed else "check")
        self.text_.style().polish(self.text_)
        self._speak(far)
        self.updateGeometry()
        self.update()

    def _speak(self, far: str) -> None:
        state = message("Passed") if self.passed else message("Not yet")
        self.setAccessibleName(f"{self.check.text}. {tr(state)}")
        why = self._mark.explanation(current_language()) if self._mark else ""
        self.setAccessibleDescription(" ".join(part for part in (why, far) if part))

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._column.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        colours = LOOK.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), QColor(colours.hover))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(colours.line))
        box = QRectF(1.5, 9.5, BOX, BOX)
        if self.passed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ok))
            painter.drawEllipse(box)
            paint_tick(painter, box, QColor(colours.panel), 2)
        else:
            colour, width = (colours.accent, 2.0) if self._is_next else (colours.line2, 1.5)
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(box)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 1.75, -0.75, -0.75), 5, 5)


def _so_far(mark: Mark | None) -> str:
    if mark is None or not mark.is_partial:
        return ""
    verdict = mark.verdict
    return tr(message("{done} of {wanted} so far", done=verdict.done, wanted=verdict.wanted))
