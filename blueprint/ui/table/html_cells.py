"""The cells of a table that other programs put on the clipboard as HTML, and ours for them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import Final

MOST_CHARACTERS: Final = 20_000_000
"""Of HTML that is read; a larger clipboard is a file to be imported."""


class _Cells(HTMLParser):
    """Collects the first table. A cell over several columns leaves the others empty."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._over = 1
        self._depth = 0
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        match tag:
            case "table":
                self._depth += 1
            case "tr" if self._depth == 1:
                self._end_cell()
                self.rows.append([])
            case "td" | "th" if self._depth == 1 and self.rows:
                self._end_cell()
                self._cell = []
                self._over = _count(dict(attrs).get("colspan"))
            case "br" if self._cell is not None:
                self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag == "table" and self._depth:
            self._end_cell()
            self._depth -= 1
            self._done = self._depth == 0

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._cell is None or not self.rows:
            return
        lines = "".join(self._cell).replace("\xa0", " ").split("\n")
        self.rows[-1] += ["\n".join(line.strip() for line in lines).strip()]
        self.rows[-1] += [""] * (self._over - 1)
        self._cell = None


def read_html(text: str) -> list[list[str]]:
    """The rows of the first table in an HTML text; none if there is no table."""
    cells = _Cells()
    cells.feed(text[:MOST_CHARACTERS])
    cells.close()
    rows = [row for row in cells.rows if any(row)]
    widest = max(map(len, rows), default=0)
    return [row + [""] * (widest - len(row)) for row in rows]


def written_html(block: Sequence[Sequence[str]]) -> str:
    """A table for programs that take HTML: mail, text documents, presentations."""
    rows = ("".join(f"<td>{_cell(text)}</td>" for text in row) for row in block)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table>{body}</table>'


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _count(text: str | None) -> int:
    return min(int(text), 1_000) if text and text.isdecimal() and int(text) > 0 else 1
