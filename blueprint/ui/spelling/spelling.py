"""Whether words are written as dictionaries have them; nobody waits for an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal

from blueprint.ui.background import Progress, Task
from blueprint.ui.settings import Settings
from blueprint.ui.spelling.dictionaries import (
    Speller,
    can_read,
    found_in,
    opened,
    usual_folders,
)

MOST: Final = 8
"""Suggestions for a word."""
Open = Callable[[str, Path], Speller]


class Spelling(QObject):
    """Off until `use` is called, and where no dictionary is chosen. `changed` asks to look anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings: Settings | None = None
        self._found: dict[str, Path] = {}
        self._open: Open = opened
        self._spellers: dict[str, Speller] = {}
        self._answers: dict[str, bool] = {}
        self._own_words: frozenset[str] | None = None
        self._task: Task | None = None

    def use(
        self, settings: Settings, folders: Sequence[Path] | None = None, open: Open | None = None
    ) -> None:
        """Look where dictionaries lie, and read those that are chosen, beside the window."""
        self._settings = settings
        self._open = open or opened
        readable = open is not None or can_read()
        where = usual_folders(own_folder()) if folders is None else folders
        self._found = found_in(where) if readable else {}
        self._spellers = {}
        self._load()

    def stop(self) -> None:
        """Check nothing any more."""
        self._settings = None
        self._found, self._spellers = {}, {}
        self._forget()

    # --- which dictionaries --------------------------------------------------------------------

    @property
    def dictionaries(self) -> Sequence[str]:
        """The names of all that were found."""
        return sorted(self._found)

    def is_chosen(self, name: str) -> bool:
        """Whether a dictionary is looked into; at first the one of the user's own language."""
        if self._settings is None or name not in self._found:
            return False
        usual = "yes" if name in self._usual() else "no"
        return self._settings.text(f"spelling.{name}", usual) == "yes"

    def choose(self, name: str, chosen: bool) -> None:
        """Look into a dictionary from now on, or not any more."""
        if self._settings is not None:
            self._settings.set_text(f"spelling.{name}", "yes" if chosen else "no")
            self._load()

    def _usual(self) -> set[str]:
        own = QLocale.system().name()
        english = [name for name in sorted(self._found) if name.startswith("en")]
        preferred = [name for name in (own, "en_US", *english) if name in english]
        return {own, *preferred[:1]} & set(self._found)

    @property
    def is_on(self) -> bool:
        """Whether there is a dictionary to look into, be it one that is still being read."""
        return any(self.is_chosen(name) for name in self._found)

    @property
    def is_ready(self) -> bool:
        """Whether all chosen dictionaries have been read."""
        return self._task is None and bool(self._spellers)

    def _load(self) -> None:
        wanted = {name: path for name, path in self._found.items() if self.is_chosen(name)}
        self._spellers = {n: found for n, found in self._spellers.items() if n in wanted}
        missing = {name: path for name, path in wanted.items() if name not in self._spellers}
        self._forget()
        if not missing or self._task is not None:
            return

        def work(progress: Progress) -> object:
            return _read(missing, self._open, progress)

        self._task = Task(work)
        self._task.succeeded.connect(self._loaded)
        self._task.finished.connect(self._ended)
        self._task.start()

    def _loaded(self, spellers: object) -> None:
        if not isinstance(spellers, Mapping):
            return
        for name, found in spellers.items():
            if found is None:
                self._found.pop(name, None)
            elif self.is_chosen(name):
                self._spellers[name] = found

    def _ended(self) -> None:
        self._task = None
        self._load()

    # --- words ---------------------------------------------------------------------------------

    def is_wrong(self, word: str) -> bool:
        """Whether no dictionary knows a word; False as long as none has been read."""
        if not self._spellers or self._task is not None:
            return False
        known = self._answers.get(word)
        if known is None:
            plain = word.replace("’", "'")
            known = plain.lower() in self.own_words or any(
                speller.knows(plain) for speller in self._spellers.values()
            )
            self._answers[word] = known
        return not known

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""
        plain = word.replace("’", "'")
        found = [text for speller in self._spellers.values() for text in speller.suggestions(plain)]
        return list(dict.fromkeys(found))[:MOST]

    @property
    def own_words(self) -> frozenset[str]:
        """Words that the user has added, in small letters."""
        if self._own_words is None:
            known = self._settings.text("spelling.words") if self._settings else ""
            self._own_words = frozenset(known.split())
        return self._own_words

    def add(self, word: str) -> None:
        """Take a word for right from now on, in every window."""
        if self._settings is not None:
            plain = word.replace("’", "'").lower()
            words = " ".join(sorted({*self.own_words, plain}))
            self._settings.set_text("spelling.words", words)
            self._forget()

    def _forget(self) -> None:
        self._answers.clear()
        self._own_words = None
        self.changed.emit()


def _read(wanted: Mapping[str, Path], open: Open, progress: Progress) -> dict[str, Speller | None]:
    """The dictionaries; None for one that cannot be read."""
    found: dict[str, Speller | None] = {}
    for name, folder in wanted.items():
        try:
            found[name] = open(name, folder)
        except Exception:
            found[name] = None
        progress(len(found) / len(wanted))
    return found


def own_folder() -> Path:
    """Where users put dictionaries of their own."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "blueprint-designer" / "dictionaries"


SPELLING: Final = Spelling()
