"""The whole drawing as blocks in a small picture, painted a strip at a time.

A strip holds so few steps that painting it is never felt; until its turn comes it shows what was
there before.
"""

from __future__ import annotations

from math import ceil
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.ui.canvas.far import paint_blocks, paint_ground

STEPS_A_STRIP: Final = 150
LEAST_STRIP: Final = 2
"""Pixels."""


class Overview:
    """`zoom` and `origin` say where a point of the drawing lies in the picture, in its pixels."""

    def __init__(self, document: Document, layout: Layout, theme: Theme) -> None:
        self._document, self._layout, self._theme = document, layout, theme
        self._picture = QImage()
        self._zoom = 1.0
        self._origin = QPointF()
        self._due: list[QRect] = []

    @property
    def is_whole(self) -> bool:
        """Whether the picture shows everything as it is now."""
        return not self._due

    def fit(self, size: QSize, zoom: float, origin: QPointF) -> None:
        """Take a size in pixels, and the place of the drawing in it."""
        if size == self._picture.size() and zoom == self._zoom and origin == self._origin:
            return
        self._zoom, self._origin = zoom, QPointF(origin)
        if self._picture.isNull():
            self._picture = QImage(size, QImage.Format.Format_RGB32)
            self._picture.fill(QColor(self._theme.window.sheet))
        else:
            self._picture = self._picture.scaled(size)
        self.touch_all()

    def touch_all(self) -> None:
        """All must be painted anew."""
        self._due = self._strips()

    def touch(self, boxes: list[Box]) -> None:
        """What lies at these boxes of the drawing must be painted anew."""
        spans = [(self._across(box.x) - 2, self._across(box.right) + 2) for box in boxes]
        for strip in self._strips():
            met = any(left <= strip.right() and strip.left() <= right for left, right in spans)
            if met and strip not in self._due:
                self._due.append(strip)

    def paint_some(self, milliseconds: float) -> None:
        """Paint strips until that time is over, one at least."""
        end = perf_counter() + milliseconds / 1000
        while self._due:
            self._paint_strip(self._due.pop(0))
            if perf_counter() > end:
                return

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Show the picture in an area."""
        painter.drawImage(area, self._picture)

    # --- inside ----------------------------------------------------------------------------

    def _across(self, x: float) -> float:
        return (x - self._origin.x()) * self._zoom

    def _strips(self) -> list[QRect]:
        width, height = self._picture.width(), self._picture.height()
        count = max(1, ceil(len(self._document.steps) / STEPS_A_STRIP))
        wide = max(LEAST_STRIP, ceil(width / count))
        return [QRect(left, 0, min(wide, width - left), height) for left in range(0, width, wide)]

    def _paint_strip(self, strip: QRect) -> None:
        box = Box(
            self._origin.x() + strip.left() / self._zoom,
            self._origin.y(),
            strip.width() / self._zoom,
            strip.height() / self._zoom,
        )
        painter = QPainter(self._picture)
        try:
            painter.setClipRect(strip)
            painter.fillRect(strip, QColor(self._theme.window.sheet))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._zoom, self._zoom)
            painter.translate(-self._origin)
            paint_ground(painter, self._layout, self._theme)
            paint_blocks(painter, self._document, self._layout, self._theme, box)
        finally:
            painter.end()
