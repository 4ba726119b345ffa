"""Icons: drawings of one colour, painted in whatever colour the look asks for."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from blueprint.resources import resource


class _Drawn(QIconEngine):
    """An icon that is drawn when it is first shown, at the size in which it is shown."""

    def __init__(self, name: str, colour: str, disabled: str, active: str) -> None:
        super().__init__()
        self._name = name
        self._colour, self._disabled, self._active = colour, disabled, active

    def _shade(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._disabled
        return self._active if state == QIcon.State.On else self._colour

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._shade(mode, state), min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        shown = pixmap(self._name, self._shade(mode, state), side, ratio)
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, shown)

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour, self._disabled, self._active)


def icon(name: str, colour: str, disabled: str = "", active: str = "") -> QIcon:
    """The icon `name` in `colour`, sharp at every size that the window uses.

    `disabled` and `active` (switched on) are the colours of these states, if others.
    """
    return QIcon(_Drawn(name, colour, disabled or colour, active or colour))


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
