"""The badges of the drawing as small pictures for the window: told apart by shape, then colour."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from blueprint.drawing.theme import Theme, theme
from blueprint.ui.fonts import BUNDLED, add_bundled
from blueprint.ui.theming import LOOK


def badge(name: str, size: int = 20) -> QIcon:
    """The icon of a badge (fail, wait, star) or of a severity (error, warning, hint)."""
    made = QIcon()
    for ratio in (1, 2, 4):
        made.addPixmap(badge_pixmap(name, size, LOOK.theme.name, ratio))
    return made


@cache
def badge_pixmap(name: str, size: int, theme_name: str, ratio: float = 1.0) -> QPixmap:
    """A badge, `size` logical pixels square."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(size / 20, size / 20)
    _PAINTERS[name](painter, theme(theme_name))
    painter.end()
    return picture


def _letter(painter: QPainter, text: str, size: int, colour: QColor, y: float) -> None:
    add_bundled()
    font = QFont(BUNDLED)
    font.setPixelSize(size)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRectF(-10, y - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, text)


def _fail(painter: QPainter, look: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.window.error))
    painter.drawEllipse(QPointF(0, 0), 8.5, 8.5)
    _letter(painter, "F", 11, QColor(look.on_error), 0)


def _wait(painter: QPainter, look: Theme) -> None:
    _triangle(painter, look, 9.5, 8.5)
    _letter(painter, "W", 9, QColor(look.on_mark), 2)


def _triangle(painter: QPainter, look: Theme, half: float, height: float) -> None:
    pen = QPen(QColor(look.mark_edge), 1.25)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(look.window.warn_fill))
    points = [QPointF(0, -height), QPointF(half, height - 1), QPointF(-half, height - 1)]
    painter.drawPolygon(QPolygonF(points))


def _star(painter: QPainter, look: Theme) -> None:
    painter.setPen(QPen(QColor(look.mark_edge), 1.25))
    painter.setBrush(QColor(look.star))
    points = []
    for corner in range(10):
        radius = 4.2 if corner % 2 else 9.4
        angle = -math.pi / 2 + corner * math.pi / 5
        points.append(QPointF(radius * math.cos(angle), radius * math.sin(angle)))
    painter.drawPolygon(QPolygonF(points))


def _error(painter: QPainter, look: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.window.error))
    cut = 8.5 * 0.4142
    corners = [(-cut, -8.5), (cut, -8.5), (8.5, -cut), (8.5, cut)]
    corners += [(-x, -y) for x, y in corners]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setPen(_line(QColor(look.on_error)))
    painter.drawLine(QPointF(-2.8, -2.8), QPointF(2.8, 2.8))
    painter.drawLine(QPointF(2.8, -2.8), QPointF(-2.8, 2.8))


def _warning(painter: QPainter, look: Theme) -> None:
    _triangle(painter, look, 9, 8)
    painter.setPen(_line(QColor(look.on_mark)))
    painter.drawLine(QPointF(0, -2.4), QPointF(0, 2))
    painter.drawPoint(QPointF(0, 4.8))


def _hint(painter: QPainter, look: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.window.info))
    painter.drawEllipse(QPointF(0, 0), 8, 8)
    painter.setPen(_line(QColor(look.on_error)))
    painter.drawPoint(QPointF(0, -3.6))
    painter.drawLine(QPointF(0, -0.6), QPointF(0, 4))


def _line(colour: QColor) -> QPen:
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


_PAINTERS: Final[dict[str, Callable[[QPainter, Theme], None]]] = {
    "fail": _fail,
    "wait": _wait,
    "star": _star,
    "error": _error,
    "warning": _warning,
    "hint": _hint,
}
