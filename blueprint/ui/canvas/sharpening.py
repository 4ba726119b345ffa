"""Paints what has not been painted yet between two frames, so that none of them takes long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from blueprint.ui.canvas.picture import CanvasPicture

PAUSE: Final = 2
"""Milliseconds between two portions of painting, for what the hand and the keyboard do."""


class Sharpening(QTimer):
    """Runs while a picture is not complete; `viewport` shows it."""

    def __init__(self, picture: CanvasPicture, viewport: QWidget) -> None:
        super().__init__(viewport, singleShot=True, interval=PAUSE)
        self._picture, self._viewport = picture, viewport
        self.timeout.connect(self._paint_on)

    def follow(self) -> None:
        """A frame has been shown."""
        if not self._picture.is_complete:
            self.start()

    def _paint_on(self) -> None:
        painted = self._picture.sharpen()
        if not painted.isEmpty():
            self._viewport.update(painted)
        self.follow()
