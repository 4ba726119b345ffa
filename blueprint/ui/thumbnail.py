"""Small pictures of whole blueprints, for lists of files."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.ui.canvas.far import paint_blocks, paint_ground

_TALLEST = 2.4
"""A drawing may be so many times wider than its picture before its end is cut off."""
_LARGE = 100
"""Logical pixels of width from which that is better than a smaller drawing."""


def thumbnail(document: Document, size: QSize, theme: Theme, ratio: float = 2.0) -> QImage:
    """The document seen from afar, fitted into `size` logical pixels and set in its middle.

    It needs no window, so that it can be made beside one.
    """
    layout = Layout(document)
    width, height = layout.size
    picture = QImage(size * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.window.sheet))
    widest = size.width() * (_TALLEST if size.width() >= _LARGE else 1)
    scale = min(size.height() / max(height, 1.0), widest / max(width, 1.0))
    shown = min(width, size.width() / scale)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((size.width() - shown * scale) / 2, (size.height() - height * scale) / 2)
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, shown, height))
    try:
        paint_ground(painter, layout, theme)
        paint_blocks(painter, document, layout, theme, Box(0, 0, shown, height))
    finally:
        painter.end()
    return picture
