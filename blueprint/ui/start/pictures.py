"""Paints the pictures of blueprints one after another, so that the page answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from blueprint.drawing.theme import Theme
from blueprint.model.document import Document
from blueprint.storage import Unreadable, open_document
from blueprint.ui.background import Task
from blueprint.ui.reading import is_large
from blueprint.ui.theming import LOOK
from blueprint.ui.thumbnail import thumbnail

_MOST: Final = 120
"""Pictures that are kept."""

Key = tuple[str, int, int, int, str]
Then = Callable[[Document], object]


class Pictures(QObject):
    """Pictures are kept, so that a page that is shown again has them at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[QLabel, QSize, Path]] = []
        self._kept: dict[Key, QPixmap] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_next)

    def show_file(self, place: QLabel, size: QSize, path: Path) -> None:
        """Show what is drawn in a file, now or in a moment; nothing if it cannot be read."""
        kept = self._kept.get(_key(path, size))
        if kept is not None:
            place.setPixmap(kept)
            return
        self._waiting.append((place, size, path))
        self._timer.start()

    def _paint_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        place, size, path = self._waiting.pop(0)
        if not isValid(place):
            return
        if is_large(path):
            self._paint_beside(place, size, path)
            return
        with suppress(Unreadable):
            self._take(place, _key(path, size), _picture(path, size, LOOK.theme))

    def _paint_beside(self, place: QLabel, size: QSize, path: Path) -> None:
        """In a thread of its own: a large file would hold up the window."""
        key, theme = _key(path, size), LOOK.theme
        task = Task(lambda _progress: _picture(path, size, theme), (Unreadable,), self)
        task.succeeded.connect(lambda picture: self._take(place, key, picture))
        task.start()

    def _take(self, place: QLabel, key: Key, picture: QImage) -> None:
        shown = QPixmap.fromImage(picture)
        if isValid(place):
            place.setPixmap(shown)
        if len(self._kept) >= _MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = shown


def _picture(path: Path, size: QSize, theme: Theme) -> QImage:
    return thumbnail(open_document(path).document, size, theme)


def _key(path: Path, size: QSize) -> Key:
    changed = 0
    with suppress(OSError):
        changed = path.stat().st_mtime_ns
    return str(path), changed, size.width(), size.height(), LOOK.theme.name
