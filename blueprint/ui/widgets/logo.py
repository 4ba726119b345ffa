"""The program's sign: three lanes on a rounded square, in the accent of the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from blueprint.ui.theming import LOOK


def logo_icon() -> QIcon:
    """The sign in the look in use."""
    made = QIcon()
    for size in (20, 40, 64, 128):
        made.addPixmap(_logo(size, LOOK.colours.accent, LOOK.colours.accent_ink))
    return made


def _logo(size: int, ground: str, ink: str) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 20, size / 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0.5, 0.5, 19, 19), 5, 5)
    painter.setBrush(QColor(ink))
    for y, height in ((4.6, 2.4), (8.8, 2.4), (13, 2.4)):
        painter.drawRoundedRect(QRectF(4, y, 12, height), 0.8, 0.8)
    painter.end()
    return picture
