"""What has been painted of the drawing, kept so that little needs to be painted again.

Panning moves the picture and paints the strip that comes into view; zooming shows the old
picture scaled and paints the new one within a few milliseconds a frame; a change paints anew
the boxes that it names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from math import ceil, floor
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from blueprint.layout.geometry import Box
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.view import View

TILE_WIDTH: Final = 400
TILE_HEIGHT: Final = 256
"""Pixels; the portions in which a picture is painted."""

FAR: Final = 0.1
"""The zoom under which tiles become narrower."""
NARROWEST: Final = 24

MANY: Final = 150
"""Boxes to paint anew of which so many are in view are not told apart."""

Paint = Callable[[QPainter, Box, View], None]
"""Paints a box of the drawing; the painter is in pixels of the window and clipped to it."""


class Surface:
    """The picture of a view's body. It is as large as the window, headers included."""

    def __init__(self) -> None:
        self._view = View()
        self._ratio = 1.0
        self._picture = QPixmap()
        self._spare = QPixmap()
        """The picture before the last zoom: as large, so that no memory is asked for anew."""
        self._stale = QRegion()
        self._ground = QColor("#FFFFFF")
        self._just_scaled = False

    @property
    def is_sharp(self) -> bool:
        """Whether all of the picture is as it should be."""
        return self._stale.isEmpty()

    def set_ground(self, colour: str) -> None:
        """The colour that stands where nothing has been painted yet."""
        self._ground = QColor(colour)
        self.invalidate_all()

    def show(self, view: View, ratio: float) -> None:
        """Turn to another view; `ratio` is device pixels a pixel."""
        old = self._view
        self._view = view
        if ratio != self._ratio or self._resized(old, view):
            self._renew(old, view, ratio)
        elif view.zoom != old.zoom or not self._scroll(old, view):
            self._rescale(old, view)

    def invalidate(self, boxes: Iterable[Box]) -> None:
        """What lies in these boxes of the drawing has changed."""
        body, seen = self._body(), self._view.visible
        in_view = [box for box in boxes if box.meets(seen)]
        if len(in_view) > MANY:
            self.invalidate_all()
            return
        for box in in_view:
            self._stale += _outward(self._view.box_on_screen(box)).intersected(body)

    def invalidate_all(self) -> None:
        self._stale = QRegion(self._body())

    def render(self, paint: Paint, milliseconds: float) -> bool:
        """Paint what is stale, for about so long; whether all is done.

        The frame right after a zoom shows the scaled picture alone, so that it comes at once.
        """
        if self._stale.isEmpty():
            return True
        if self._just_scaled:
            self._just_scaled = False
            return False
        until = time.perf_counter() + milliseconds / 1000
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            for tile in self._portions():
                self._stale -= tile
                self._paint_tile(painter, tile, paint)
                if time.perf_counter() > until:
                    break
        finally:
            painter.end()
        return self._stale.isEmpty()

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Put the picture, as far as it lies in `area`, on screen."""
        self.stretch(painter, area, area)

    def stretch(self, painter: QPainter, source: QRect, target: QRect) -> None:
        """Put a part of the picture on screen in another size."""
        ratio = self._ratio
        painter.drawPixmap(
            QRectF(target),
            self._picture,
            QRectF(
                source.x() * ratio,
                source.y() * ratio,
                source.width() * ratio,
                source.height() * ratio,
            ),
        )

    # --- inside ----------------------------------------------------------------------------

    def _body(self) -> QRect:
        return _outward(self._view.body)

    @staticmethod
    def _resized(old: View, new: View) -> bool:
        return (old.width, old.height, old.left, old.top) != (
            new.width,
            new.height,
            new.left,
            new.top,
        )

    def _renew(self, old: View, view: View, ratio: float) -> None:
        before, before_ratio = self._picture, self._ratio
        self._ratio = ratio
        self._picture = self._blank(view, ratio)
        if not before.isNull() and ratio == before_ratio:
            if old.zoom == view.zoom:
                painter = QPainter(self._picture)
                painter.drawPixmap(QPoint(0, 0), before)
                painter.end()
            else:
                self._draw_scaled(before, old, view)
        self.invalidate_all()

    def _blank(self, view: View, ratio: float) -> QPixmap:
        picture = QPixmap(
            max(1, ceil(view.width * ratio)),
            max(1, ceil(view.height * ratio)),
        )
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ground)
        return picture

    def _scroll(self, old: View, view: View) -> bool:
        """Move the picture by whole device pixels; False if that cannot be."""
        across = (old.x - view.x) * view.zoom * self._ratio
        down = (old.y - view.y) * view.zoom * self._ratio
        dx, dy = round(across), round(down)
        if abs(across - dx) > 0.02 or abs(down - dy) > 0.02:
            return False
        if not dx and not dy:
            return True
        body = self._body()
        if abs(dx) >= body.width() * self._ratio or abs(dy) >= body.height() * self._ratio:
            self.invalidate_all()
            return True
        device = QRect(
            round(body.x() * self._ratio),
            round(body.y() * self._ratio),
            round(body.width() * self._ratio),
            round(body.height() * self._ratio),
        )
        self._picture.scroll(dx, dy, device)
        moved_x, moved_y = dx / self._ratio, dy / self._ratio
        self._stale.translate(round(moved_x), round(moved_y))
        kept = body.translated(ceil(moved_x), ceil(moved_y)).intersected(
            body.translated(floor(moved_x), floor(moved_y))
        )
        self._stale += QRegion(body) - QRegion(kept)
        self._stale &= QRegion(body)
        return True

    def _rescale(self, old: View, view: View) -> None:
        """Show the old picture at the new zoom until the new one is painted."""
        before = self._picture
        same = self._spare.size() == before.size()
        self._picture = self._spare if same else self._blank(view, self._ratio)
        self._picture.setDevicePixelRatio(self._ratio)
        self._spare = before
        self._draw_scaled(before, old, view)
        self.invalidate_all()

    def _draw_scaled(self, before: QPixmap, old: View, view: View) -> None:
        """What a picture showed of an old view, where it lies in a new one."""
        target = rect(view.box_on_screen(old.visible))
        body = QRectF(self._body())
        ratio = self._ratio
        source = rect(old.body)
        painter = QPainter(self._picture)
        painter.setClipRect(body)
        if not target.contains(body):
            painter.fillRect(body, self._ground)
        painter.drawPixmap(
            target,
            before,
            QRectF(
                source.x() * ratio,
                source.y() * ratio,
                source.width() * ratio,
                source.height() * ratio,
            ),
        )
        painter.end()
        self._just_scaled = True

    def _portions(self) -> list[QRect]:
        """The stale rectangles, the large ones cut up, in reading order."""
        portions = []
        width = self._tile_width()
        for found in cast(Iterable[QRect], self._stale):
            if found.width() * found.height() <= 1.5 * width * TILE_HEIGHT:
                portions.append(found)
                continue
            for top in range(found.top(), found.bottom() + 1, TILE_HEIGHT):
                for left in range(found.left(), found.right() + 1, width):
                    tile = QRect(left, top, width, TILE_HEIGHT)
                    portions.append(tile.intersected(found))
        return portions

    def _tile_width(self) -> int:
        """Narrower where the drawing is seen from so far that a tile would hold thousands."""
        return max(NARROWEST, min(TILE_WIDTH, round(TILE_WIDTH * self._view.zoom / FAR)))

    def _paint_tile(self, painter: QPainter, tile: QRect, paint: Paint) -> None:
        painter.save()
        painter.setClipRect(tile)
        painter.fillRect(tile, self._ground)
        screen = Box(tile.x(), tile.y(), tile.width(), tile.height())
        try:
            paint(painter, self._view.box_in_drawing(screen), self._view)
        finally:
            painter.restore()


def _outward(box: Box) -> QRect:
    """The smallest rectangle of whole pixels around a box."""
    left, top = floor(box.x), floor(box.y)
    return QRect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)
