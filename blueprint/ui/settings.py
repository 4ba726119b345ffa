"""What the program remembers from one start to the next, and nothing about any document."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from blueprint.i18n import LANGUAGES, message, tr

THEMES: Final = ("light", "dark", "high_contrast", "system")
MOST_RECENT: Final = 12
MOST_VIEWS: Final = 200
"""Files of which it is remembered how they were looked at."""
TEXT_SIZES: Final = (100, 90, 110, 125, 150, 175, 200)
"""Percent of the window's usual text; the first is usual."""
AUTOSAVES: Final = (0, 1, 5, 10, 30)
"""Minutes; 0: never."""


class Settings:
    """Typed access to a store of settings; anything unreadable in it counts as not set."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Blueprint Designer", "Blueprint Designer")
        self._own_place = store is not None
        self._last_session = tuple(map(Path, self._list("session")))

    @property
    def unsaved(self) -> Path:
        """The folder of the journals of unsaved work."""
        if self._own_place:
            return Path(self._store.fileName()).parent / "unsaved"
        place = QStandardPaths.StandardLocation.GenericDataLocation
        return Path(QStandardPaths.writableLocation(place)) / "blueprint-designer" / "unsaved"

    @property
    def themes(self) -> Path:
        """The folder of the user's own themes."""
        if self._own_place:
            return Path(self._store.fileName()).parent / "themes"
        place = QStandardPaths.StandardLocation.GenericConfigLocation
        return Path(QStandardPaths.writableLocation(place)) / "blueprint-designer" / "themes"

    @property
    def works(self) -> Path:
        """The user's own folder for the works on lessons."""
        if self._own_place:
            return Path(self._store.fileName()).parent / "lessons"
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place)) / tr(message("Blueprint lessons"))

    @property
    def language(self) -> str:
        """The language of the window, or "" while none has been chosen."""
        return self._choice("language", ("", *LANGUAGES))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def theme(self) -> str:
        """One of THEMES, or a theme of the user's."""
        found = self._store.value("theme")
        is_own = isinstance(found, str) and found.startswith("own:")
        return str(found) if is_own else self._choice("theme", ("system", *THEMES))

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("theme", theme)

    @property
    def text_size(self) -> int:
        """One of TEXT_SIZES."""
        return self._number("text_size", TEXT_SIZES)

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def autosave(self) -> int:
        """Minutes after which a file is saved by itself, one of AUTOSAVES."""
        return self._number("autosave", AUTOSAVES)

    @autosave.setter
    def autosave(self, minutes: int) -> None:
        self._store.setValue("autosave", minutes)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing in the window moves by itself."""
        return self.text("reduced_motion") == "yes"

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self.set_text("reduced_motion", "yes" if reduced else "no")

    @property
    def tab_moves_focus(self) -> bool:
        """Whether Tab leaves the canvas instead of writing the next step."""
        return self.text("tab_moves_focus") == "yes"

    @tab_moves_focus.setter
    def tab_moves_focus(self, moves: bool) -> None:
        self.set_text("tab_moves_focus", "yes" if moves else "no")

    @property
    def author(self) -> str:
        """Who draws and comments: a role or a team; empty if nobody said."""
        return self.text("author")

    @author.setter
    def author(self, author: str) -> None:
        self.set_text("author", author)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened or saved of late, the latest first."""
        return tuple(map(Path, self._list("recent")))

    def remember(self, path: Path) -> None:
        """Put `path` first among the recent files."""
        path = path.absolute()
        self._keep([path, *(other for other in self.recent if other != path)])

    def forget(self, path: Path) -> None:
        """Take `path` out of the recent files."""
        self._keep(other for other in self.recent if other != path)

    def forget_recent(self) -> None:
        """Take all files out of the recent files."""
        self._keep(())

    def _keep(self, paths: Iterable[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths][:MOST_RECENT])

    @property
    def opens_windows(self) -> bool:
        """Whether each document has a window of its own instead of a tab."""
        return self.text("opens") == "windows"

    @opens_windows.setter
    def opens_windows(self, wanted: bool) -> None:
        self.set_text("opens", "windows" if wanted else "tabs")

    @property
    def last_session(self) -> tuple[Path, ...]:
        """The files that were open when the program was last left, and are still there."""
        return tuple(path for path in self._last_session if path.is_file())

    def keep_session(self, paths: Iterable[Path]) -> None:
        """Remember which files are open now; `last_session` stays what it was at the start."""
        self._store.setValue("session", [str(path) for path in paths])

    @property
    def reopens(self) -> bool:
        """Whether a start without a file opens the files of the last session."""
        return self.text("reopens") == "yes"

    @reopens.setter
    def reopens(self, wanted: bool) -> None:
        self.set_text("reopens", "yes" if wanted else "no")

    def seen(self, path: Path) -> tuple[float, float, float] | None:
        """Zoom and middle of a file as it was last looked at."""
        return self._views().get(str(path))

    def keep_seen(self, path: Path, zoom: float, x: float, y: float) -> None:
        """Remember how a file was looked at; those of the longest ago are forgotten."""
        views = self._views()
        views.pop(str(path), None)
        views[str(path)] = (zoom, x, y)
        latest = list(views.items())[-MOST_VIEWS:]
        lines = [f"{zoom:.4f} {x:.1f} {y:.1f} {name}" for name, (zoom, x, y) in latest]
        self._store.setValue("views", lines)

    def _views(self) -> dict[str, tuple[float, float, float]]:
        found: dict[str, tuple[float, float, float]] = {}
        for line in self._list("views"):
            with suppress(ValueError):
                zoom, x, y, name = line.split(" ", 3)
                found[name] = float(zoom), float(x), float(y)
        return found

    def state(self, name: str) -> QByteArray:
        """A window's geometry or a splitter's sizes; empty if there is none."""
        found = self._store.value(f"state/{name}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"state/{name}", state)

    def text(self, name: str, default: str = "") -> str:
        """A remembered choice of a dialog."""
        found = self._store.value(f"choice/{name}", default)
        return found if isinstance(found, str) else default

    def set_text(self, name: str, text: str) -> None:
        self._store.setValue(f"choice/{name}", text)

    def _number(self, key: str, allowed: tuple[int, ...]) -> int:
        found = str(self._store.value(key, ""))
        number = int(found) if found.isdecimal() else allowed[0]
        return number if number in allowed else allowed[0]

    def _list(self, key: str) -> list[str]:
        found = self._store.value(key, [])
        names = [found] if isinstance(found, str) else found
        if not isinstance(names, list):
            return []
        return [name for name in names if isinstance(name, str) and name]

    def _choice(self, key: str, allowed: tuple[str, ...]) -> str:
        found = self._store.value(key)
        return found if found in allowed else allowed[0]
