"""What a painter is handed: one page of primitives, and what is to be told of the whole file.

A sheet holds pieces: runs of groups, each with its own scale and place. The drawing is one
piece; heading, legend and title block are another. PDF, SVG and PNG paint the same sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from blueprint.drawing.primitives import Colour, Group
from blueprint.model.entities import Image


@dataclass(frozen=True, slots=True)
class Piece:
    """Groups whose origin stands at (x, y) of the sheet, drawn at `scale`."""

    groups: Sequence[Group]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class About:
    """What viewers and search engines read of a file."""

    title: str
    language: str = "en"
    """A language of the program; `tag` is how files write it."""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """The language as BCP 47 has it."""
        return {"zh_CN": "zh-CN"}.get(self.language, self.language)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; (x, y) of the sheet is what a viewer turns to."""

    title: str
    x: float
    y: float
    children: tuple[Bookmark, ...] = ()
    page: int = 0
    """Of the file's pages, counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, in points, y down."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    about: About
    background: Colour | None = None
    """None: nothing is painted behind the pieces."""
    bookmarks: tuple[Bookmark, ...] = ()
    images: Mapping[str, Image] = field(default_factory=dict)
