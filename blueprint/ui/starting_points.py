"""What a new blueprint can start from: the templates and samples that ship with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from blueprint.model.document import Document
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.resources import resource_folder


def blank(language: str, author: str = "") -> Document:
    """Lanes and columns, drawn by `author`."""
    made = new_blueprint(language=language)
    if author:
        made.apply(set_properties(made, author=author))
    return made


def templates(language: str) -> list[Path]:
    """The templates in a language, in order of name."""
    return _in_language("templates", language)


def samples(language: str) -> list[Path]:
    """The samples in a language: the best known first, then in order of name."""
    return _in_language("samples", language)


def is_shipped(path: Path) -> bool:
    """Whether a file belongs to the program: it is opened as a copy and never written to."""
    folders = (resource_folder("templates"), resource_folder("samples"))
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


_FIRST: Final = ("hotel", "shoeshine", "parcel", "restaurant-as-is")
"""The best known cases."""


def _in_language(folder: str, language: str) -> list[Path]:
    return sorted(resource_folder(folder).glob(f"*.{language}.blueprint"), key=_place)


def _place(path: Path) -> tuple[int, str]:
    name = path.name.partition(".")[0]
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST)), path.name
