"""A switch: on or off, told by the place of its knob as well as by its colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from blueprint.i18n import Message
from blueprint.ui.listening import listen
from blueprint.ui.sizing import fix, px
from blueprint.ui.theming import LOOK
from blueprint.ui.words import say

_WIDTH: Final = 28
_HEIGHT: Final = 16


class Switch(QAbstractButton):
    """Emits `clicked` when the user switches it, `toggled` on every change."""

    def __init__(self, name: Message) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fix(self, width=_WIDTH + 4, height=_HEIGHT + 4)
        say(self, name=name)
        listen(self, LOOK.changed, self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH + 4), px(_HEIGHT + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = LOOK.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(px(100) / 100, px(100) / 100)
        track = QRectF(2, 2, _WIDTH, _HEIGHT)
        painter.setPen(QPen(QColor(colours.ink3), 1) if not self.isChecked() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.line2))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_ink if self.isChecked() else colours.panel))
        x = track.right() - 8 if self.isChecked() else track.left() + 8
        painter.drawEllipse(QPointF(x, track.center().y()), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRoundedRect(QRectF(0.5, 0.5, _WIDTH + 3, _HEIGHT + 3), 10, 10)
        painter.end()
