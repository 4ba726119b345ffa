"""Work that is not saved yet survives a crash: every change is appended to a journal at once.

A journal is a file of lines. The first tells which file it belongs to, the second holds the
document as it was, each further one a change. Before each line stands a digest of it and of all
lines before it, so that a torn end, a flipped bit or a missing line ends the reading there: what
is recovered is always a state that the document once had.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

import pydantic_core
from pydantic import ValidationError

from blueprint.collector import collector_off
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Comment,
    Dismissal,
    Flow,
    Image,
    Lane,
    Persona,
    Phase,
    Properties,
    Resource,
    Step,
)
from blueprint.storage.file_format import load
from blueprint.storage.outcome import Unreadable
from blueprint.storage.system_lock import hold, let_go
from blueprint.storage.writing import dump

SUFFIX: Final = ".journal"
_DIGEST: Final = 16
"""Letters of the digest before each line."""
_KINDS: Final[dict[str, type[AnyEntity]]] = {
    Properties.kind_name: Properties,
    Lane.kind_name: Lane,
    Phase.kind_name: Phase,
    Column.kind_name: Column,
    Step.kind_name: Step,
    Flow.kind_name: Flow,
    Resource.kind_name: Resource,
    Image.kind_name: Image,
    Persona.kind_name: Persona,
    Comment.kind_name: Comment,
    Dismissal.kind_name: Dismissal,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a journal belongs to."""

    file: str = ""
    """Path of the document's file; empty while it has none."""
    digest: str = ""
    """Of that file's content, as `stamp` has it, when it was read or written last."""
    name: str = ""
    """What the document was called."""
    when: str = ""
    """When the journal was begun, as ISO 8601 has it."""
    saved: bool = True
    """Whether the file held the document as the journal begins with it."""


class Journal:
    """The unsaved changes of one document, in one file at a time. Every method raises OSError.

    Nothing is on disk before `begin` and after `end`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: int | None = None
        self._path = ""
        self._chain = b""
        self.size = 0
        """Bytes written since `begin`."""

    @property
    def is_open(self) -> bool:
        return self._file is not None

    def begin(self, origin: Origin, document: Document) -> None:
        """Start anew from `document`; what was written before is dropped once this is safe."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        old, path = (self._file, self._path), str(self._folder / (secrets.token_hex(8) + SUFFIX))
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = os.open(path, flags, 0o600)
        hold(file)
        self._file, self._path, self._chain, self.size = file, path, b"", 0
        self._write([pydantic_core.to_json(asdict(origin)), _in_one_line(dump(document))])
        self._remove(*old)

    def append(self, changes: Iterable[Change]) -> None:
        """Write changes and make them lasting."""
        self._write(map(_line, changes))

    def end(self) -> None:
        """The document is saved or given up: remove the journal."""
        old = self._file, self._path
        self._file, self._path = None, ""
        self._remove(*old)

    def _write(self, lines: Iterable[bytes]) -> None:
        if self._file is None:
            raise OSError("the journal has not begun")
        content = b""
        for line in lines:
            self._chain = _digest(self._chain, line)
            content += self._chain + b" " + line + b"\n"
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._file, rest) :]
        os.fsync(self._file)
        self.size += len(content)

    @staticmethod
    def _remove(file: int | None, path: str) -> None:
        if file is not None:
            with suppress(FileNotFoundError):
                let_go(file, path)


@dataclass(slots=True)
class Abandoned:
    """The journal of a program that has stopped, and the last document that it leads to."""

    origin: Origin
    document: Document
    changes: int
    """How many changes were found."""
    _file: int = field(repr=False)
    _path: str = field(repr=False)

    def drop(self) -> None:
        """Remove the journal: its work is safe elsewhere, or not wanted."""
        with suppress(OSError):
            let_go(self._file, self._path)


def abandoned(folder: Path) -> list[Abandoned]:
    """What stopped programs left in `folder`, the oldest first. Journals in use are passed over.

    Those that lead to nothing new are removed; those that cannot be read are set aside.
    """
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}"), key=_age):
        try:
            file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError:
            continue
        if not hold(file):
            os.close(file)
            continue
        read = _read(file, str(path))
        if read is None:
            os.close(file)
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
        elif read.origin.saved and not read.changes:
            read.drop()
        else:
            found.append(read)
    return found


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(file: int, path: str) -> Abandoned | None:
    with os.fdopen(os.dup(file), "rb") as stream, collector_off():
        lines = _sound_lines(stream)
        try:
            told = pydantic_core.from_json(next(lines))
            origin = Origin(**{key: told[key] for key in asdict(Origin())})
            base = load(pydantic_core.from_json(next(lines)).encode()).document
        except (StopIteration, ValueError, TypeError, KeyError, AttributeError, Unreadable):
            return None
        document, changes = _continued(base, lines)
    if document.entities == base.entities:
        changes = 0
    return Abandoned(origin, document, changes, file, path)


def _continued(base: Document, lines: Iterator[bytes]) -> tuple[Document, int]:
    """The document that the changes lead to, and how many they are."""
    entities = dict(base.entities)
    changes = 0
    for line in lines:
        try:
            after = _entries(line)
        except (ValueError, KeyError, TypeError, ValidationError):
            break
        changes += 1
        for id, entity in after:
            if entity is None:
                entities.pop(id, None)
            else:
                entities[id] = entity
    try:
        return Document(entities.values()), changes
    except ChangeRefused:
        return base, 0


def _sound_lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    """Lines up to the first whose digest does not fit."""
    chain = b""
    for whole in stream:
        digest, _, line = whole.partition(b" ")
        if not line.endswith(b"\n"):
            return
        line = line[:-1]
        chain = _digest(chain, line)
        if chain != digest:
            return
        yield line


def _digest(chain: bytes, line: bytes) -> bytes:
    made = hashlib.blake2b(line, key=chain, digest_size=_DIGEST // 2)
    return made.hexdigest().encode()


def _in_one_line(content: bytes) -> bytes:
    return pydantic_core.to_json(content.decode())


def _line(change: Change) -> bytes:
    entries = []
    for id, (_, after) in change.entries.items():
        entity = None if after is None else after.model_dump_json(exclude_defaults=True)
        entries.append((id, "" if after is None else after.kind_name, entity))
    return pydantic_core.to_json(entries)


def _entries(line: bytes) -> list[tuple[str, AnyEntity | None]]:
    found: list[tuple[str, AnyEntity | None]] = []
    for id, kind, text in pydantic_core.from_json(line):
        entity = None if text is None else _KINDS[kind].model_validate_json(text)
        found.append((id, entity))
    return found
