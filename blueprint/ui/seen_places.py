"""How a file was looked at the last time: its zoom, and what was in the middle."""

from __future__ import annotations

from math import isfinite

from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.files import Files
from blueprint.ui.settings import Settings


class SeenPlaces:
    """Of the one document on a canvas; what no file holds is not remembered."""

    def __init__(self, canvas: CanvasView, files: Files, settings: Settings) -> None:
        self._canvas = canvas
        self._files = files
        self._settings = settings

    def remember(self) -> None:
        """Keep in mind what is seen now."""
        path = self._files.path
        if path and self._files.has_document:
            view = self._canvas.view
            self._settings.keep_seen(path, view.zoom, *view.visible.middle)

    def restore(self) -> bool:
        """Show what was seen the last time; False if the file was never seen."""
        path = self._files.path
        seen = self._settings.seen(path) if path else None
        if seen is None or not all(map(isfinite, seen)):
            return False
        zoom, x, y = seen
        self._canvas.zoom_to(zoom)
        self._canvas.centre_on(x, y)
        return True
