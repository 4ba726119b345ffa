"""What a file was when it was read or written, to see whether another program has changed it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size and time change with almost every write; the digest of the content settles it."""

    size: int
    when: int
    """Of the last change, in nanoseconds."""
    digest: str


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file as it is; None if it cannot be read."""
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            digest = hashlib.file_digest(file, "blake2b").hexdigest()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, digest)


def stamp_of(content: bytes, path: Path) -> Stamp | None:
    """The stamp of a file that `content` has just been written to."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp(len(content), found.st_mtime_ns, hashlib.blake2b(content).hexdigest())


def has_changed(path: Path, known: Stamp | None) -> bool:
    """Whether there is a file that holds other bytes than `known` tells of."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return False  # what is gone cannot be overwritten
    if known is None:
        return True
    if (found.st_size, found.st_mtime_ns) == (known.size, known.when):
        return False
    now = stamp(path)
    return now is None or now.digest != known.digest
