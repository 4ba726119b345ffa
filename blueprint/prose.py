"""Notes in Markdown, read as plain values that every page can show and none can be harmed by.

Only paragraphs, headings, lists, quotations, code, emphasis and links are read. HTML stays the
text that it is, pictures are never loaded, and a link that is neither of the web nor of mail is
no link. Nothing here knows how anything looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES: Final = ("http", "https", "mailto")
LONGEST: Final = 20_000
"""Characters up to which a note is read as Markdown; a longer one is shown as it is written."""
_SIGNS: Final = re.compile(
    r"[*_`#\[\]<>\\&~]|^[ \t]*(?:[-+=]|\d{1,9}[.)])|^(?: {4}|\t)", re.MULTILINE
)
"""Without any of these a text is nothing but paragraphs, and the parser is not needed."""


class Kind(StrEnum):
    """What a block of a note is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style. It may hold newlines. `link` is an address, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`level` is how deep a list item stands, from 1; `marker` is what stands before it."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def safe_address(link: str) -> str:
    """The address as it would be opened; "" if it is neither of the web nor of mail."""
    link = link.strip()
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or not link.isprintable() or " " in link:
        return ""
    named = parts.path if parts.scheme.lower() == "mailto" else parts.hostname
    return link if named else ""


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Block, ...]:
    """The blocks of a note, from the top. Line breaks within a paragraph are kept."""
    if len(text) > LONGEST or not _SIGNS.search(text):
        return _paragraphs(text)
    # What is nested beyond all sense the parser drops: better as it is written than not at all.
    return tuple(_blocks(_parser().parse(text))) or _paragraphs(text)


def _paragraphs(text: str) -> tuple[Block, ...]:
    parts = re.split(r"\n[ \t]*\n", text)
    return tuple(Block(Kind.TEXT, (Run(part.strip("\n")),)) for part in parts if part.strip())


def plain(text: str) -> str:
    """A note without its signs, a block a line; for where there is only one style."""
    return "\n".join(
        f"{'  ' * (b.level - 1)}{b.marker} {b.text}".strip("\n") if b.marker else b.text
        for b in read(text)
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Careful(MarkdownIt):
        """Takes no address for a link that the program would not open."""

        def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
            return bool(safe_address(url))

    made = Careful("commonmark", {"html": False, "maxNesting": 100})
    return made.disable(["html_block", "html_inline", "image", "reference"])


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    reading = _Reading()
    for token in tokens:
        yield from reading.take(token)


class _Reading:
    """Where in the lists and quotations of a note the reader is."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        """The number of the next item of each list around, None where items have none."""
        self._marker = ""
        self._quotes = 0
        self._heading = False

    def take(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._marker = self._next_marker()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "heading_open" | "heading_close":
                self._heading = token.type == "heading_open"
            case "inline":
                yield self._block(tuple(_runs(token.children or [])))
            case "fence" | "code_block":
                runs = (Run(token.content.rstrip("\n"), code=True),)
                yield replace(self._block(runs), kind=Kind.CODE)
            case _:
                pass

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def _block(self, runs: tuple[Run, ...]) -> Block:
        marker, self._marker = self._marker, ""
        level = len(self._lists)
        if self._heading:
            bold = tuple(replace(run, bold=True) for run in runs)
            return Block(Kind.HEADING, bold, level, marker)
        kind = Kind.ITEM if level else Kind.QUOTE if self._quotes else Kind.TEXT
        return Block(kind, runs, level, marker)


def _runs(tokens: list[Token]) -> Iterator[Run]:
    style = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.type == "strong_open")
            case "em_open" | "em_close":
                style = replace(style, italic=token.type == "em_open")
            case "link_open":
                style = replace(style, link=safe_address(str(token.attrs.get("href", ""))))
            case "link_close":
                style = replace(style, link="")
            case "softbreak" | "hardbreak":
                yield replace(style, text="\n")
            case "code_inline":
                yield replace(style, text=token.content, code=True)
            case _ if token.content:
                yield replace(style, text=token.content)
            case _:
                pass
