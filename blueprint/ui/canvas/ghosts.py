"""Paints the cards that the hand carries, and the outlines that stay where they were."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPolygonF

from blueprint.layout.geometry import Box, Point
from blueprint.ui.canvas.hit import HANDLES_FROM
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.pens import at, brush, drawing_font, pen, rect
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.view import View
from blueprint.ui.tools.overlay import Ghost, Overlay
from blueprint.ui.tools.wire import elbow, facing_sides, on_side

TILT: Final = -2.0
"""Degrees."""
MOST_TIED: Final = 40
"""Connectors drawn live while many cards are carried."""


def paint_ghosts(painter: QPainter, scenery: Scenery, overlay: Overlay, scene: Scene) -> None:
    """Live connectors and the lifted cards, in this order."""
    if not overlay.ghosts:
        return
    _ties(painter, scenery, overlay)
    for ghost in overlay.ghosts[1:]:
        _card(painter, scenery, ghost, scene, tilted=False)
    _card(painter, scenery, overlay.ghosts[0], scene, tilted=True)


def paint_old_places(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """The outlines that stay where the carried cards were taken from."""
    if not overlay.copying:
        for ghost in overlay.ghosts:
            _old_place(painter, scenery, ghost)


def _carried_box(scenery: Scenery, ghost: Ghost) -> Box:
    box = scenery.layout.card(ghost.step).box
    return Box(box.x + ghost.dx, box.y + ghost.dy, box.width, box.height)


def _card(painter: QPainter, scenery: Scenery, ghost: Ghost, scene: Scene, *, tilted: bool) -> None:
    view: View = scenery.view
    box = view.box_on_screen(_carried_box(scenery, ghost))
    painter.save()
    middle = box.middle
    painter.translate(middle.x, middle.y)
    if tilted:
        painter.rotate(TILT)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = Box(-box.width / 2, -box.height / 2, box.width, box.height)
    lifted(painter, place)
    scene.paint_card(painter, ghost.step, view.zoom, Point(place.x, place.y))
    painter.restore()


def _ties(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """The connectors of carried cards, thin and without jumps."""
    carried = {ghost.step: _carried_box(scenery, ghost) for ghost in overlay.ghosts}
    painter.setPen(pen(scenery.theme.window.ink3, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    drawn = 0
    for step in carried:
        flows = [*scenery.document.outgoing(step), *scenery.document.incoming(step)]
        for flow in flows:
            drawn += 1
            if drawn > MOST_TIED or not scenery.layout.shows_flow(flow.id):
                continue
            one = carried.get(flow.source) or scenery.layout.card(flow.source).box
            other = carried.get(flow.target) or scenery.layout.card(flow.target).box
            leaves, joins = facing_sides(one, other)
            points = elbow(on_side(one, leaves), leaves, on_side(other, joins), joins)
            painter.drawPolyline(
                QPolygonF([at(scenery.view.to_screen(*point)) for point in points])
            )


def lifted(painter: QPainter, box: Box) -> None:
    """The two flat shadow shapes under a lifted card; the painter is tilted already."""
    painter.setPen(Qt.PenStyle.NoPen)
    for down, opacity in ((5, 0.13), (2, 0.10)):
        painter.setBrush(brush("#101628", opacity))
        painter.drawRoundedRect(rect(box).translated(0, down), 6, 6)


def _old_place(painter: QPainter, scenery: Scenery, ghost: Ghost) -> None:
    """The dashed outline that stays where a card was taken from, with its text."""
    box = scenery.box_of(ghost.step)
    if box is None:
        return
    step = scenery.document.step(ghost.step)
    role = scenery.document.lane(step.lane).role
    colours = scenery.theme.window
    painter.setPen(pen(scenery.theme.roles[role].band, 3))
    painter.setBrush(brush(scenery.theme.roles[role].band))
    painter.drawRoundedRect(rect(box.grown(1)), 6, 6)
    painter.setPen(pen(colours.ink3, 1.25, (4, 4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect(box), 6, 6)
    if scenery.view.zoom >= HANDLES_FROM:
        painter.setPen(pen(colours.ink2, 1))
        painter.setFont(drawing_font(max(6, round(13 * scenery.view.zoom))))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect(box.grown(-6)), int(flags), step.label)
