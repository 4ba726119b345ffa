"""The outline of a PDF file: the bookmarks that a viewer lists beside the page.

ReportLab's own takes several objects and a named destination an entry; thousands of steps need
less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.export.pdf_objects import Pdf
from blueprint.export.pdf_shapes import NUMBER
from blueprint.export.sheet import Bookmark

Page = tuple[int, float]
"""A page's object number, and its height in points."""
_KEYS = {"previous": "Prev", "next": "Next", "first": "First", "last": "Last"}


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


@dataclass(frozen=True, slots=True)
class Outline:
    """Bookmarks that turn to pages. Entries under an entry are folded away."""

    bookmarks: Sequence[Bookmark]
    pages: Sequence[Page]
    root: int
    """The object number that the file's catalogue names."""

    def objects(self, first: int) -> dict[int, bytes]:
        """The outline's objects by number, numbered from `first` on."""
        if not self.bookmarks:
            return {}
        entries = _entries(self.bookmarks, self.root, first)
        top = [entry.number for entry in entries if entry.parent == self.root]
        head = f"<</Type /Outlines /Count {len(top)} /First {top[0]} 0 R /Last {top[-1]} 0 R>>"
        found = {entry.number: _text(entry, *self.pages[entry.mark.page]) for entry in entries}
        return {self.root: head.encode("ascii"), **found}


def outline_of(pdf: Pdf, bookmarks: Sequence[Bookmark], pages: Sequence[Page]) -> Outline:
    """Make room in `pdf` for an outline of its pages."""
    if not bookmarks:
        pdf.Catalog.Outlines = None
        return Outline((), pages, 0)
    pdf.Catalog.Outlines = pdf.Reference(b"null", "outline")
    return Outline(bookmarks, pages, pdf.objectcounter)


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
    for name, key in _KEYS.items():
        number = getattr(entry, name)
        if number is not None:
            parts.append(f" /{key} {number} 0 R".encode())
    if mark.children:
        parts.append(f" /Count {-len(mark.children)}".encode())
    place = f"{NUMBER[mark.x]} {NUMBER[height - mark.y]}"
    parts.append(f" /Dest [{page} 0 R /XYZ {place} 0]>>".encode())
    return b"".join(parts)


def _string(text: str) -> bytes:
    """A text as files write it: plain if it is ASCII, else UTF-16."""
    if text.isascii():
        raw = text.encode("ascii")
    else:
        raw = b"\xfe\xff" + text.encode("utf-16-be", "replace")
    for byte in (b"\\", b"(", b")"):
        raw = raw.replace(byte, b"\\" + byte)
    return b"(" + raw.replace(b"\r", b"\\r") + b")"
