"""The way through a presentation: one bar a stop, with its name where there is room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blueprint.ui.theming import LOOK

GAP: Final = 6
BAR: Final = 4
NAMED: Final = 48
"""Least width of a bar that has its name beneath."""


class Progress(QWidget):
    """Emits `picked` with the place of a stop that was clicked."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._titles: list[str] = []
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def offer(self, titles: list[str]) -> None:
        self._titles = titles
        self.update()

    def show_place(self, place: int) -> None:
        self._place = place
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 36)

    def _pitch(self) -> float:
        return self.width() / max(1, len(self._titles))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = LOOK.colours
        pitch = self._pitch()
        gap = min(GAP, pitch / 4)
        metrics = QFontMetrics(self.font())
        for place, title in enumerate(self._titles):
            box = QRectF(place * pitch, 6, pitch - gap, BAR)
            here = place == self._place
            done = colours.ink2 if place < self._place else colours.line2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if here else done))
            painter.drawRoundedRect(box, 2, 2)
            if pitch >= NAMED:
                painter.setPen(QColor(colours.accent if here else colours.ink2))
                below = QRectF(box.x(), 14, box.width(), 20)
                short = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft, short)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(int(event.position().x() // self._pitch()))
