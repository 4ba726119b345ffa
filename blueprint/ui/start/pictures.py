"""Paints the pictures of blueprints one after another, so that the page answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from blueprint.model.document import Document
from blueprint.storage import Unreadable, open_document
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
        with suppress(Unreadable):
            picture = thumbnail(open_document(path).document, size, LOOK.theme)
            place.setPixmap(picture)
            if len(self._kept) >= _MOST:
                self._kept.pop(next(iter(self._kept)))
            self._kept[_key(path, size)] = picture


def _key(path: Path, size: QSize) -> Key:
    changed = 0
    with suppress(OSError):
        changed = path.stat().st_mtime_ns
    return str(path), changed, size.width(), size.height(), LOOK.theme.name
