"""What an empty canvas says: where to begin, and how."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from blueprint.i18n import message, tr
from blueprint.ui.canvas.overlay import Scenery, cursor_box
from blueprint.ui.canvas.pens import brush, drawing_font, pen, rect


def paint_teaching(painter: QPainter, scenery: Scenery) -> None:
    """Over an empty document: lanes in outline, a live card with a caret, and a sentence."""
    _outlines(painter, scenery)
    box = cursor_box(scenery)
    if box is None:
        return
    colours = scenery.theme.window
    painter.setBrush(brush(colours.sheet))
    painter.setPen(pen(colours.accent, 2))
    radius = min(16.0, box.height / 2)
    painter.drawRoundedRect(rect(box), radius, radius)
    painter.setFont(drawing_font(13))
    painter.setPen(pen(colours.ink3, 1))
    inside = rect(box.grown(-8))
    text = tr(message("First customer step"))
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)
    painter.setPen(pen(colours.accent, 1.5))
    middle = box.middle.y
    painter.drawLine(QPointF(box.x + 10, middle - 10), QPointF(box.x + 10, middle + 10))
    painter.setPen(pen(colours.ink2, 1))
    beside = QRectF(
        box.right + 20, box.y, max(40.0, scenery.view.width - box.right - 40), box.height
    )
    hint = tr(message("Type what the customer does first. Tab adds the next step."))
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), hint)


def _outlines(painter: QPainter, scenery: Scenery) -> None:
    """Each lane's edge, dashed at half strength."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for band in scenery.layout.lanes:
        colour = scenery.theme.roles[band.role].stroke
        painter.setPen(pen(colour, 1.25, (4, 4), 0.5))
        box = scenery.view.box_on_screen(band.box)
        left = scenery.view.left
        painter.drawRoundedRect(
            QRectF(left + 6, box.y + 3, max(0.0, box.right - left - 12), box.height - 6), 4, 4
        )
