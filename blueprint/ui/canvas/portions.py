"""Cuts what is to be painted into portions, each of which fits well into a frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from blueprint.layout.geometry import Point

TILE_WIDTH: Final = 400
TILE_HEIGHT: Final = 128
"""Pixels; the portions in which a picture is painted."""

FAR: Final = 0.1
"""The zoom under which tiles become narrower."""
NARROWEST: Final = 24
FEW: Final = 3
"""Rectangles that are painted one by one; more of them that fill a place are painted as one."""
FILLED: Final = 0.3
"""The share of its surrounding rectangle from which on a region is painted as one."""


def tile_width(zoom: float) -> int:
    """Narrower where the drawing is seen from so far that a tile would hold thousands."""
    return max(NARROWEST, min(TILE_WIDTH, round(TILE_WIDTH * zoom / FAR)))


def portions(region: QRegion, width: int, near: Point | None) -> list[QRect]:
    """Rectangles that cover a region, the nearest to a point first, else in reading order."""
    found: list[QRect] = []
    for area in _areas(region):
        if area.width() * area.height() <= 1.5 * width * TILE_HEIGHT:
            found.append(area)
            continue
        for top in range(area.top(), area.bottom() + 1, TILE_HEIGHT):
            for left in range(area.left(), area.right() + 1, width):
                tile = QRect(left, top, width, TILE_HEIGHT).intersected(area)
                if region.intersects(tile):
                    found.append(tile)
    if near is not None:
        at = near
        found.sort(key=lambda tile: _distance(tile, at))
    return found


def _areas(region: QRegion) -> list[QRect]:
    """The region's rectangles, or the one around them where they fill most of it."""
    areas = list(cast(Iterable[QRect], region))
    if len(areas) <= FEW:
        return areas
    around = region.boundingRect()
    covered = sum(area.width() * area.height() for area in areas)
    return [around] if covered >= FILLED * around.width() * around.height() else areas


def _distance(tile: QRect, at: Point) -> float:
    middle = tile.center()
    return abs(middle.x() - at.x) + abs(middle.y() - at.y)
