"""The kept picture of a drawing is painted to its end at every sharpness of screens."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from blueprint.layout.geometry import Box
from blueprint.ui.canvas.surface import Surface
from blueprint.ui.canvas.view import View


def nothing(painter: QPainter, box: Box, view: View) -> None:
    """A drawing without anything in it."""


def sharpened(surface: Surface) -> bool:
    """Paint on as between frames, far more often than it takes."""
    for _ in range(300):
        surface.sharpen(nothing, 1)
    return surface.is_complete


@pytest.mark.parametrize("margin", [0, 128])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_stays_stale_for_ever(qtbot: QtBot, ratio: float, margin: int) -> None:
    surface = Surface(margin)
    view = View(x=10, y=20, zoom=1.0, width=733, height=411, left=101, top=57)
    surface.show(view, ratio)
    assert sharpened(surface)
    surface.invalidate([Box(0, 0, 5_000, 5_000)])
    for step in range(1, 9):
        moved = View(
            x=10 + step * 4 / ratio,
            y=20 + step * 8 / ratio,
            width=733,
            height=411,
            left=101,
            top=57,
        )
        surface.show(moved, ratio)
    assert sharpened(surface)
