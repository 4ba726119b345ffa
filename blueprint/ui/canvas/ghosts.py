"""Paints the cards that the hand carries, and the outlines that stay where they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from blueprint.drawing.badges import Badge, badge
from blueprint.drawing.qt import paint
from blueprint.layout.geometry import Box, Point
from blueprint.model.entities import Flow
from blueprint.ui.canvas.hit import HANDLES_FROM
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.parting import Parted
from blueprint.ui.canvas.pens import at, brush, drawing_font, pen, rect
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.view import View
from blueprint.ui.tools.overlay import Ghost, Overlay
from blueprint.ui.tools.room import Room
from blueprint.ui.tools.wire import elbow, facing_sides, on_side

TILT: Final = -2.0
"""Degrees."""
MOST_TIED: Final = 40
"""Connectors drawn live while many cards are carried."""


@dataclass(frozen=True, slots=True)
class Load:
    """What the hand carries and what makes room for it: the kept picture leaves them out.

    Both are given with the boxes in which they are shown; `flows` are drawn live.
    """

    carried: dict[str, Box]
    pushed: dict[str, Box]
    flows: tuple[Flow, ...]
    parted: Parted | None
    copying: bool

    @property
    def lifted(self) -> frozenset[str]:
        carried = () if self.copying else self.carried
        return frozenset({*carried, *self.pushed, *(flow.id for flow in self.flows)})

    def box(self, scenery: Scenery, step: str) -> Box:
        """Where a step is shown, in points."""
        found = self.carried.get(step) or self.pushed.get(step)
        return found or self.stood(scenery, step)

    def stood(self, scenery: Scenery, step: str) -> Box:
        """Where a step stands, moved aside as it may be."""
        box = scenery.layout.card(step).box
        return self.parted.moved(step, box) if self.parted else box


def load_of(scenery: Scenery, overlay: Overlay, parted: Parted | None) -> Load:
    """What is shown above the kept picture, and not in it."""
    layout = scenery.layout
    ghosts = [ghost for ghost in overlay.ghosts if layout.shows_step(ghost.step)]
    carried = {ghost.step: _carried_box(scenery, ghost) for ghost in ghosts}
    steps = [id for id in parted.pushed() if layout.shows_step(id)] if parted else []
    pushed = {id: parted.moved(id, layout.card(id).box) for id in steps if parted}
    tied = [*steps] if overlay.copying else [*carried, *steps]
    return Load(carried, pushed, _flows_of(scenery, tied), parted, overlay.copying)


def _flows_of(scenery: Scenery, steps: Iterable[str]) -> tuple[Flow, ...]:
    """The connectors of some steps, up to MOST_TIED of them."""
    found: dict[str, Flow] = {}
    for step in steps:
        for flow in (*scenery.document.outgoing(step), *scenery.document.incoming(step)):
            if scenery.layout.shows_flow(flow.id):
                found[flow.id] = flow
        if len(found) > MOST_TIED:
            return ()
    return tuple(found.values())


def paint_load(
    painter: QPainter, scenery: Scenery, overlay: Overlay, scene: Scene, load: Load
) -> None:
    """Live connectors, what moved aside and the lifted cards, in this order."""
    _ties(painter, scenery, load)
    for id, box in load.pushed.items():
        x, y = scenery.view.to_screen(box.x, box.y)
        scene.paint_card(painter, id, scenery.view.zoom, Point(x, y))
    for place, id in reversed(list(enumerate(load.carried))):
        _card(painter, scenery, id, scene, load, tilted=place == 0)
    if overlay.room is not None and overlay.drop is not None:
        _arrows(painter, scenery, overlay.room)
    if load.carried and overlay.refused:
        _refused(painter, scenery, next(iter(load.carried.values())))


def paint_old_places(painter: QPainter, scenery: Scenery, load: Load) -> None:
    """The outlines that stay where the carried cards were taken from."""
    if not load.copying:
        for id in load.carried:
            _old_place(painter, scenery, id, load)


def _arrows(painter: QPainter, scenery: Scenery, room: Room) -> None:
    """Which way the neighbours have gone."""
    box = scenery.view.box_on_screen(room.landing)
    middle = box.middle
    arrows = [(middle.x, box.bottom + 3, 90.0)] if room.pushed else []
    if room.x is not None:
        arrows = [(box.right + 3, middle.y, 0.0)]
        if room.before:
            arrows.append((box.x - 3, middle.y, 180.0))
    painter.setPen(pen(scenery.theme.window.accent, 1.75))
    for x, y, angle in arrows:
        painter.save()
        painter.translate(x, y)
        painter.rotate(angle)
        painter.drawPolyline(QPolygonF([QPointF(0, 0), QPointF(11, 0)]))
        painter.drawPolyline(QPolygonF([QPointF(7, -4), QPointF(11, 0), QPointF(7, 4)]))
        painter.restore()


def _refused(painter: QPainter, scenery: Scenery, box: Box) -> None:
    """The sign of an error at the corner of a card that may not land."""
    corner = scenery.view.to_screen(box.right - 4, box.y + 2)
    painter.save()
    painter.translate(corner.x, corner.y)
    paint(painter, badge(Badge.ERROR, scenery.theme))
    painter.restore()


def _carried_box(scenery: Scenery, ghost: Ghost) -> Box:
    box = scenery.layout.card(ghost.step).box
    return Box(box.x + ghost.dx, box.y + ghost.dy, box.width, box.height)


def _card(
    painter: QPainter, scenery: Scenery, id: str, scene: Scene, load: Load, *, tilted: bool
) -> None:
    view: View = scenery.view
    box = view.box_on_screen(load.carried[id])
    painter.save()
    middle = box.middle
    painter.translate(middle.x, middle.y)
    if tilted:
        painter.rotate(TILT)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = Box(-box.width / 2, -box.height / 2, box.width, box.height)
    lifted(painter, place)
    scene.paint_card(painter, id, view.zoom, Point(place.x, place.y))
    painter.restore()


def _ties(painter: QPainter, scenery: Scenery, load: Load) -> None:
    """The connectors of what is carried or pushed, thin and without jumps."""
    painter.setPen(pen(scenery.theme.window.ink3, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for flow in load.flows:
        one, other = load.box(scenery, flow.source), load.box(scenery, flow.target)
        leaves, joins = facing_sides(one, other)
        points = elbow(on_side(one, leaves), leaves, on_side(other, joins), joins)
        painter.drawPolyline(QPolygonF([at(scenery.view.to_screen(*point)) for point in points]))


def lifted(painter: QPainter, box: Box) -> None:
    """The two flat shadow shapes under a lifted card; the painter is tilted already."""
    painter.setPen(Qt.PenStyle.NoPen)
    for down, opacity in ((5, 0.13), (2, 0.10)):
        painter.setBrush(brush("#101628", opacity))
        painter.drawRoundedRect(rect(box).translated(0, down), 6, 6)


def _old_place(painter: QPainter, scenery: Scenery, id: str, load: Load) -> None:
    """The dashed outline that stays where a card was taken from, with its text."""
    if scenery.box_of(id) is None:
        return
    box = scenery.view.box_on_screen(load.stood(scenery, id))
    colours = scenery.theme.window
    role = scenery.document.lane(scenery.document.step(id).lane).role
    painter.setPen(pen(colours.ink3, 1.25, (4, 4)))
    painter.setBrush(brush(scenery.theme.roles[role].band))
    painter.drawRoundedRect(rect(box), 6, 6)
    if scenery.view.zoom >= HANDLES_FROM:
        painter.setPen(pen(colours.ink2, 1))
        painter.setFont(drawing_font(max(6, round(13 * scenery.view.zoom))))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        label = scenery.document.step(id).label
        painter.drawText(rect(box.grown(-6)), int(flags), label)
