"""Says what folded lanes and phases keep to themselves, where their cards would stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from blueprint.drawing.headers import folded_note
from blueprint.drawing.qt import paint
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.pens import brush, drawing_font, pen, rect


def paint_folded(painter: QPainter, scenery: Scenery) -> None:
    """Notes that stay in view at any zoom; the painter is clipped to the body."""
    for phase in scenery.document.phases.values():
        if phase.collapsed:
            _phase(painter, scenery, phase.id, phase.title)
    for lane in scenery.layout.lanes:
        if scenery.document.lane(lane.lane).collapsed:
            language = scenery.document.properties.language
            note = folded_note(scenery.document, lane, scenery.theme, language)
            middle = scenery.view.to_screen(0, lane.box.middle.y).y
            painter.save()
            painter.translate(scenery.view.left, middle - lane.box.height / 2)
            paint(painter, note)
            painter.restore()


def _phase(painter: QPainter, scenery: Scenery, phase: str, title: str) -> None:
    """A tinted strip down all lanes with the phase's name along it."""
    lanes = scenery.layout.lanes
    for span in scenery.layout.phases:
        if span.phase != phase or not lanes:
            continue
        top, bottom = lanes[0].box.y, lanes[-1].box.bottom
        box = scenery.view.box_on_screen(
            type(span.box)(span.box.x, top, span.box.width, bottom - top)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(scenery.theme.window.ink3, 0.10))
        painter.drawRoundedRect(rect(box), 4, 4)
        body = scenery.view.body
        painter.save()
        painter.translate(box.middle.x, max(box.y, body.y) + 12)
        painter.rotate(90)
        painter.setPen(pen(scenery.theme.window.ink2, 1))
        painter.setFont(drawing_font(11, bold=True))
        room = QRectF(0, -10, max(20.0, box.height - 24), 20)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()
