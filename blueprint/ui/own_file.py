"""The file that a window writes to: locked against others, and watched for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from blueprint.model.document import Document
from blueprint.storage.lock import FileLock, Holder, lock
from blueprint.storage.outcome import SaveFailed
from blueprint.storage.safe_save import save_bytes
from blueprint.storage.stamp import Stamp, has_changed, stamp, stamp_of
from blueprint.storage.writing import dump


class Standing(NamedTuple):
    """Which file it is, and what is known of its content."""

    path: Path | None
    known: Stamp | None
    told: Stamp | None


class OwnFile:
    """No file, or one that is locked for this window. `path` is None while there is none."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self._lock = FileLock()
        self._stamp: Stamp | None = None
        self._told: Stamp | None = None

    @property
    def digest(self) -> str:
        """Of the file's content when it was read or written last; empty if there is none."""
        return self._stamp.digest if self._stamp else ""

    def take(self, path: Path, *, take_over: bool = False) -> Holder | None:
        """Make `path` this window's file, before it is read; or tell who has it."""
        found = FileLock() if self._is_mine(path) else lock(path, take_over=take_over)
        if isinstance(found, Holder):
            return found
        if not self._is_mine(path):
            self.leave()
            self._lock = found
        self.path = path
        self._stamp = self._told = stamp(path)
        return None

    @property
    def standing(self) -> Standing:
        """To go back to when what was taken cannot be read after all."""
        return Standing(self.path, self._stamp, self._told)

    def go_back_to(self, before: Standing) -> None:
        """Have the file of that time again, unless somebody else has it by now."""
        if before.path is None or self.take(before.path) is not None:
            self.leave()
            return
        self._stamp, self._told = before.known, before.told

    def expect(self, digest: str) -> None:
        """What is in the window came from a file of this digest, whatever lies there now."""
        self._stamp = Stamp(-1, -1, digest)

    def write(self, document: Document, path: Path) -> Holder | None:
        """Save into `path`, which is this window's file from then on; or tell who has it.

        Raises SaveFailed; this window's file is then what it was.
        """
        mine = self._is_mine(path)
        found = self._lock if mine else lock(path)
        if isinstance(found, Holder):
            return found
        content = dump(document)
        try:
            save_bytes(content, path)
        except SaveFailed:
            if not mine:
                found.release()
            raise
        if not mine:
            self.leave()
        self._lock, self.path = found, path
        self._stamp = self._told = stamp_of(content, path)
        return None

    def is_changed(self) -> bool:
        """Whether another program has written other bytes since."""
        return self.path is not None and has_changed(self.path, self._stamp)

    def is_newly_changed(self) -> bool:
        """The same, but of each change only once."""
        if self.path is None or not has_changed(self.path, self._told) or not self.is_changed():
            return False
        self._told = stamp(self.path)
        return True

    def leave(self) -> None:
        """Have no file any more."""
        self._lock.release()
        self.path = self._stamp = self._told = None

    def _is_mine(self, path: Path) -> bool:
        return self.path is not None and self._lock.is_held and path == self.path
