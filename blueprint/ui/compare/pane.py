"""A drawing to look at: it scrolls and zooms like the canvas and cannot be edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.model.comparison.matching import Difference
from blueprint.model.document import Document
from blueprint.ui.canvas.headers import Headers
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.panes import Pane
from blueprint.ui.canvas.pens import pen, rect
from blueprint.ui.canvas.places import around
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.surface import Surface
from blueprint.ui.canvas.view import View
from blueprint.ui.canvas.wheel import pinch, turn_wheel
from blueprint.ui.theming import LOOK
from blueprint.ui.tools.overlay import Overlay

BUDGET = 8.0
"""Milliseconds of painting in one frame."""


class DrawingPane(QAbstractScrollArea):
    """Emits `picked` with the id of the step that is clicked, `view_moved` when it scrolls."""

    picked = Signal(str)
    view_moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._show(Document(), {})
        self._surface = Surface()
        self._headers = Headers()
        self._lit: tuple[str, ...] = ()
        self._grip: QPointF | None = None
        self._navigator = Navigator(
            self.horizontalScrollBar(), self.verticalScrollBar(), lambda: self._layout.size
        )
        self._sharpen = QTimer(self, singleShot=True, interval=0)
        self._sharpen.timeout.connect(self.viewport().update)
        self._navigator.changed.connect(self._moved)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 120)
        self.relook()

    # --- what is shown -----------------------------------------------------------------------

    def show_document(
        self,
        document: Document,
        differences: Mapping[str, Difference],
        layout: Layout | None = None,
    ) -> None:
        """Show a document; the place and zoom stay as far as they can.

        `layout` is the document's own, if it is there already.
        """
        self._show(document, differences, layout)
        self._headers.forget()
        self._surface.invalidate_all()
        self._lit = ()
        self._navigator.refit()
        self.viewport().update()

    def _show(
        self,
        document: Document,
        differences: Mapping[str, Difference],
        layout: Layout | None = None,
    ) -> None:
        self._document = document
        self._differences = dict(differences)
        self._layout = layout or Layout(document)
        self._scene = Scene(document, self._layout, LOOK.theme, self._differences)

    def relook(self) -> None:
        """The look or the language of the window has changed."""
        self._scene = Scene(self._document, self._layout, LOOK.theme, self._differences)
        self._surface.set_ground(LOOK.theme.window.sheet)
        self._headers.forget()
        self.viewport().update()

    @property
    def document(self) -> Document:
        return self._document

    @property
    def differences(self) -> Mapping[str, Difference]:
        return self._differences

    @property
    def lit(self) -> tuple[str, ...]:
        """The steps that have a ring round them."""
        return self._lit

    def light(self, ids: tuple[str, ...]) -> None:
        """Put a ring round steps and bring them into view."""
        self._lit = tuple(id for id in ids if self._layout.shows_step(id))
        box = around(self._layout, self._lit)
        if box is not None:
            self._navigator.reveal(box.grown(12))
        self.viewport().update()

    # --- scrolling and zooming ---------------------------------------------------------------

    @property
    def view(self) -> View:
        return self._navigator.view

    @property
    def navigator(self) -> Navigator:
        return self._navigator

    def follow(self, view: View) -> None:
        """Turn to the place and zoom of another pane's view."""
        own = self.view
        if (own.zoom, own.x, own.y) != (view.zoom, view.x, view.y):
            self._navigator.show(replace(own, zoom=view.zoom, x=view.x, y=view.y))

    def _moved(self) -> None:
        self.viewport().update()
        self.view_moved.emit()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.viewport().size()
        self._navigator.resize(size.width(), size.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(self._navigator, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return pinch(self._navigator, event)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position()
        if id := self._step_at(event.position()):
            self.picked.emit(id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.buttons():
            by = event.position() - self._grip
            self._grip = event.position()
            self._navigator.pan(-by.x(), -by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _step_at(self, at: QPointF) -> str:
        point = self.view.to_drawing(at.x(), at.y())
        found = self._layout.steps_in(Box(point.x, point.y, 1, 1))
        return next((id for id in found if self._layout.card(id).box.contains(*point)), "")

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            sharpened = self._paint(painter, event)
        finally:
            painter.end()
        unseen = sharpened - event.region()
        if not unseen.isEmpty():
            self.viewport().update(unseen)
        if not self._surface.is_sharp:
            self._sharpen.start()

    def _paint(self, painter: QPainter, event: QPaintEvent) -> QRegion:
        """What has changed in the window, which may lie outside of what is asked for."""
        self._surface.show(self.view, painter.device().devicePixelRatioF())
        sharpened = self._surface.render(self._scene.paint, BUDGET)
        self._surface.draw(painter, event.rect())
        painter.save()
        painter.setClipRect(rect(self.view.body))
        self.paint_above(painter)
        painter.restore()
        scenery = Scenery(
            self._document,
            self._layout,
            self.view,
            LOOK.theme,
            (),
            None,
            self.hasFocus(),
            fixed=True,
        )
        self._headers.paint(painter, scenery, (Pane(self.view),), Overlay(), area=event.rect())
        return sharpened

    def paint_above(self, painter: QPainter) -> None:
        """Paint what lies above the drawing, in pixels: here the rings."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for id in self._lit:
            box = self.view.box_on_screen(self._layout.card(id).box)
            painter.setPen(pen(LOOK.colours.accent, 2))
            painter.drawRoundedRect(rect(box.grown(4)), 8, 8)
