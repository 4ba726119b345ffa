"""Badges seen from afar: small signs in their own shapes, painted many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box
from blueprint.model.entities import Step

SIDE: Final = 5.0
"""Pixels that a sign is wide, however far away."""
MOST: Final = 26.0
"""Points that a sign is wide at most, so that it never hides its card."""
SHAPES_FROM: Final = 4.0
"""Pixels from which shapes can be told apart; smaller signs are squares."""

_CIRCLE, _TRIANGLE, _STAR, _OCTAGON = "circle", "triangle", "star", "octagon"
_MARKERS: Final = {"error": _OCTAGON, "warning": _TRIANGLE, "hint": _CIRCLE}
Sign = tuple[str, str]
"""Shape and colour."""


class FarMarks:
    """Collects the signs of cards, and paints them; `scale` is pixels a point."""

    def __init__(self, theme: Theme, scale: float, markers: Mapping[str, str]) -> None:
        self._theme = theme
        self._markers = markers
        self._side = min(SIDE / scale, MOST)
        self._has_shapes = self._side * scale >= SHAPES_FROM
        self._found: dict[Sign, list[QPointF]] = defaultdict(list)

    def add(self, step: Step, box: Box) -> None:
        """The signs of one card: fails and waits at its right, stars and problems at its left."""
        window = self._theme.window
        x = box.right - self._side / 2
        if step.fail is not None:
            self._found[_CIRCLE, window.error].append(QPointF(x, box.y))
            x -= 1.4 * self._side
        if step.wait is not None:
            self._found[_TRIANGLE, window.warn_fill].append(QPointF(x, box.y))
        if step.moment_of_truth:
            self._found[_STAR, self._theme.star].append(QPointF(box.x, box.y))
        marker = self._markers.get(step.id)
        if marker is not None:
            colours = {"error": window.error, "warning": window.warn_fill, "hint": window.info}
            sign = _MARKERS[marker], colours[marker]
            self._found[sign].append(QPointF(box.x, box.bottom))

    def paint(self, painter: QPainter) -> None:
        half = self._side / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for (shape, colour), places in self._found.items():
            painter.setBrush(QColor(colour))
            if not self._has_shapes:
                painter.drawRects(
                    [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for at in places]
                )
                continue
            outline = _outline(shape, half)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at in places:
                painter.drawPath(outline.translated(at))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _outline(shape: str, half: float) -> QPainterPath:
    path = QPainterPath()
    if shape == _CIRCLE:
        path.addEllipse(QPointF(0, 0), half, half)
    elif shape == _TRIANGLE:
        path.addPolygon(_polygon((0, -half), (half, half), (-half, half)))
    elif shape == _STAR:
        quarter = half / 3
        path.addPolygon(
            _polygon(
                (0, -half),
                (quarter, -quarter),
                (half, 0),
                (quarter, quarter),
                (0, half),
                (-quarter, quarter),
                (-half, 0),
                (-quarter, -quarter),
            )
        )
    else:
        path.addRect(QRectF(-half, -half, 2 * half, 2 * half))
    path.closeSubpath()
    return path


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
