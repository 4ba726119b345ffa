"""Whatever has the keyboard looks different from what has not, in every look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from blueprint.resources import resource
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.theming import switch_theme
from tests.ui.desk import Desk

LEAST: Final = 16
"""Pixels that look different at least."""


@pytest.fixture
def reading(desk: Desk) -> Iterator[Desk]:
    """A window with a sample in it and a step selected."""
    desk.window.files.open_path(resource("samples/shoeshine.en.blueprint"))
    desk.settle()
    desk.select("Apply polish")
    desk.wait(300)
    desk.window.activateWindow()
    yield desk
    switch_theme("light")


def focusable(desk: Desk) -> list[QWidget]:
    """What Tab reaches, without what is told of elsewhere: the canvas has a cursor of its own."""
    return [
        widget
        for widget in QApplication.allWidgets()
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is desk.window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, CanvasView | QScrollArea | QPlainTextEdit)
        and widget.visibleRegion().boundingRect().size() == widget.size()
    ]


def picture(widget: QWidget) -> QImage:
    """A control with a little of what is around it."""
    edge = QPoint(2, 2)
    corner = widget.mapTo(widget.window(), QPoint(0, 0)) - edge
    area = QSize(widget.width() + 4, widget.height() + 4)
    return (
        widget.window().grab().copy(corner.x(), corner.y(), area.width(), area.height()).toImage()
    )


def differing(one: QImage, other: QImage) -> int:
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
    )


@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
def test_the_focus_is_seen_on_every_control(reading: Desk, look: str) -> None:
    switch_theme(look)
    reading.wait(100)
    unseen = []
    kinds: dict[tuple[type[QWidget], object], QWidget] = {}
    for widget in focusable(reading):
        kinds.setdefault((type(widget), widget.property("look")), widget)
    assert len(kinds) > 8
    for widget in kinds.values():
        reading.window.canvas.setFocus()
        reading.settle()
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        reading.settle()
        if not widget.hasFocus():
            continue
        if differing(before, picture(widget)) < LEAST:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert unseen == []
