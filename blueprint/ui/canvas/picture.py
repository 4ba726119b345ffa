"""Everything that is seen on the canvas, from the paper up to the hint at the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box, Moved, Point
from blueprint.layout.standing import Shift
from blueprint.model.change import Change
from blueprint.ui.canvas.folded import paint_folded
from blueprint.ui.canvas.ghosts import Load, load_of, paint_load, paint_old_places
from blueprint.ui.canvas.gliding import Gliding
from blueprint.ui.canvas.headers import Headers
from blueprint.ui.canvas.overlay import (
    Scenery,
    paint_frozen_edges,
    paint_hint,
    paint_overlay,
    paint_wire,
)
from blueprint.ui.canvas.panes import Pane, Panes, pane_at
from blueprint.ui.canvas.parting import Parted, paint_parted
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.surface import Surface
from blueprint.ui.canvas.teaching import paint_empty_lane, paint_teaching
from blueprint.ui.canvas.veil import paint_veil
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools.overlay import Overlay, Wire

FRAME_BUDGET: Final = 3.0
"""Milliseconds for painting what is stale before the window shows the frame."""
STRIP_BUDGET: Final = 40.0
"""The same for a lane or columns that begin to keep still: they cover what was there."""
SHARPEN_BUDGET: Final = 5.0
"""The same between two frames."""
MARGIN: Final = 128
"""Pixels round the view that are painted ahead."""
MOST_RINGED: Final = 20


class CanvasPicture:
    """Paints a session's document, and what the tool shows above it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session = session
        self.theme = theme
        self._scene = Scene(session.document, session.layout, theme)
        self._surface = Surface(MARGIN)
        self._strips: dict[tuple[str, bool], Surface] = {}
        """The pictures of what is frozen, by the key of its pane."""
        self._headers = Headers()
        self._stood = session.layout.standing()

    @property
    def is_sharp(self) -> bool:
        """Whether all that is in view has been painted at its zoom."""
        return all(surface.is_sharp for surface in self._surfaces())

    @property
    def is_complete(self) -> bool:
        """Whether what lies round the view has been painted ahead, too."""
        return all(surface.is_complete for surface in self._surfaces())

    def shows(self, box: Box) -> bool:
        """Whether a box of the drawing has been painted as it is now."""
        return all(surface.shows(box) for surface in self._surfaces())

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._scene.set_theme(theme)
        for surface in self._surfaces():
            surface.set_ground(theme.window.sheet)
        self._headers.forget()

    def forget_words(self) -> None:
        """The language of the window has changed."""
        self._headers.forget()

    def start_over(self) -> None:
        """Another document is open."""
        session = self._session
        self._scene = Scene(session.document, session.layout, self.theme)
        self._scene.take_findings(session.findings)
        self._stood = session.layout.standing()
        self._strips.clear()
        self._surface.invalidate_all()
        self._headers.forget()

    def take(self, change: Change, moved: Moved) -> None:
        """Follow a change of the document: its pieces move at once, and its details follow."""
        shift = None
        if moved.shifted or moved.everything:
            shift = self._move_pieces()
        first, others = self._scene.take(change, moved, shift)
        for surface in self._surfaces():
            surface.invalidate_all() if others is None else surface.invalidate(others)
            surface.invalidate(first, urgent=True)
        self._headers.follow(self._session.layout.lanes)

    def _move_pieces(self) -> Shift:
        before, now = self._stood, self._session.layout.standing()
        self._stood = now
        for surface in self._strips.values():
            surface.move(Shift.between(before, now, surface.held))
        shift = Shift.between(before, now, self._surface.held)
        self._surface.move(shift)
        return shift

    def sharpen(self) -> QRegion:
        """Paint on between two frames; what has to be shown anew of the window."""
        waiting = [surface for surface in self._surfaces() if not surface.is_complete]
        for surface in sorted(waiting, key=lambda surface: surface.is_sharp):
            return surface.sharpen(self._scene.paint, SHARPEN_BUDGET)
        return QRegion()

    def take_findings(self) -> None:
        """Follow the findings of the session."""
        boxes = self._scene.take_findings(self._session.findings)
        for surface in self._surfaces():
            surface.invalidate(boxes)

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        scenery: Scenery,
        panes: Panes,
        overlay: Overlay,
        *,
        wire: Wire | None,
        pointer: Point,
        gliding: Gliding,
        parted: Parted | None,
    ) -> QRegion:
        """Paint what lies in `area`; see `is_complete` for whether more is to follow.

        Returns what is as it should be from now on, which may lie outside of `area`.
        `wire` leads to a step that is being typed; `pointer` is where a hint stands.
        """
        held = replace(scenery, view=pane_at(panes, pointer).view)
        load = load_of(held, overlay, parted)
        self._lift(load)
        sharpened = self._render(panes, painter.device().devicePixelRatioF())
        for pane in panes:
            seen = replace(scenery, view=pane.view)
            body = rect(pane.view.body)
            painter.save()
            if parted is None:
                painter.setClipRect(body)
                drawn = body.toAlignedRect().intersected(area)
                self._paint_ground(painter, seen, self._surface_of(pane), drawn)
            else:
                self._paint_parted(painter, seen, self._surface_of(pane), parted)
                painter.setClipRect(body)
            self._paint_above(painter, seen, overlay, gliding, load)
            if wire is not None:
                paint_wire(painter, seen, wire)
            painter.restore()
        self._paint_in_hand(painter, held, scenery.view, overlay, load)
        self._headers.paint(painter, scenery, panes, overlay, area=area, parted=parted)
        paint_frozen_edges(painter, scenery, panes)
        paint_hint(painter, scenery, pointer, overlay)
        return sharpened

    def _surfaces(self) -> Iterator[Surface]:
        yield self._surface
        yield from self._strips.values()

    def _surface_of(self, pane: Pane) -> Surface:
        return self._strips.get(pane.key, self._surface)

    def _render(self, panes: Panes, ratio: float) -> QRegion:
        """Paint what is stale in each pane's picture; what has changed in the window."""
        sharpened = QRegion()
        for key in self._strips.keys() - {pane.key for pane in panes}:
            del self._strips[key]
        for pane in panes:
            budget = FRAME_BUDGET
            if pane is not panes[0] and pane.key not in self._strips:
                self._strips[pane.key] = surface = Surface()
                surface.set_ground(self.theme.window.sheet)
                budget = STRIP_BUDGET
            surface = self._surface_of(pane)
            surface.show(pane.view, ratio)
            sharpened += surface.render(self._scene.paint, budget)
        return sharpened

    def _lift(self, load: Load) -> None:
        """Leave out of the kept pictures what the hand carries."""
        boxes = self._scene.lift(load.lifted)
        for surface in self._surfaces():
            surface.invalidate(boxes, urgent=True)

    def _paint_ground(
        self, painter: QPainter, scenery: Scenery, surface: Surface, area: QRect
    ) -> None:
        """The kept picture of a pane, and what lies over all of it."""
        surface.draw(painter, area)
        paint_folded(painter, scenery)
        if self._session.spotlight.lit is not None:
            paint_veil(painter, scenery, self._session.spotlight.lit)

    def _paint_parted(
        self, painter: QPainter, scenery: Scenery, surface: Surface, parted: Parted
    ) -> None:
        """The same in parts that have moved aside."""
        area = rect(scenery.view.body).toAlignedRect()
        paint_parted(
            painter,
            scenery.view,
            parted,
            area,
            paint=lambda: self._paint_ground(painter, scenery, surface, area),
            gap=lambda source, target: surface.stretch(painter, source, target),
        )

    def _paint_above(
        self,
        painter: QPainter,
        scenery: Scenery,
        overlay: Overlay,
        gliding: Gliding,
        load: Load,
    ) -> None:
        """What stands above the drawing in one pane; the painter is clipped to it."""
        paint_overlay(painter, scenery, overlay)
        if gliding.is_running:
            gliding.paint(painter, scenery, self._scene)
        elif not overlay.ghosts and not scenery.typing:
            self._paint_badges_above_rings(painter, scenery, overlay)
        paint_old_places(painter, scenery, load)
        if not scenery.document.steps and not scenery.typing:
            paint_teaching(painter, scenery)
        if not overlay.ghosts and not scenery.typing:
            paint_empty_lane(painter, scenery)

    def _paint_in_hand(
        self,
        painter: QPainter,
        scenery: Scenery,
        whole: View,
        overlay: Overlay,
        load: Load,
    ) -> None:
        """What the hand carries, above all panes, as the pane under the pointer has it."""
        painter.save()
        painter.setClipRect(rect(whole.body))
        paint_load(painter, scenery, overlay, self._scene, load)
        painter.restore()

    def _paint_badges_above_rings(
        self, painter: QPainter, scenery: Scenery, overlay: Overlay
    ) -> None:
        ringed = (*scenery.selection[:MOST_RINGED], overlay.hover, overlay.joined)
        for id in dict.fromkeys(ringed):
            if scenery.layout.shows_step(id):
                self._scene.paint_badges(painter, id, scenery.view)
