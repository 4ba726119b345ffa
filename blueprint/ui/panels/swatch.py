"""The little sign of a lane's role in lists: a disc for the customer, squares for the others."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from blueprint.drawing.theme import theme
from blueprint.model.notation import LaneRole
from blueprint.ui.sizing import finest
from blueprint.ui.theming import LOOK


def swatch_icon(role: LaneRole) -> QIcon:
    """The sign of `role` in the look in use."""
    return QIcon(swatch(role, LOOK.theme.name, finest()))


@cache
def swatch(role: LaneRole, theme_name: str, ratio: float = 2.0) -> QPixmap:
    """The sign of `role`, 10 logical pixels square."""
    colours = theme(theme_name).roles[role]
    picture = QPixmap(round(10 * ratio), round(10 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.stroke))
    _shape(painter, role)
    painter.end()
    return picture


def _shape(painter: QPainter, role: LaneRole) -> None:
    match role:
        case LaneRole.CUSTOMER:
            painter.drawEllipse(QPointF(5, 5), 4.5, 4.5)
        case LaneRole.EVIDENCE:
            points = [(0.5, 0.5), (6, 0.5), (9.5, 4), (9.5, 9.5), (0.5, 9.5)]
            painter.drawPolygon([QPointF(x, y) for x, y in points])
        case LaneRole.ONSTAGE_TECHNOLOGY:
            painter.drawRoundedRect(QRectF(0.5, 2.5, 9, 7), 1, 1)
            painter.drawRect(QRectF(0.5, 0, 9, 1.5))
        case LaneRole.BACKSTAGE:
            painter.drawRect(QRectF(3.5, 0.5, 6, 9))
            painter.drawRect(QRectF(0.5, 0.5, 2, 9))
        case LaneRole.SUPPORT:
            painter.setPen(QPen(painter.brush().color(), 1))
            painter.drawRect(QRectF(3, 1, 4, 8))
            painter.drawLine(QPointF(0.5, 0.5), QPointF(0.5, 9.5))
            painter.drawLine(QPointF(9.5, 0.5), QPointF(9.5, 9.5))
        case _:
            painter.drawRoundedRect(QRectF(0.5, 0.5, 9, 9), 1.5, 1.5)
