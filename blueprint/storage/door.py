"""Every call by which saving reaches the operating system, so that tests can make each one fail."""

from __future__ import annotations

import os
import stat
from typing import Final


class Door:
    """The operating system as it is. Every method raises OSError."""

    def mode(self, path: str) -> int | None:
        """Type and permission bits of what lies at `path`; None if nothing does."""
        try:
            return os.stat(path).st_mode
        except FileNotFoundError:
            return None

    def may_write(self, path: str) -> bool:
        return os.access(path, os.W_OK)

    def create(self, path: str, permissions: int) -> int:
        """Open a new file for writing; fails if there is one."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), permissions)

    def write(self, file: int, content: memoryview) -> int:
        """Writes a part of `content`; returns its length."""
        return os.write(file, content)

    def permit(self, path: str, permissions: int) -> None:
        os.chmod(path, permissions)

    def sync(self, file: int) -> None:
        os.fsync(file)

    def close(self, file: int) -> None:
        os.close(file)

    def read(self, path: str, most: int) -> bytes:
        """The first `most` bytes of a file."""
        with open(path, "rb") as file:
            return file.read(most)

    def replace(self, source: str, target: str) -> None:
        os.replace(source, target)

    def sync_folder(self, path: str) -> None:
        """Make the names in a folder lasting, where the system knows of that."""
        if os.name == "nt":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def remove(self, path: str) -> None:
        os.unlink(path)


REAL: Final = Door()


def is_file(mode: int) -> bool:
    """Whether a mode is that of an ordinary file."""
    return stat.S_ISREG(mode)


def permissions(mode: int) -> int:
    """The permission bits of a mode."""
    return stat.S_IMODE(mode)
