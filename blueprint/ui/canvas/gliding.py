"""Cards glide to where they now stand: what was dropped, what made room, what was sent back.

Only for the eye: the drawing is painted as it is, and a gliding card is painted over it. Where
the platform asks for less motion nothing glides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QPainter

from blueprint.layout.geometry import Box, Point
from blueprint.layout.layout import Layout
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.panes import Panes, steps_seen
from blueprint.ui.canvas.parting import Parted
from blueprint.ui.canvas.pens import brush, rect
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.motion import motion_is_wanted
from blueprint.ui.tools.overlay import Ghost

TIME: Final = 120
"""Milliseconds."""
LEAST_ZOOM: Final = 0.4
"""Further out, nothing glides: there is too much of it."""
MOST: Final = 80


class Gliding(QObject):
    """Remembers where the cards in view stood, and moves them on; `changed` asks for a frame."""

    def __init__(self, parent: QObject, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self._stood: dict[str, Box] = {}
        self._from: dict[str, Box] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(TIME)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda _value: changed())
        self._animation.finished.connect(self.stop)

    @property
    def is_running(self) -> bool:
        return bool(self._from)

    def note(self, layout: Layout, panes: Panes) -> None:
        """Remember where the cards in view stand."""
        if self._from:
            return
        shown = steps_seen(layout, panes) if panes[0].view.zoom >= LEAST_ZOOM else ()
        self._stood = {id: layout.card(id).box for id in shown}

    def carry(self, ghosts: Iterable[Ghost], parted: Parted | None) -> None:
        """Cards are let go of: they will glide from where they are shown.

        The carried ones from the hand, the others from where they have moved aside.
        """
        stood = self._stood
        if parted is not None:
            self._stood = {id: parted.moved(id, box) for id, box in stood.items()}
        for ghost in ghosts:
            box = stood.get(ghost.step)
            if box is not None:
                there = Box(box.x + ghost.dx, box.y + ghost.dy, box.width, box.height)
                self._stood[ghost.step] = there

    def follow(self, layout: Layout) -> None:
        """Let the cards that stand elsewhere now glide there."""
        now = {id: layout.card(id).box for id in self._stood if layout.shows_step(id)}
        moved = {id: self._stood[id] for id in now if not _same_place(self._stood[id], now[id])}
        self._stood = now
        if moved and len(moved) <= MOST and motion_is_wanted():
            self._from = moved
            self._animation.stop()
            self._animation.start()

    def stop(self) -> None:
        """Everything stands where it belongs."""
        self._animation.stop()
        self._from = {}

    def paint(self, painter: QPainter, scenery: Scenery, scene: Scene) -> None:
        """The gliding cards, above covers of where they will stand; clipped to the body."""
        share = float(self._animation.currentValue() or 0.0)
        gliding = {id: box for id, box in self._from.items() if scenery.layout.shows_step(id)}
        painter.setPen(Qt.PenStyle.NoPen)
        for id in gliding:
            role = scenery.document.lane(scenery.document.step(id).lane).role
            place = scenery.view.box_on_screen(scenery.layout.card(id).box)
            painter.setBrush(brush(scenery.theme.roles[role].band))
            painter.drawRect(rect(place.grown(1.5)))
        for id, start in gliding.items():
            end = scenery.layout.card(id).box
            at = scenery.view.to_screen(
                start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
            )
            scene.paint_card(painter, id, scenery.view.zoom, Point(*at))


def _same_place(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < 1 and abs(one.y - other.y) < 1
