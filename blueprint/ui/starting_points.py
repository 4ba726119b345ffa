"""What a new blueprint can start from: the templates and samples that ship with the program."""

from __future__ import annotations

from pathlib import Path

from blueprint.resources import resource_folder


def templates(language: str) -> list[Path]:
    """The templates in a language, in order of name."""
    return _in_language("templates", language)


def samples(language: str) -> list[Path]:
    """The samples in a language, in order of name."""
    return _in_language("samples", language)


def _in_language(folder: str, language: str) -> list[Path]:
    return sorted(resource_folder(folder).glob(f"*.{language}.blueprint"))
