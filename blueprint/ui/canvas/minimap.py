"""The whole drawing in a corner of the canvas: drag its frame to pan, turn the wheel to zoom."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blueprint.i18n import message
from blueprint.layout.geometry import Box, Moved
from blueprint.model.change import Change, stays_in_place
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.navigation import ORIGIN
from blueprint.ui.canvas.overview import Overview
from blueprint.ui.canvas.pens import brush, pen, rect
from blueprint.ui.canvas.view import View
from blueprint.ui.words import say

LEAST_WIDTH: Final = 150
MOST_WIDTH: Final = 236
MOST_HEIGHT: Final = 110
GAP: Final = 12
"""From the canvas's edges."""
MARGIN: Final = 6
BUDGET: Final = 4.0
"""Milliseconds a frame for painting what has changed."""
QUIET: Final = 150
"""Milliseconds without a change until the small picture follows."""


class Minimap(QWidget):
    """Lies over the canvas at its bottom right; hidden while all of the drawing is in view."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._overview = self._fresh_overview()
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self._arrange)
        self._sharpen = QTimer(self, singleShot=True, interval=0)
        self._sharpen.timeout.connect(self.update)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        say(self, name=message("Overview"), tip=message("Drag the frame to move about."))
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self._arrange)
        canvas.theme_changed.connect(self._replaced)
        canvas.session.document_changed.connect(self._changed)
        canvas.session.document_replaced.connect(self._replaced)
        self._arrange()

    def _fresh_overview(self) -> Overview:
        session = self._canvas.session
        return Overview(session.document, session.layout, self._canvas.theme)

    # --- following -----------------------------------------------------------------------

    def _replaced(self) -> None:
        self._overview = self._fresh_overview()
        self._arrange()

    def _changed(self, change: Change, moved: Moved) -> None:
        if moved.everything or moved.shifted or not stays_in_place(change):
            self._overview.touch_all()
        else:
            layout = self._canvas.session.layout
            shown = [id for id in change.entries if layout.shows_step(id)]
            self._overview.touch([layout.box(id) for id in shown])
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Take the size that suits the drawing, and hide where it would say nothing."""
        width, height = self._canvas.session.layout.size
        drawn = Box(ORIGIN.x, ORIGIN.y, width - ORIGIN.x, height - ORIGIN.y)
        seen = self._canvas.view.visible
        hidden_part = seen.right < drawn.right or seen.bottom < drawn.bottom
        moved = seen.x > drawn.x + 1 or seen.y > drawn.y + 1
        self.setVisible((hidden_part or moved) and bool(self._canvas.session.document.steps))
        if self.isHidden():
            return
        share = drawn.width / max(1.0, drawn.height)
        inner = min(MOST_WIDTH, max(LEAST_WIDTH, MOST_HEIGHT * share))
        tall = min(MOST_HEIGHT, max(24.0, inner / max(0.01, share)))
        size = (round(inner) + 2 * MARGIN, round(tall) + 2 * MARGIN)
        area = self._canvas.viewport().geometry()
        self.setGeometry(area.right() - size[0] - GAP, area.bottom() - size[1] - GAP, *size)
        self.raise_()
        self.update()

    # --- painting ------------------------------------------------------------------------

    @property
    def _view(self) -> View:
        """The whole drawing, within the margins."""
        width, height = self._canvas.session.layout.size
        across = (self.width() - 2 * MARGIN) / max(1.0, width - ORIGIN.x)
        down = (self.height() - 2 * MARGIN) / max(1.0, height - ORIGIN.y)
        zoom = min(across, down)
        return View(
            zoom, ORIGIN.x, ORIGIN.y, MARGIN, MARGIN, self.width() - MARGIN, self.height() - MARGIN
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._paint(painter)
        finally:
            painter.end()
        if not self._overview.is_whole and not self._later.isActive():
            self._sharpen.start()

    def _paint(self, painter: QPainter) -> None:
        colours, view = self._canvas.theme.window, self._view
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(pen(colours.line2, 1))
        painter.setBrush(brush(colours.panel))
        painter.drawRoundedRect(frame, 8, 8)
        self._paint_overview(painter, rect(view.body))
        seen = rect(view.box_on_screen(self._canvas.view.visible))
        painter.setPen(pen(colours.accent, 2))
        painter.setBrush(brush(colours.accent, 0.10))
        painter.drawRoundedRect(seen.intersected(frame.adjusted(2, 2, -2, -2)), 3, 3)

    def _paint_overview(self, painter: QPainter, area: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        size = (area.size() * ratio).toSize()
        self._overview.fit(size, self._view.zoom * ratio, QPointF(ORIGIN.x, ORIGIN.y))
        if not self._later.isActive():
            self._overview.paint_some(BUDGET)
        self._overview.draw(painter, area)

    # --- the hand ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        self._canvas.centre_on(*self._view.to_drawing(at.x(), at.y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._canvas.zoom_by(event.angleDelta().y() / 240)
        event.accept()
