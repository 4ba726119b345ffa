"""Which files a blueprint's steps lead to, and where those lead: read file by file, each once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from blueprint.i18n import Message
from blueprint.model.document import Document
from blueprint.model.links import linked_path
from blueprint.storage.opening import open_document
from blueprint.storage.outcome import Unreadable

MOST: Final = 200
"""Files that are read at most."""


class FileState(StrEnum):
    """What was found where a link leads to."""

    READ = "read"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"
    """There are more files than are read."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A step's link to another file. `step` is the step's label."""

    step: str
    target: Path


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """One file of a map. `title` is empty where the document has none or was not read."""

    path: Path
    title: str = ""
    state: FileState = FileState.READ
    reason: Message | None = None
    """Why it could not be read."""
    references: tuple[Reference, ...] = ()


LinkMap = dict[Path, LinkedFile]
"""The files in the order in which they were met, the first being where the links begin."""


def linked_file(link: str, folder: Path) -> Path | None:
    """The file that a link leads to from a blueprint in `folder`; None if it leads to none."""
    path = linked_path(link)
    return Path(os.path.normpath(folder / path)) if path else None


def follow_links(
    start: Path, document: Document, met: Callable[[int], object] = lambda _count: None
) -> LinkMap:
    """Follow the links of `document`, which belongs to the file `start`, from file to file.

    Each file is read once, so that circles end. `met` is told how many files were read before
    each next one.
    """
    start = Path(os.path.abspath(start))
    found: LinkMap = {start: _described(start, document)}
    waiting = deque(reference.target for reference in found[start].references)
    own = os.path.realpath(start)
    while waiting:
        path = waiting.popleft()
        if path in found:
            continue
        met(len(found))
        if os.path.realpath(path) == own:
            found[path] = LinkedFile(path, document.properties.title)
            continue
        found[path] = _read(path) if len(found) < MOST else LinkedFile(path, "", FileState.LEFT_OUT)
        waiting.extend(reference.target for reference in found[path].references)
    return found


def _read(path: Path) -> LinkedFile:
    if not os.path.exists(path):
        return LinkedFile(path, "", FileState.MISSING)
    try:
        return _described(path, open_document(path).document)
    except Unreadable as problem:
        reason = problem.messages[0] if problem.messages else None
        return LinkedFile(path, "", FileState.UNREADABLE, reason)


def _described(path: Path, document: Document) -> LinkedFile:
    references = tuple(_references(document, path.parent))
    return LinkedFile(path, document.properties.title, references=references)


def _references(document: Document, folder: Path) -> Iterator[Reference]:
    """What the steps lead to, from left to right and from top to bottom."""
    columns = {column.id: place for place, column in enumerate(document.columns)}
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}
    linked = [step for step in document.steps.values() if step.link]
    linked.sort(key=lambda step: (columns[step.column], lanes[step.lane], step.order, step.id))
    for step in linked:
        target = linked_file(step.link, folder)
        if target:
            yield Reference(step.label, target)
