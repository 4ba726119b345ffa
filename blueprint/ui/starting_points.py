"""What a new blueprint can start from: the templates and samples that ship with the program."""

from __future__ import annotations

from pathlib import Path

from blueprint.resources import resource_folder

SUFFIX = ".blueprint"


def templates(language: str) -> list[Path]:
    """The templates in a language, in order of name."""
    return sorted(resource_folder("templates").glob(f"*.{language}{SUFFIX}"))


def samples(language: str) -> list[Path]:
    """The samples, those in the language of the window first."""
    folder = resource_folder("samples")
    found = sorted(folder.glob(f"*{SUFFIX}"))
    return sorted(found, key=lambda path: not path.name.endswith(f".{language}{SUFFIX}"))
