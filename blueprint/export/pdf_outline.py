"""The outline of a PDF file: the bookmarks that a viewer lists beside the page.

ReportLab's own takes several objects and a named destination an entry; ten thousand steps need
less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.export.pdf_content import NUMBER
from blueprint.export.pdf_objects import Pdf
from blueprint.export.sheet import Bookmark

_NAME = "outline"


@dataclass(slots=True)
class _Entry:
    """An object of the outline; object numbers are None where there is no such neighbour."""

    mark: Bookmark
    number: int
    parent: int
    previous: int | None = None
    next: int | None = None
    first: int | None = None
    last: int | None = None


def add_outline(pdf: Pdf, bookmarks: Sequence[Bookmark], page: int, height: float) -> None:
    """Give `pdf` an outline whose entries turn to the page of object number `page`.

    `height` is the page's. Entries under an entry are folded away.
    """
    if not bookmarks:
        pdf.Catalog.Outlines = None
        return
    root = pdf.objectcounter + 1
    entries = _entries(bookmarks, root, root + 1)
    top = [entry for entry in entries if entry.parent == root]
    head = f"<</Type /Outlines /Count {len(top)} /First {top[0].number} 0 R"
    texts = [f"{head} /Last {top[-1].number} 0 R>>".encode()]
    texts += [_text(entry, page, height) for entry in entries]
    for at, text in enumerate(texts):
        reference = pdf.Reference(text, f"{_NAME}{at}")
        assert pdf.idToObjectNumberAndVersion[reference.name][0] == root + at
        if at == 0:
            pdf.Catalog.Outlines = reference


def _entries(bookmarks: Sequence[Bookmark], parent: int, number: int) -> list[_Entry]:
    """Entries of one level with all that are under them, numbered from `number` on."""
    found: list[_Entry] = []
    before: _Entry | None = None
    for mark in bookmarks:
        entry = _Entry(mark, number + len(found), parent)
        if before is not None:
            before.next, entry.previous = entry.number, before.number
        found.append(entry)
        under = _entries(mark.children, entry.number, entry.number + 1)
        if under:
            entry.first = under[0].number
            entry.last = next(e for e in reversed(under) if e.parent == entry.number).number
        found.extend(under)
        before = entry
    return found


def _text(entry: _Entry, page: int, height: float) -> bytes:
    mark = entry.mark
    parts = [b"<</Title ", _string(mark.title), f" /Parent {entry.parent} 0 R".encode()]
    for name in ("previous", "next", "first", "last"):
        number = getattr(entry, name)
        if number is not None:
            parts.append(f" /{_KEYS[name]} {number} 0 R".encode())
    if mark.children:
        parts.append(f" /Count {-len(mark.children)}".encode())
    place = f"{NUMBER[mark.x]} {NUMBER[height - mark.y]}"
    parts.append(f" /Dest [{page} 0 R /XYZ {place} 0]>>".encode())
    return b"".join(parts)


_KEYS = {"previous": "Prev", "next": "Next", "first": "First", "last": "Last"}


def _string(text: str) -> bytes:
    """A text as files write it: plain if it is ASCII, else UTF-16."""
    if text.isascii():
        raw = text.encode("ascii")
    else:
        raw = b"\xfe\xff" + text.encode("utf-16-be", "replace")
    for byte in (b"\\", b"(", b")"):
        raw = raw.replace(byte, b"\\" + byte)
    return b"(" + raw.replace(b"\r", b"\\r") + b")"
