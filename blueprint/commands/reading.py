"""Opens any file that the command line is given: a blueprint or a step table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.commands.speaking import Failure, complain

if TYPE_CHECKING:
    from blueprint.model.document import Document


def opened(path: Path) -> Document:
    """The document in `path`, after printing what is to be said about it.

    Raises Failure if it cannot be read.
    """
    from blueprint.storage import Unreadable, open_document

    try:
        found = open_document(path)
    except Unreadable as unreadable:
        raise Failure(*unreadable.messages, about=str(path)) from unreadable
    if found.notices:
        complain(found.notices, about=str(path))
    return found.document
