"""A file's bytes, once it is certain that they are a file of a sensible size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from blueprint.i18n import Message, message
from blueprint.storage.outcome import Unreadable, unreadable

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is opened."""


def read_bytes(path: Path) -> bytes:
    """The content of the file. Its size is looked at before it is read. Raises Unreadable."""
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise unreadable("This is a folder, not a file.")
        if not stat.S_ISREG(found.st_mode):
            raise unreadable("This is not an ordinary file.")
        if found.st_size > LARGEST:
            raise _too_large(found.st_size)
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as failure:
        raise Unreadable([_reason(failure)]) from None
    if len(content) > LARGEST:
        raise _too_large(len(content))
    return content


def _too_large(size: int) -> Unreadable:
    return unreadable(
        "The file has {size} MB; at most {most} MB can be opened.",
        size=round(size / 1024 / 1024),
        most=LARGEST // 1024 // 1024,
    )


def _reason(failure: Exception) -> Message:
    match failure:
        case FileNotFoundError():
            return message("There is no such file.")
        case PermissionError():
            return message("The file may not be read. Ask its owner for access.")
        case OSError(strerror=str(reason)):
            return message("The file cannot be read: {reason}.", reason=reason)
    return message("This is no name of a file.")
