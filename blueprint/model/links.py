"""Links from a step to another blueprint: paths from the folder of the own file, so that a folder
of blueprints can be moved as a whole."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from typing import Final

SUFFIXES: Final = (".blueprint", ".csv", ".tsv", ".xlsx")
"""What a link may lead to: a blueprint or a step table."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def linked_path(link: str) -> str:
    """The path that `link` gives, with forward slashes; "" if it leads to no blueprint.

    Absolute paths lead nowhere: they name another machine or break when the folder moves.
    """
    path = link.strip().replace("\\", "/")
    if not path.lower().endswith(SUFFIXES) or not path.isprintable():
        return ""
    if path.startswith(("/", "~")) or _SCHEME.match(path):
        return ""
    return posixpath.normpath(path)


def names_a_whole_path(link: str) -> bool:
    """Whether `link` is the path of a blueprint from the root of a disk, not of the folder."""
    path = link.strip().replace("\\", "/")
    rooted = path.startswith(("/", "~")) or bool(re.match(r"[A-Za-z]:", path))
    return rooted and path.lower().endswith(SUFFIXES)


def path_from(folder: Path, file: Path) -> str:
    """The link that leads from `folder` to `file`; "" if no path does, as from disk to disk."""
    try:
        found = os.path.relpath(file, folder)
    except ValueError:
        return ""
    return linked_path(Path(found).as_posix())
