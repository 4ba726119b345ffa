"""Which part of the drawing is on screen: between points of the drawing and pixels.

Headers stick: the lane headers take the left of the window and the phase headers its top, in
pixels that no zoom changes. The rest of the drawing, the body, moves and scales beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from blueprint.layout.geometry import Box, Point

LEAST_ZOOM: Final = 0.1
MOST_ZOOM: Final = 4.0
ZOOM_STEP: Final = 2**0.5
SLACK: Final = 72.0
"""Pixels that can be scrolled beyond the drawing: room for the slot that adds a lane."""


@dataclass(frozen=True, slots=True)
class View:
    """`x`, `y`: the point of the drawing at the body's top left corner on screen.

    `left`, `top`: where the body begins in pixels. `width`, `height`: the window, in pixels.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    left: float = 0.0
    top: float = 0.0
    width: float = 0.0
    height: float = 0.0

    @property
    def body(self) -> Box:
        """The part of the window that scrolls, in pixels."""
        return Box(self.left, self.top, self.width - self.left, self.height - self.top)

    @property
    def visible(self) -> Box:
        """The part of the drawing that the body shows."""
        body = self.body
        return Box(self.x, self.y, body.width / self.zoom, body.height / self.zoom)

    def to_screen(self, x: float, y: float) -> Point:
        return Point(
            self.left + (x - self.x) * self.zoom,
            self.top + (y - self.y) * self.zoom,
        )

    def to_drawing(self, x: float, y: float) -> Point:
        return Point(
            self.x + (x - self.left) / self.zoom,
            self.y + (y - self.top) / self.zoom,
        )

    def box_on_screen(self, box: Box) -> Box:
        x, y = self.to_screen(box.x, box.y)
        return Box(x, y, box.width * self.zoom, box.height * self.zoom)

    def box_in_drawing(self, box: Box) -> Box:
        x, y = self.to_drawing(box.x, box.y)
        return Box(x, y, box.width / self.zoom, box.height / self.zoom)

    def zoomed(self, zoom: float, at: Point) -> View:
        """At another zoom, with the drawing's point under the pixel `at` where it was."""
        x, y = self.to_drawing(*at)
        return replace(
            self,
            zoom=zoom,
            x=x - (at.x - self.left) / zoom,
            y=y - (at.y - self.top) / zoom,
        )

    def fitted(self, box: Box, most: float = 1.0, margin: float = 16.0) -> View:
        """The largest zoom up to `most` that shows all of `box`, in the middle across."""
        body = self.body
        room_x = max(1.0, body.width - 2 * margin)
        room_y = max(1.0, body.height - 2 * margin)
        zoom = min(most, room_x / max(1.0, box.width), room_y / max(1.0, box.height))
        middle = box.middle
        return replace(
            self,
            zoom=zoom,
            x=middle.x - body.width / zoom / 2,
            y=middle.y - body.height / zoom / 2,
        )

    def showing(self, box: Box, margin: float = 24.0) -> View:
        """Scrolled as little as needed for `box`, with a margin in pixels, to be seen."""
        seen, gap = self.visible, margin / self.zoom
        x = _shown(self.x, seen.width, box.x - gap, box.right + gap)
        y = _shown(self.y, seen.height, box.y - gap, box.bottom + gap)
        return replace(self, x=x, y=y)


def _shown(start: float, length: float, low: float, high: float) -> float:
    """Where a window of `length` must start to show low … high; low wins if both cannot."""
    if high > start + length:
        start = high - length
    return min(start, low)


def stepped(zoom: float, steps: float) -> float:
    """`zoom` after so many zoom steps, each of √2; a full step lands on a power of √2."""
    wanted = zoom * float(ZOOM_STEP**steps)
    return min(MOST_ZOOM, max(min(zoom, LEAST_ZOOM), wanted))
