"""Dictionaries as hunspell has them: a file .aff and a file .dic of one name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

_SYSTEM: Final = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)
_OFFICE: Final = "share/extensions"
"""Where an office suite keeps its dictionaries, below its own folder."""


class Speller(Protocol):
    """One dictionary at work."""

    def knows(self, word: str) -> bool: ...

    def suggestions(self, word: str) -> Sequence[str]: ...


def can_read() -> bool:
    """Whether the library is there that reads dictionaries."""
    return find_spec("hunspell") is not None


def usual_folders(own: Path) -> list[Path]:
    """Where dictionaries lie: the user's own folder first, what comes with the library last."""
    named = [part for part in os.environ.get("DICPATH", "").split(os.pathsep) if part]
    folders = [own, *map(Path, named), *(Path(name).expanduser() for name in _SYSTEM)]
    for suite in _suites():
        folders += sorted((suite / _OFFICE).glob("dict-*"))
    spec = find_spec("hunspell")
    if spec is not None and spec.origin:
        folders.append(Path(spec.origin).parent / "dictionaries")
    return folders


def _suites() -> Iterable[Path]:
    if sys.platform == "win32":
        return (Path(r"C:\Program Files\LibreOffice"),)
    return (Path("/usr/lib/libreoffice"), Path("/opt/libreoffice"))


def found_in(folders: Iterable[Path]) -> dict[str, Path]:
    """Names such as en_GB, each with the folder that has it first."""
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            names = sorted(file.stem for file in folder.glob("*.dic"))
        except OSError:
            continue
        for name in names:
            if not name.startswith("hyph") and (folder / f"{name}.aff").is_file():
                found.setdefault(name.replace("-", "_"), folder)
    return found


class _Hunspell:
    def __init__(self, name: str, folder: Path) -> None:
        from hunspell import Hunspell

        stem = name if (folder / f"{name}.dic").is_file() else name.replace("_", "-")
        self._dictionary = Hunspell(stem, hunspell_data_dir=str(folder))

    def knows(self, word: str) -> bool:
        return self._dictionary.spell(word)

    def suggestions(self, word: str) -> Sequence[str]:
        return self._dictionary.suggest(word)


def opened(name: str, folder: Path) -> Speller:
    """Read a dictionary: some tenths of a second. Raises whatever its library raises."""
    return _Hunspell(name, folder)
