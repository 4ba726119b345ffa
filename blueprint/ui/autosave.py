"""Saves a file by itself after some minutes, where the user has asked for that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from blueprint.ui.files import Files
from blueprint.ui.settings import Settings

_MINUTE = 60_000


class Autosave(QObject):
    """Counts minutes as long as its window is there."""

    def __init__(self, files: Files, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._settings = settings
        self._minutes = 0
        timer = QTimer(self, interval=_MINUTE)
        timer.timeout.connect(self.minute_passed)
        timer.start()

    def minute_passed(self) -> None:
        """Save, if that is wanted and its time has come."""
        self._minutes += 1
        wanted = self._settings.autosave
        if wanted and self._minutes >= wanted:
            self._minutes = 0
            self._files.autosave()
