"""Locks of the operating system on open files: they go when their process goes, however it ends."""

from __future__ import annotations

import os
import sys

_FAR: int = 1 << 40
"""Where a byte is locked on Windows: far beyond the content, which others may read."""

if sys.platform == "win32":
    import msvcrt

    def hold(file: int) -> bool:
        """Lock an open file for this process; False if another one holds it."""
        place = os.lseek(file, 0, os.SEEK_CUR)
        try:
            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, place, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(file: int) -> bool:
        """Lock an open file for this process; False if another one holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def let_go(file: int, path: str) -> None:
    """Close a locked file and remove it. Raises OSError."""
    if sys.platform == "win32":
        os.close(file)
        os.unlink(path)
        return
    # Removed while it is still locked: whoever locks it next sees that it has no name any more.
    try:
        os.unlink(path)
    finally:
        os.close(file)
