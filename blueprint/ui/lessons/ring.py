"""A ring that fills as a lesson comes on, and holds a tick when it is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK


class Ring(QWidget):
    """`share` is 0 to 1."""

    def __init__(self, size: int = 30) -> None:
        super().__init__()
        self._size = size
        self._share = 0.0
        self.setFixedSize(size, size)
        listen(self, LOOK.changed, self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @property
    def share(self) -> float:
        return self._share

    def show_share(self, share: float) -> None:
        self._share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = LOOK.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._size / 8
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(QColor(colours.line), width))
        painter.drawEllipse(box)
        pen = QPen(QColor(colours.accent), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if self._share > 0:
            painter.drawArc(box, 90 * 16, round(-self._share * 360 * 16))
        if self._share >= 1:
            paint_tick(painter, box, QColor(colours.accent), width * 0.6)
        painter.end()


def paint_tick(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """A tick in the middle of a box."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, side = box.x(), box.y(), box.width()
    shape = ((0.27, 0.52), (0.44, 0.68), (0.74, 0.35))
    painter.drawPolyline(QPolygonF([QPointF(x + side * a, y + side * b) for a, b in shape]))
