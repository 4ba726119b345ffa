"""What has been painted of the drawing, kept so that little needs to be painted again.

The picture reaches beyond the window's edges, so panning shows what has been painted already;
what lies ahead is painted while the hand rests. Zooming shows the old picture scaled; where
columns or rows make room, its pieces move; the new picture follows within a few milliseconds
a frame, what has changed first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from math import ceil, floor
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from blueprint.layout.geometry import Box, Point
from blueprint.layout.standing import Piece, Shift
from blueprint.ui.canvas.moving import Run, keep_their_order, move_across, move_down
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.portions import portions, tile_width
from blueprint.ui.canvas.view import View

MANY: Final = 150
"""Boxes to paint anew of which so many are in view are not told apart."""

Paint = Callable[[QPainter, Box, View], None]
"""Paints a box of the drawing; the painter is in pixels of the window and clipped to it."""


class Surface:
    """The picture of a view's body, and of `margin` pixels round it.

    Regions are in pixels of the window; `_corner` is where the picture's top left lies in the
    window, in device pixels.
    """

    def __init__(self, margin: int = 0) -> None:
        self._margin = margin
        self._view = View()
        self._ratio = 1.0
        self._picture = QPixmap()
        self._spare = QPixmap()
        """The picture before the last zoom: as large, so that no memory is asked for anew."""
        self._corner = QPoint()
        self._stale = QRegion()
        self._urgent = QRegion()
        """What of the stale is painted before anything else."""
        self._near: Point | None = None
        """Where in the window something has changed: the rest is painted from there on."""
        self._ground = QColor("#FFFFFF")
        self._just_scaled = False

    @property
    def is_sharp(self) -> bool:
        """Whether all that is in view is as it should be."""
        return not self._stale.intersects(self._body())

    @property
    def is_complete(self) -> bool:
        """Whether what lies round the view is as it should be, too."""
        return self._stale.isEmpty()

    @property
    def held(self) -> Box:
        """The part of the drawing that the picture holds."""
        return self._view.box_in_drawing(_box(self._reach()))

    def shows(self, box: Box) -> bool:
        """Whether a box of the drawing is as it should be, as far as it is in view."""
        there = _outward(self._view.box_on_screen(box)).intersected(self._body())
        return not self._stale.intersects(there)

    def set_ground(self, colour: str) -> None:
        """The colour that stands where nothing has been painted yet."""
        self._ground = QColor(colour)
        self.invalidate_all()

    def show(self, view: View, ratio: float) -> None:
        """Turn to another view; `ratio` is device pixels a pixel."""
        old = self._view
        self._view = view
        if ratio != self._ratio or self._picture.isNull() or old.body != view.body:
            self._renew(old, view, ratio)
        elif view.zoom != old.zoom or not self._scroll(old, view):
            self._rescale(old, view)

    def invalidate(self, boxes: Iterable[Box], *, urgent: bool = False) -> None:
        """What lies in these boxes of the drawing has changed; the urgent from the first one on."""
        reach, seen = self._reach(), self.held
        in_view = [box for box in boxes if box.meets(seen)]
        if len(in_view) > MANY:
            self.invalidate_all()
            return
        found = QRegion()
        for box in in_view:
            found += _outward(self._view.box_on_screen(box)).intersected(reach)
        self._stale += found
        if urgent and not found.isEmpty():
            self._urgent += found
            self._near = self._view.box_on_screen(in_view[0]).middle

    def invalidate_all(self) -> None:
        self._stale = QRegion(self._reach())
        self._urgent = QRegion()

    def move(self, shift: Shift) -> None:
        """Show the pieces of the old drawing where they are now, until they are painted anew."""
        across, down = self._runs(shift.across, "x"), self._runs(shift.down, "y")
        if self._picture.isNull() or not (across and down):
            return
        if keep_their_order(across) and keep_their_order(down):
            move_across(self._picture, across, self._ground)
            move_down(self._picture, down, self._ground)

    def render(self, paint: Paint, milliseconds: float) -> QRegion:
        """Paint what is stale in view, for about so long; what has changed in the window.

        The frame right after a zoom shows the scaled picture alone, so that it comes at once.
        """
        if self._just_scaled:
            self._just_scaled = False
        elif not self.is_sharp:
            return self._paint_stale(paint, milliseconds, self._body())
        return QRegion()

    def sharpen(self, paint: Paint, milliseconds: float) -> QRegion:
        """Paint between two frames; what has changed in the window, which may be nothing.

        What lies round the view is painted once all that is in view has been.
        """
        body = self._body()
        if self.is_sharp:
            self._paint_stale(paint, milliseconds, self._reach())
            return QRegion()
        return self._paint_stale(paint, milliseconds, body)

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Put the picture, as far as it lies in `area`, on screen."""
        area = area.intersected(self._body())
        self.stretch(painter, area, area)

    def stretch(self, painter: QPainter, source: QRect, target: QRect) -> None:
        """Put a part of the picture on screen in another size."""
        painter.drawPixmap(
            QRectF(target), self._picture, self._source(QRectF(source), self._corner)
        )

    # --- where things are --------------------------------------------------------------------

    def _body(self) -> QRect:
        return _outward(self._view.body)

    def _reach(self) -> QRect:
        """All that the picture holds, in pixels of the window."""
        ratio = self._ratio
        size = self._picture.size()
        return _outward(
            Box(
                self._corner.x() / ratio,
                self._corner.y() / ratio,
                size.width() / ratio,
                size.height() / ratio,
            )
        )

    def _source(self, area: QRectF, corner: QPoint) -> QRectF:
        """Where an area of the window lies in a picture, in device pixels."""
        ratio = self._ratio
        return QRectF(
            area.x() * ratio - corner.x(),
            area.y() * ratio - corner.y(),
            area.width() * ratio,
            area.height() * ratio,
        )

    def _runs(self, pieces: Iterable[Piece], axis: Literal["x", "y"]) -> list[Run]:
        """Pieces of the drawing in device pixels of the picture."""
        view, scale = self._view, self._view.zoom * self._ratio
        if axis == "x":
            zero = (view.left - view.x * view.zoom) * self._ratio - self._corner.x()
        else:
            zero = (view.top - view.y * view.zoom) * self._ratio - self._corner.y()
        return [Run(*(round(zero + at * scale) for at in piece)) for piece in pieces]

    # --- the picture -------------------------------------------------------------------------

    def _renew(self, old: View, view: View, ratio: float) -> None:
        """The window has another size or sharpness: what it showed stays until painted anew."""
        before, corner, ratio_before = self._picture, self._corner, self._ratio
        self._ratio = ratio
        self._picture, self._spare = self._blank(view), QPixmap()
        self._corner = self._centred()
        if not before.isNull() and ratio == ratio_before:
            self._draw_old(before, corner, old, view)
        self.invalidate_all()

    def _blank(self, view: View) -> QPixmap:
        body, ratio = view.body, self._ratio
        width, height = body.width + 2 * self._margin, body.height + 2 * self._margin
        picture = QPixmap(max(1, ceil(width * ratio)), max(1, ceil(height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ground)
        return picture

    def _centred(self) -> QPoint:
        body, ratio = self._body(), self._ratio
        return QPoint(
            round((body.x() - self._margin) * ratio), round((body.y() - self._margin) * ratio)
        )

    def _painter(self) -> QPainter:
        """Paints on the picture in pixels of the window."""
        painter = QPainter(self._picture)
        painter.translate(-self._corner.x() / self._ratio, -self._corner.y() / self._ratio)
        return painter

    def _exchange(self) -> tuple[QPixmap, QPoint]:
        """Take the spare picture; the one before, and where it lay."""
        before, corner = self._picture, self._corner
        same = self._spare.size() == before.size()
        self._picture = self._spare if same else self._blank(self._view)
        self._spare = before
        self._corner = self._centred()
        return before, corner

    def _scroll(self, old: View, view: View) -> bool:
        """Move the picture by whole device pixels; False if that cannot be."""
        across = (old.x - view.x) * view.zoom * self._ratio
        down = (old.y - view.y) * view.zoom * self._ratio
        dx, dy = round(across), round(down)
        if abs(across - dx) > 0.02 or abs(down - dy) > 0.02:
            return False
        if not dx and not dy:
            return True
        self._corner += QPoint(dx, dy)
        self._stale = self._carried(self._stale, dx, dy)
        self._urgent = self._carried(self._urgent, dx, dy)
        if not self._reach().contains(self._body()):
            self._centre()
        self._stale &= self._reach()
        return True

    def _carried(self, region: QRegion, dx: int, dy: int) -> QRegion:
        """A region that moves by device pixels; outward where these are no whole pixels."""
        x, y = dx / self._ratio, dy / self._ratio
        found = region.translated(floor(x), floor(y))
        if x != floor(x) or y != floor(y):
            found += region.translated(ceil(x), ceil(y))
        return found

    def _centre(self) -> None:
        """Let the picture reach as far on all sides of the window again."""
        reach, corner = self._reach(), self._corner
        self._corner = self._centred()
        by = corner - self._corner
        size = self._picture.size()
        if abs(by.x()) >= size.width() or abs(by.y()) >= size.height():
            self.invalidate_all()
            return
        self._picture.scroll(by.x(), by.y(), self._picture.rect())
        now = QRegion(self._reach())
        self._stale = (self._stale + (now - QRegion(reach))) & now
        self._urgent &= now

    def _rescale(self, old: View, view: View) -> None:
        """Show the old picture at the new zoom until the new one is painted."""
        before, corner = self._exchange()
        self._draw_old(before, corner, old, view)
        self._just_scaled = True
        self.invalidate_all()

    def _draw_old(self, before: QPixmap, corner: QPoint, old: View, view: View) -> None:
        """What a picture showed of an old view, where it lies in a new one."""
        there = old.box_in_drawing(old.body)
        target, body = rect(view.box_on_screen(there)), QRectF(self._body())
        painter = self._painter()
        painter.setClipRect(body)
        if not target.contains(body):
            painter.fillRect(body, self._ground)
        painter.drawPixmap(target, before, self._source(rect(old.body), corner))
        painter.end()

    # --- painting ----------------------------------------------------------------------------

    def _paint_stale(self, paint: Paint, milliseconds: float, within: QRect) -> QRegion:
        """Paint portions of what is stale for about so long; what has been painted."""
        until = time.perf_counter() + milliseconds / 1000
        width = tile_width(self._view.zoom)
        done = QRegion()
        painter = self._painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            for region in (self._urgent & within, (self._stale - self._urgent) & within):
                for tile in portions(region, width, self._near):
                    self._stale -= tile
                    self._urgent -= tile
                    done += tile
                    self._paint_tile(painter, tile, paint)
                    if time.perf_counter() > until:
                        return done
        finally:
            painter.end()
        return done

    def _paint_tile(self, painter: QPainter, tile: QRect, paint: Paint) -> None:
        painter.save()
        painter.setClipRect(tile)
        painter.fillRect(tile, self._ground)
        try:
            paint(painter, self._view.box_in_drawing(_box(tile)), self._view)
        finally:
            painter.restore()


def _box(area: QRect) -> Box:
    return Box(area.x(), area.y(), area.width(), area.height())


def _outward(box: Box) -> QRect:
    """The smallest rectangle of whole pixels around a box."""
    left, top = floor(box.x), floor(box.y)
    return QRect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)
