"""Everything that is seen on the canvas, from the paper up to the hint at the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Moved, Point
from blueprint.model.change import Change
from blueprint.ui.canvas.folded import paint_folded
from blueprint.ui.canvas.ghosts import paint_ghosts
from blueprint.ui.canvas.gliding import Gliding
from blueprint.ui.canvas.headers import Headers
from blueprint.ui.canvas.overlay import Scenery, paint_hint, paint_overlay, paint_wire
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.surface import Surface
from blueprint.ui.canvas.teaching import paint_teaching
from blueprint.ui.canvas.veil import paint_veil
from blueprint.ui.session import Session
from blueprint.ui.tools.overlay import Overlay, Wire

CHANGE_BUDGET: Final = 40.0
"""Milliseconds for painting a change at once; what is left follows in the next frames."""
FRAME_BUDGET: Final = 8.0
MOST_RINGED: Final = 20


class CanvasPicture:
    """Paints a session's document, and what the tool shows above it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session = session
        self.theme = theme
        self._scene = Scene(session.document, session.layout, theme)
        self._surface = Surface()
        self._headers = Headers()
        self._budget = FRAME_BUDGET

    @property
    def is_sharp(self) -> bool:
        """Whether all that is in view has been painted at its zoom."""
        return self._surface.is_sharp

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._scene.set_theme(theme)
        self._surface.set_ground(theme.window.sheet)
        self._headers.forget()

    def forget_words(self) -> None:
        """The language of the window has changed."""
        self._headers.forget()

    def start_over(self) -> None:
        """Another document is open."""
        session = self._session
        self._scene = Scene(session.document, session.layout, self.theme)
        self._scene.take_findings(session.findings)
        self._surface.invalidate_all()
        self._headers.forget()

    def take(self, change: Change, moved: Moved) -> None:
        """Follow a change of the document."""
        boxes = self._scene.take(change, moved)
        if boxes is None:
            self._surface.invalidate_all()
        else:
            self._surface.invalidate(boxes)
        self._headers.forget()
        self._budget = CHANGE_BUDGET

    def take_findings(self) -> None:
        """Follow the findings of the session."""
        self._surface.invalidate(self._scene.take_findings(self._session.findings))

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        scenery: Scenery,
        overlay: Overlay,
        *,
        wire: Wire | None,
        pointer: Point,
        gliding: Gliding,
    ) -> bool:
        """Paint what lies in `area`; whether it is sharp, or more frames are to follow.

        `wire` leads to a step that is being typed; `pointer` is where a hint stands.
        """
        view = scenery.view
        self._surface.show(view, painter.device().devicePixelRatioF())
        budget, self._budget = self._budget, FRAME_BUDGET
        sharp = self._surface.render(self._scene.paint, budget)
        self._surface.draw(painter, area)
        painter.save()
        painter.setClipRect(rect(view.body))
        paint_folded(painter, scenery)
        if self._session.spotlight.lit is not None:
            paint_veil(painter, scenery, self._session.spotlight.lit)
        paint_overlay(painter, scenery, overlay)
        if gliding.is_running:
            gliding.paint(painter, scenery, self._scene)
        elif not overlay.ghosts and not scenery.typing:
            self._paint_badges_above_rings(painter, scenery, overlay)
        paint_ghosts(painter, scenery, overlay, self._scene)
        if wire is not None:
            paint_wire(painter, scenery, wire)
        if not scenery.document.steps and not scenery.typing:
            paint_teaching(painter, scenery)
        painter.restore()
        self._headers.paint(painter, scenery, overlay, area)
        paint_hint(painter, scenery, pointer, overlay)
        return sharp

    def _paint_badges_above_rings(
        self, painter: QPainter, scenery: Scenery, overlay: Overlay
    ) -> None:
        ringed = (*scenery.selection[:MOST_RINGED], overlay.hover, overlay.joined)
        for id in dict.fromkeys(ringed):
            if scenery.layout.shows_step(id):
                self._scene.paint_badges(painter, id, scenery.view)
