"""A scroll area whose content is seen at a zoom: wheel, pinch, and ways to go somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from blueprint.layout.geometry import Box, Point
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.panes import Panes, pane_at, pane_of, panes_of
from blueprint.ui.canvas.view import View
from blueprint.ui.canvas.wheel import pinch, turn_wheel


class ZoomingView(QAbstractScrollArea):
    """`size` answers the content's width and height in points."""

    zoom_changed = Signal(float)
    view_changed = Signal()
    """What is in view has changed; see `view`."""

    def __init__(
        self, size: Callable[[], tuple[float, float]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._navigator = Navigator(self.horizontalScrollBar(), self.verticalScrollBar(), size)
        self._navigator.zoom_changed.connect(self.zoom_changed)

    @property
    def view(self) -> View:
        return self._navigator.view

    @property
    def panes(self) -> Panes:
        """The parts of the window, each with its view: what is frozen lies above what scrolls."""
        return panes_of(self.view, self._navigator.frozen)

    def view_of(self, box: Box) -> View:
        """The view in which a box of the drawing is seen."""
        return pane_of(self.panes, box).view

    def view_at(self, at: Point) -> View:
        """The view that is seen at a pixel."""
        return pane_at(self.panes, at).view

    @property
    def zoom(self) -> float:
        return self.view.zoom

    def pan(self, dx: float, dy: float) -> None:
        """Scroll by pixels."""
        self._navigator.pan(dx, dy)

    def zoom_by(self, steps: float) -> None:
        self._navigator.zoom_by(steps)

    def zoom_to(self, zoom: float) -> None:
        self._navigator.zoom_to(zoom)

    def fit_width(self) -> None:
        self._navigator.fit_width()

    def fit_all(self) -> None:
        self._navigator.fit_all()

    def centre_on(self, x: float, y: float) -> None:
        """Bring a point of the drawing to the middle."""
        self._navigator.centre_on(x, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.viewport().size()
        self._navigator.resize(size.width(), size.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(self._navigator, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return pinch(self._navigator, event)
        return super().viewportEvent(event)
