"""Lets the links of a document lead to the same files when it is saved in another folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from blueprint.model.edits.links import follow_file
from blueprint.ui.session import Session


@contextmanager
def links_that_follow(
    session: Session, begins: Path | None, path: Path
) -> Iterator[Callable[[], None]]:
    """Change the links before the document is written to `path`; take that back unless it was.

    `begins` is the file at which they begin now. What is yielded says that all went well.
    """
    kept: list[bool] = []
    done = begins is not None and _moved(session, begins.parent.absolute(), path.parent.absolute())
    try:
        yield lambda: kept.append(True)
    finally:
        if done and not kept:
            session.undo()


def _moved(session: Session, old: Path, new: Path) -> bool:
    """Whether any link had to be changed."""
    change = follow_file(session.document, old, new) if old != new else None
    return session.push(change) if change else False
