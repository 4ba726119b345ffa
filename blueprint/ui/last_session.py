"""The files of the last session, for a start that goes on where the last one ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from blueprint.ui.settings import Settings


class LastSession:
    """`open_path` opens a file, here or in a tab beside."""

    def __init__(self, settings: Settings, open_path: Callable[[Path], object]) -> None:
        self._settings = settings
        self._open = open_path

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are still there."""
        return self._settings.last_session

    def reopen(self) -> None:
        """Open all of them."""
        for path in self.paths:
            self._open(path)
