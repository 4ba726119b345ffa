"""Sizes of controls that follow the size of the window's texts, so that nothing is cut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK


def px(pixels: float) -> int:
    """What is `pixels` at the usual size of texts, at the size that is chosen."""
    return round(pixels * LOOK.text_size / 100)


def finest() -> float:
    """Device pixels a pixel on the finest screen, 2 at least: for pictures that are kept."""
    app = QGuiApplication.instance()
    return max(2.0, app.devicePixelRatio() if isinstance(app, QGuiApplication) else 2.0)


def as_texts_grow(widget: QWidget, resize: Callable[[], object]) -> None:
    """Do something about a widget's size now, and whenever texts have another size."""
    last = [0]

    def again() -> None:
        if last[0] != LOOK.text_size:
            last[0] = LOOK.text_size
            resize()

    again()
    listen(widget, LOOK.changed, again)


def fix(widget: QWidget, *, width: int | None = None, height: int | None = None) -> None:
    """Fix a width or a height, given at the usual size of texts."""

    def resize() -> None:
        if width is not None:
            widget.setFixedWidth(px(width))
        if height is not None:
            widget.setFixedHeight(px(height))

    as_texts_grow(widget, resize)


def bound(
    widget: QWidget,
    *,
    least_width: int | None = None,
    most_width: int | None = None,
    least_height: int | None = None,
    most_height: int | None = None,
) -> None:
    """Bound a size, given at the usual size of texts."""
    setters = (
        (widget.setMinimumWidth, least_width),
        (widget.setMaximumWidth, most_width),
        (widget.setMinimumHeight, least_height),
        (widget.setMaximumHeight, most_height),
    )

    def resize() -> None:
        for set_size, pixels in setters:
            if pixels is not None:
                set_size(px(pixels))

    as_texts_grow(widget, resize)


def size_icon(widget: QAbstractButton | QAbstractItemView, side: int) -> None:
    """Give a button, or a list, icons of a size that is given at the usual size of texts."""
    as_texts_grow(widget, lambda: widget.setIconSize(QSize(px(side), px(side))))
