"""The portraits of personas as pictures for the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPixmap

from blueprint.drawing.portraits import portrait
from blueprint.drawing.qt import DecodedImages, paint
from blueprint.model.document import Document
from blueprint.model.entities import Persona
from blueprint.ui.theming import LOOK

RATIO: Final = 2.0


def portrait_pixmap(document: Document, persona: Persona, size: int) -> QPixmap:
    """A round portrait, `size` logical pixels high and wide, with nothing at its corners."""
    picture = QPixmap(round(size * RATIO), round(size * RATIO))
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    disc = QPainterPath()
    disc.addEllipse(QPointF(size / 2, size / 2), size / 2, size / 2)
    painter.setClipPath(disc)
    painter.translate(size / 2, size / 2)
    look = LOOK.theme
    parts = portrait(persona, size / 2 - 1, look, images=document.images, ground=look.window.panel)
    paint(painter, parts, DecodedImages(document.images))
    painter.end()
    return picture


def portrait_icon(document: Document, persona: Persona, size: int) -> QIcon:
    """The same as an icon."""
    made = QIcon()
    pixels = portrait_pixmap(document, persona, size)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        made.addPixmap(pixels, mode)
    return made
