"""Icons: drawings of one colour, painted in whatever colour the look asks for."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from blueprint.resources import resource

_SIZES: Final = (16, 20, 24, 32, 48)


def icon(name: str, colour: str, disabled: str = "", active: str = "") -> QIcon:
    """The icon `name` in `colour`, sharp at every size that the window uses.

    `disabled` and `active` (switched on) are the colours of these states, if others.
    """
    made = QIcon()
    states = [(QIcon.Mode.Normal, QIcon.State.Off, colour)]
    states.append((QIcon.Mode.Disabled, QIcon.State.Off, disabled or colour))
    if active:
        states.append((QIcon.Mode.Normal, QIcon.State.On, active))
    for mode, state, shade in states:
        for size in _SIZES:
            made.addPixmap(pixmap(name, shade, size), mode, state)
    return made


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name`, `size` logical pixels square; empty if there is no such icon."""
    picture = QPixmap(_shape(name, size, ratio))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return picture


@cache
def _shape(name: str, size: int, ratio: float) -> QPixmap:
    """The icon in black, which takes other colours faster than it is drawn anew."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def coloured_folder(colour: str) -> Path:
    """A folder with every icon in `colour`, for the style sheet, which takes files alone."""
    folder = Path(_scratch().name) / colour.lstrip("#")
    folder.mkdir(exist_ok=True)
    for name in ("check", "down"):
        (folder / f"{name}.svg").write_bytes(_coloured(name, colour))
    return folder


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="blueprint-icons-")


@cache
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_coloured(name, "black")))


def _coloured(name: str, colour: str) -> bytes:
    path = _source(name)
    text = path.read_text(encoding="utf-8") if path.is_file() else "<svg/>"
    return re.sub("currentColor", QColor(colour).name(), text).encode()


def _source(name: str) -> Path:
    return resource(f"icons/{name}.svg")
