"""Tells that a file is open in another window or on another machine, before two save into it.

A lock is a small hidden file beside the document. The operating system's lock on it shows
whether its owner still runs; what stands in it tells who that is, also across machines that
share a folder, where the system's locks may not reach.
"""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from blueprint.storage.system_lock import hold, let_go

_TRIES = 5
_LONGEST = 4_096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: the name of the machine, and the local time since when ("10:42")."""

    host: str
    since: str
    here: bool
    """Whether it is this machine."""


class FileLock:
    """A lock that is held, or that nobody can hold here: where no lock file can be written."""

    def __init__(self, file: int | None = None, path: str = "") -> None:
        self._file = file
        self._path = path

    @property
    def is_held(self) -> bool:
        return self._file is not None

    def release(self) -> None:
        """Let others open the file; a second call does nothing."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                let_go(file, self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def lock_path(path: Path) -> Path:
    """Where the lock of a file lies."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def lock(path: Path, *, take_over: bool = False) -> FileLock | Holder:
    """Lock a file, or tell who has it.

    `take_over`: also where another machine has left its lock, which may have stopped long ago.
    """
    place = str(lock_path(path))
    for _ in range(_TRIES):
        try:
            file = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except (OSError, ValueError):
            return FileLock()
        if not hold(file):
            holder = _told(file)
            os.close(file)
            return holder
        if not _is_still_at(file, place):
            os.close(file)
            continue
        holder = _told(file)
        if holder.host and not holder.here and not take_over:
            os.close(file)
            return holder
        _sign(file)
        return FileLock(file, place)
    return FileLock()


def _is_still_at(file: int, place: str) -> bool:
    """Whether the open file is the one at `place`: its last owner may just have removed it."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(place))
    except OSError:
        return False


def _sign(file: int) -> None:
    words = {"host": socket.gethostname(), "since": datetime.now().isoformat(timespec="seconds")}
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(words).encode())


def _told(file: int) -> Holder:
    """What a lock says of its owner; an empty host where it says nothing."""
    host, since = "", ""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        os.lseek(file, 0, os.SEEK_SET)
        words = json.loads(os.read(file, _LONGEST))
        host = str(words["host"])[:200]
        since = datetime.fromisoformat(str(words["since"])).strftime("%H:%M")
    return Holder(host, since, host in ("", socket.gethostname()))
