"""Files opened or saved of late, as menus and the start page list them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from blueprint.ui.settings import Settings


class RecentFiles:
    """`changed` is called when the user takes something out."""

    def __init__(self, settings: Settings, changed: Callable[[], object]) -> None:
        self._settings = settings
        self._changed = changed

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are still there, the latest first."""
        return tuple(path for path in self._settings.recent if path.is_file())

    def forget(self, path: Path) -> None:
        """Take one out of the list."""
        self._settings.forget(path)
        self._changed()

    def clear(self) -> None:
        """Take all of them out."""
        self._settings.forget_recent()
        self._changed()
