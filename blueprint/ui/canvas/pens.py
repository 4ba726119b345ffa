"""Pens and brushes for what is painted above the drawing, in pixels that no zoom changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen

from blueprint.layout.fonts import FAMILY
from blueprint.layout.geometry import Box, Point
from blueprint.ui.fonts import add_bundled


@cache
def pen(colour: str, width: float, dash: tuple[float, ...] = (), opacity: float = 1.0) -> QPen:
    """A pen with flat ends; dash lengths in pixels."""
    found = QPen(tinted(colour, opacity), width)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    found.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        found.setDashPattern([length / width for length in dash])
    return found


@cache
def brush(colour: str, opacity: float = 1.0) -> QBrush:
    return QBrush(tinted(colour, opacity))


def tinted(colour: str, opacity: float) -> QColor:
    """A colour, thinned."""
    found = QColor(colour)
    found.setAlphaF(opacity)
    return found


@cache
def drawing_font(pixels: int, bold: bool = False) -> QFont:
    """The drawing's font, laid out as the layout measured it: without kerning and hinting."""
    add_bundled()
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setBold(bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def at(point: Point) -> QPointF:
    return QPointF(point.x, point.y)
