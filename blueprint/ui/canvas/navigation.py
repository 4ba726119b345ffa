"""Scrolling and zooming: keeps the view and the scroll bars in step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollBar

from blueprint.layout.geometry import Box, Point
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER
from blueprint.ui.canvas.panes import NOTHING_FROZEN, Frozen, room_for
from blueprint.ui.canvas.view import LEAST_ZOOM, MOST_ZOOM, SLACK, View, stepped

ORIGIN: Final = Point(LANE_HEADER, PHASE_HEADER)
"""Where the body begins in the drawing, right of the lane headers and below the phases."""
LINE_STEP: Final = 40


class Navigator(QObject):
    """The view of one canvas. `size` answers the drawing's size in points.

    `frozen` is what of the drawing keeps still; whoever owns the canvas sets it.
    """

    changed = Signal()
    zoom_changed = Signal(float)

    def __init__(
        self, across: QScrollBar, down: QScrollBar, size: Callable[[], tuple[float, float]]
    ) -> None:
        super().__init__(across)
        self._across, self._down, self._size = across, down, size
        self._setting = False
        self.frozen: Frozen = NOTHING_FROZEN
        self.view = View(x=ORIGIN.x, y=ORIGIN.y, left=ORIGIN.x, top=ORIGIN.y)
        for bar in (across, down):
            bar.setSingleStep(LINE_STEP)
            bar.valueChanged.connect(self._scrolled)

    def resize(self, width: float, height: float) -> None:
        self.show(replace(self.view, width=width, height=height))

    def refit(self) -> None:
        """The drawing has another size."""
        self.show(self.view)

    def show(self, view: View) -> None:
        """Turn to a view, as far as the drawing reaches."""
        zoom_before = self.view.zoom
        self.view = view
        self._set_ranges()
        self._set_bars((view.x - ORIGIN.x) * view.zoom, (view.y - ORIGIN.y) * view.zoom)
        if view.zoom != zoom_before:
            self.zoom_changed.emit(view.zoom)
        self.changed.emit()

    def start_over(self) -> None:
        """The top left corner at 100 %."""
        self.show(replace(self.view, zoom=1.0, x=ORIGIN.x, y=ORIGIN.y))

    def pan(self, dx: float, dy: float) -> None:
        """Scroll by pixels."""
        self._set_bars(self._across.value() + dx, self._down.value() + dy)
        self.changed.emit()

    def zoom_to(self, zoom: float, at: Point | None = None) -> None:
        """Another zoom, with the point under the pixel `at` (the middle) kept in its place."""
        least = min(LEAST_ZOOM, self._zoom_of_all())
        zoom = max(least, min(MOST_ZOOM, zoom))
        self.show(self.view.zoomed(zoom, at or self.view.body.middle))

    def zoom_by(self, steps: float, at: Point | None = None) -> None:
        """Zoom by so many steps of √2."""
        self.zoom_to(stepped(self.view.zoom, steps), at)

    def fit(self, box: Box, most: float = 1.0) -> None:
        """Show all of a box of the drawing."""
        self.show(self.view.fitted(room_for(box, self.view, self.frozen), most))

    def fit_all(self) -> None:
        self.show(replace(self.view, zoom=self._zoom_of_all(), x=ORIGIN.x, y=ORIGIN.y))

    def fit_width(self) -> None:
        zoom = min(1.5, self.zoom_of_width())
        self.zoom_to(zoom, Point(self.view.left, self.view.top))

    def zoom_of_width(self) -> float:
        """The zoom at which the drawing is as wide as the window."""
        return (self.view.body.width - 8) / max(1.0, self._size()[0] - ORIGIN.x)

    def reveal(self, box: Box) -> None:
        """Scroll as little as needed to see a box."""
        self.show(self.view.showing(room_for(box, self.view, self.frozen)))

    def centre_on(self, x: float, y: float) -> None:
        """Bring a point of the drawing to the middle."""
        seen = self.view.visible
        self.show(replace(self.view, x=x - seen.width / 2, y=y - seen.height / 2))

    def _zoom_of_all(self) -> float:
        width, height = self._size()
        body = self.view.body
        across = (body.width - 8) / max(1.0, width - ORIGIN.x)
        down = (body.height - 8) / max(1.0, height - ORIGIN.y)
        return max(0.001, min(1.0, across, down))

    def _set_ranges(self) -> None:
        width, height = self._size()
        zoom, body = self.view.zoom, self.view.body
        self._setting = True
        for bar, length, window in (
            (self._across, (width - ORIGIN.x) * zoom, body.width),
            (self._down, (height - ORIGIN.y) * zoom, body.height),
        ):
            slack = SLACK if length > window - SLACK else 0
            bar.setPageStep(max(1, round(window)))
            bar.setRange(0, max(0, round(length + slack - window)))
        self._setting = False

    def _set_bars(self, across: float, down: float) -> None:
        self._setting = True
        self._across.setValue(round(across))
        self._down.setValue(round(down))
        self._setting = False
        self._take_bars()

    def _take_bars(self) -> None:
        zoom = self.view.zoom
        self.view = replace(
            self.view,
            x=ORIGIN.x + self._across.value() / zoom,
            y=ORIGIN.y + self._down.value() / zoom,
        )

    def _scrolled(self) -> None:
        if self._setting:
            return
        self._take_bars()
        self.changed.emit()
