"""One chart on screen: painted from its primitives; its marks can be pointed at and chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from blueprint.analysis.chart import Chart, Mark
from blueprint.drawing import qt
from blueprint.ui.theming import LOOK
from blueprint.ui.words import plain

RADIUS: Final = 10.0
FOCUS_GAP: Final = 3.0


class ChartCard(QWidget):
    """Emits `picked` with the ids of the steps that the chosen mark stands for.

    Tab comes to the chart, arrow keys walk its marks, Enter chooses one.
    """

    picked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, which is as large as this card."""
        self._chart = chart
        self._at = -1
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary)
        self.update()

    @property
    def current(self) -> Mark | None:
        """The mark that the arrow keys have come to."""
        marks = self._chart.marks if self._chart else ()
        return marks[self._at] if 0 <= self._at < len(marks) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = LOOK.colours
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.panel))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS, RADIUS)
        if self._chart:
            qt.paint(painter, self._chart.primitives, {})
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LOOK.colours.accent), 2))
        mark = self.current
        if mark is None:
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        else:
            painter.drawRoundedRect(QRectF(*mark.box.grown(FOCUS_GAP)), 3, 3)

    def _mark_at(self, point: QPointF) -> Mark | None:
        return self._chart.mark_at(point.x(), point.y()) if self._chart else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        pointed = mark is not None and bool(mark.steps)
        shape = Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark and mark.steps:
            self.picked.emit(mark.steps)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(mark.words) if mark else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
        }
        key = Qt.Key(event.key())
        if key in steps and self._chart and self._chart.marks:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            if self.current.steps:
                self.picked.emit(self.current.steps)
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        assert self._chart is not None
        self._at = (self._at + by) % len(self._chart.marks)
        mark = self.current
        assert mark is not None
        self.setAccessibleDescription(mark.words)
        place = self.mapToGlobal(self.rect().topLeft())
        place.setX(place.x() + round(mark.box.x))
        place.setY(place.y() + round(mark.box.bottom))
        QToolTip.showText(place, plain(mark.words), self)
        self.update()
