"""The themes that the user has made: files in a folder of the user's configuration."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from blueprint.drawing.own_theme import LARGEST, NoTheme, OwnTheme, dumped, loaded
from blueprint.drawing.theme import offer
from blueprint.i18n import message
from blueprint.storage import SaveFailed, save_bytes

PREFIX = "own:"
"""Begins the choice of an own theme, which goes on with its name."""


class OwnThemes:
    """Kept in the order of their names, each in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, tuple[Path, OwnTheme]] = {}
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            with suppress(NoTheme, OSError):
                self._take(path, _read(path))

    @property
    def every(self) -> tuple[OwnTheme, ...]:
        return tuple(self._files[name][1] for name in sorted(self._files, key=str.casefold))

    def find(self, choice: str) -> OwnTheme | None:
        """The theme that a choice stands for: PREFIX and its name."""
        found = self._files.get(choice.removeprefix(PREFIX))
        return found[1] if found and choice.startswith(PREFIX) else None

    def keep(self, own: OwnTheme, before: str = "") -> None:
        """Write a theme; `before` is the name that it had, if another. Raises SaveFailed."""
        old = self._files.get(before or own.name)
        path = old[0] if old else self._free_path(own.name)
        if not old:
            with suppress(OSError):  # saving tells better why there is no folder
                self._folder.mkdir(parents=True, exist_ok=True)
        save_bytes(dumped(own), path)
        self._files.pop(before, None)
        self._take(path, own)

    def remove(self, name: str) -> None:
        """Delete a theme. Raises SaveFailed."""
        path = self._files[name][0]
        try:
            path.unlink(missing_ok=True)
        except OSError as failure:
            raise SaveFailed(
                message("The file cannot be deleted: {reason}.", reason=str(failure.strerror))
            ) from None
        del self._files[name]

    def read(self, path: Path) -> OwnTheme:
        """A theme from a file of anywhere, kept from now on. Raises NoTheme, SaveFailed."""
        try:
            found = _read(path)
        except OSError as failure:
            reason = str(failure.strerror or failure)
            raise NoTheme(message("The file cannot be read: {reason}.", reason=reason)) from None
        own = OwnTheme(self.free_name(found.name), found.base, found.colours)
        self.keep(own)
        return own

    def free_name(self, wanted: str) -> str:
        """`wanted`, with a number after it if another theme is called so."""
        name, number = wanted, 2
        while name in self._files:
            name, number = f"{wanted} {number}", number + 1
        return name

    def _take(self, path: Path, own: OwnTheme) -> None:
        self._files[own.name] = (path, own)
        offer(own.look)

    def _free_path(self, name: str) -> Path:
        stem = re.sub(r"[^\w-]+", "-", name).strip("-") or "theme"
        path, number = self._folder / f"{stem}.json", 2
        while path.exists():
            path, number = self._folder / f"{stem}-{number}.json", number + 1
        return path


def _read(path: Path) -> OwnTheme:
    with open(path, "rb") as file:
        return loaded(file.read(LARGEST + 1))
