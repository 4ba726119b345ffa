"""What a document's file is called when it has no name yet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

SUFFIX: Final = ".blueprint"
_FORBIDDEN: Final = '/\\:*?"<>|\n'


def suggested(own: Path | None, copied: Path | None, title: str, folder: Path) -> Path:
    """Where to save: the own file, beside the one it was copied from, or by the title."""
    if own:
        return own
    if copied:
        return copied.with_name(f"{copied.stem} 2{SUFFIX}")
    name = "".join(" " if sign in _FORBIDDEN else sign for sign in title).strip(" .")
    return folder / f"{name or 'blueprint'}{SUFFIX}"


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    return os.path.realpath(one) == os.path.realpath(other)
