"""Saving promises one thing: afterwards the file holds the old bytes or the new ones, whole.

The new bytes are written beside the file, made lasting, read back and compared, and only then
put in its place. "Saved" is never said unless all of that came true.
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.storage.door import REAL, Door, is_file, permissions
from blueprint.storage.outcome import SaveFailed

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""What a full disk or a used-up quota gives; not every system knows quotas."""


def save_document(document: Document, path: str | os.PathLike[str]) -> None:
    """Save as a `.blueprint` file, whatever the ending of `path`. Raises SaveFailed."""
    from blueprint.storage.writing import dump

    save_bytes(dump(document), path)


def save_bytes(content: bytes, path: str | os.PathLike[str], door: Door = REAL) -> None:
    """Put `content` in the place of the file. Symbolic links are followed, permissions kept.

    Raises SaveFailed; the file then holds its old bytes, or the new ones if only their lasting
    was in doubt.
    """
    try:
        target = os.path.realpath(path)
        mode = door.mode(target)
        _refuse_unfit(target, mode, door)
        _replace(content, target, mode, door)
    except OSError as failure:
        raise SaveFailed(_reason(failure)) from failure
    except ValueError:
        raise SaveFailed(message("This is no name of a file.")) from None


def _refuse_unfit(target: str, mode: int | None, door: Door) -> None:
    if mode is None:
        return
    if not is_file(mode):
        raise SaveFailed(message("There is something else than a file at this place."))
    if not door.may_write(target):
        raise SaveFailed(
            message("The file is read-only. Choose another name; your work is still here.")
        )


def _replace(content: bytes, target: str, mode: int | None, door: Door) -> None:
    folder = os.path.dirname(target)
    beside = os.path.join(folder, f".blueprint-{secrets.token_hex(8)}.tmp")
    file = door.create(beside, 0o666 if mode is None else 0o600)
    try:
        _fill(file, content, door)
        if mode is not None:
            door.permit(beside, permissions(mode))
        if door.read(beside, len(content) + 1) != content:
            raise SaveFailed(
                message("The disk did not keep what was written. Choose another place.")
            )
        door.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            door.remove(beside)
        raise
    door.sync_folder(folder)


def _fill(file: int, content: bytes, door: Door) -> None:
    """Write everything, make it lasting and close the file, whatever happens."""
    try:
        rest = memoryview(content)
        while rest:
            written = door.write(file, rest)
            if not 0 < written <= len(rest):
                raise OSError(errno.EIO, "nothing was written")
            rest = rest[written:]
        door.sync(file)
    except BaseException:
        with suppress(OSError):
            door.close(file)
        raise
    door.close(file)


def _reason(failure: OSError) -> Message:
    match failure.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return message(
                "The folder is read-only. Choose another place; your work is still here."
            )
        case number if number in _FULL:
            return message("The disk is full. Choose another place; your work is still here.")
        case errno.ENOENT | errno.ENOTDIR:
            return message("There is no such folder. Choose another; your work is still here.")
        case errno.ENAMETOOLONG:
            return message("The name is too long. Choose a shorter one; your work is still here.")
    return message(
        "The file cannot be saved: {reason}. Choose another place; your work is still here.",
        reason=failure.strerror or type(failure).__name__,
    )
