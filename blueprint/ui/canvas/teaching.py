"""What an empty canvas says: where to begin, and how."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from blueprint.i18n import message, tr
from blueprint.ui.canvas.overlay import Scenery, cursor_box
from blueprint.ui.canvas.pens import brush, drawing_font, pen, rect

LEAST_ZOOM: Final = 0.5


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
    painter.setFont(drawing_font(round(13 * min(1.0, scenery.view.zoom))))
    painter.setPen(pen(colours.ink3, 1))
    inside = rect(box.grown(-4)).adjusted(10, 0, 0, 0)
    text = tr(message("First customer step"))
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)
    painter.setFont(drawing_font(13))
    painter.setPen(pen(colours.accent, 1.5))
    middle, tall = box.middle.y, min(10.0, box.height / 2 - 6)
    painter.drawLine(QPointF(box.x + 10, middle - tall), QPointF(box.x + 10, middle + tall))
    painter.setPen(pen(colours.ink2, 1))
    beside = QRectF(
        box.right + 20, box.y, max(40.0, scenery.view.width - box.right - 40), box.height
    )
    hint = tr(message("Type what the customer does first. Tab adds the next step."))
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), hint)


def paint_empty_lane(painter: QPainter, scenery: Scenery) -> None:
    """Says of a lane without steps, where the pointer or the cursor is in it, that it is empty."""
    cursor = scenery.cursor
    here = scenery.lane_hovered or (cursor.lane if cursor is not None else "")
    if not here or scenery.view.zoom < LEAST_ZOOM or not scenery.document.steps:
        return
    band = next((band for band in scenery.layout.lanes if band.lane == here), None)
    if band is None or any(step.lane == here for step in scenery.document.steps.values()):
        return
    box = scenery.view.box_on_screen(band.box)
    left = scenery.view.left + 14
    standing = cursor_box(scenery) if cursor is not None and cursor.lane == here else None
    if standing is not None and standing.x < left + 140:
        left = standing.right + 14
    painter.setFont(drawing_font(12))
    painter.setPen(pen(scenery.theme.roles[band.role].text, 1))
    room = QRectF(left, box.y, 400, box.height)
    text = tr(message("Nothing here yet"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


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
