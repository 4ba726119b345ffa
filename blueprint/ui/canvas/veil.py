"""Dims what is not singled out: a veil over the drawing with holes for what is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.pens import at, brush, pen, rect

DENSITY: Final = 0.72
"""How much of the dimmed is covered."""
MOST: Final = 2_000
"""Cards in view of which each gets a ring of its own."""


def paint_veil(painter: QPainter, scenery: Scenery, lit: frozenset[str]) -> None:
    """In pixels; the painter is clipped to the body."""
    layout, view = scenery.layout, scenery.view
    seen = view.visible
    boxes = [
        box
        for id in layout.steps_in(seen)[:MOST]
        if id in lit and (box := scenery.box_of(id)) is not None
    ]
    veil = QPainterPath()
    veil.addRect(rect(view.body))
    holes = QPainterPath()
    for box in boxes:
        holes.addRoundedRect(rect(box.grown(4)), 8, 8)
    colours = scenery.theme.window
    painter.fillPath(veil.subtracted(holes), brush(colours.canvas, DENSITY))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colours.warn, 2))
    for box in boxes:
        painter.drawRoundedRect(rect(box.grown(4)), 8, 8)
    painter.setPen(pen(colours.warn, 3))
    for id in layout.flows_in(seen):
        if id in lit and layout.shows_flow(id):
            points = [at(view.to_screen(*point)) for point in layout.connector(id).points]
            painter.drawPolyline(QPolygonF(points))
