"""A page of a report while it fills from the top: text, tables, pictures from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from blueprint.drawing.moved import moved
from blueprint.drawing.primitives import Colour, Group, Layer, Primitive, Rect, Stroke
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block
from blueprint.export.frame import placed
from blueprint.export.pen import FINE, Pen
from blueprint.export.sheet import About, Bookmark, Piece, Sheet
from blueprint.i18n import Message, message, translate
from blueprint.layout.geometry import Box, TextBlock
from blueprint.layout.text import break_text
from blueprint.model.entities import Image

A4: Final = (595.28, 841.89)
MARGIN: Final = 48.0
HEAD: Final = 56.0
"""From the page's top to its first line."""
FOOT: Final = 62.0
"""From the page's bottom to the last line."""
INNER: Final = A4[0] - 2 * MARGIN
CELL: Final = 8.5
"""Size of text in tables."""
LINE: Final = 11.5


class Column(NamedTuple):
    """Of a table; `width` in points, one of them may be 0: what is left."""

    title: Message | str
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Text, or a picture of some height in points that stands relative to the cell's top left."""

    text: str = ""
    bold: bool = False
    colour: Colour = ""
    picture: tuple[Primitive, ...] = ()
    scale: float = 1.0
    indent: float = 0.0
    """How far text stands right of a picture."""
    tag: Colour = ""
    """The ground behind the text, if it is a tag."""


@dataclass(slots=True)
class Pages:
    """Collects pages of A4; a new one begins where something does not fit any more."""

    about: About
    theme: Theme
    title: str
    kind: str
    version: str
    images: Mapping[str, Image] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    y: float = HEAD
    _pen: Pen = field(default_factory=Pen)
    _pieces: list[Piece] = field(default_factory=list)
    _bookmarks: list[Bookmark] = field(default_factory=list)
    _first: int = 0

    def say(self, text: Message | str) -> str:
        return text if isinstance(text, str) else translate(text, self.about.language)

    @property
    def room(self) -> float:
        """Points left on this page."""
        return A4[1] - FOOT - self.y

    def need(self, height: float) -> None:
        """Begin another page unless there is so much room."""
        if self.room < height:
            self.turn()

    def turn(self) -> None:
        """End this page and begin the next."""
        if self.y == HEAD:
            return
        self._close()
        self.y = HEAD

    def gap(self, height: float) -> None:
        self.y += height

    # --- text --------------------------------------------------------------------------------

    def heading(self, text: Message | str, lead: Message | str = "") -> None:
        """The title of a page, and a sentence below it."""
        words = self.say(text)
        self.mark(words)
        self.y += 22
        self._pen.text(words, MARGIN, self.y, 20, self.theme.window.ink, bold=True, width=INNER)
        if lead:
            self.y += 8
            self.paragraph(lead, 11, 15, self.theme.window.ink2)
        self.y += 12

    def section(self, text: Message | str, *, room: float = 90.0) -> None:
        """The title of a section, which has at least so much room below it."""
        self.need(room)
        words = self.say(text)
        self.mark(words)
        self.y += 22
        self._pen.text(words, MARGIN, self.y, 13, self.theme.window.ink, bold=True, width=INNER)
        self.y += 10

    def mark(self, words: str) -> None:
        """Put a bookmark here."""
        self._bookmarks.append(Bookmark(words, MARGIN, self.y, page=self._first + len(self.sheets)))

    def paragraph(
        self, text: Message | str, size: float = 9, height: float = 13, colour: Colour = ""
    ) -> None:
        """Text broken to the page's width."""
        words = self.say(text)
        fine = round(size * FINE)
        broken = break_text(
            words, INNER * FINE, fine, line_height=round(height * FINE), most_lines=12
        )
        self.need(broken.height / FINE)
        ink = colour or self.theme.window.ink2
        self._pen.add(block(broken, MARGIN * FINE, self.y * FINE, ink))
        self.y += broken.height / FINE

    def lines(self, lines: Sequence[Sequence[Primitive]], height: float, indent: float) -> None:
        """Lines that are broken already, in units of the pen from their left end and baseline."""
        for line in lines:
            self.need(height)
            shifted = moved(line, (MARGIN + indent) * FINE, (self.y + height * 0.75) * FINE)
            self._pen.add(tuple(shifted))
            self.y += height

    # --- pictures ----------------------------------------------------------------------------

    def picture(
        self, groups: Sequence[Group], width: float, height: float, x: float = MARGIN
    ) -> None:
        """Groups drawn in a size of their own, scaled to the page where they are too large."""
        scale = min(1.0, (MARGIN + INNER - x) / max(width, 1), self.room / max(height, 1))
        self._pieces.append(Piece(tuple(groups), x, self.y, scale))
        self.y += height * scale

    def place(self, groups: Sequence[Group], x: float, y: float, scale: float) -> None:
        """Groups at a place of this page that leaves the running text where it is."""
        self._pieces.append(Piece(tuple(groups), x, y, scale))

    # --- tables ------------------------------------------------------------------------------

    def figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Figures beside each other in a frame, each under its name."""
        if not figures:
            return
        window = self.theme.window
        self.need(52)
        width, height = INNER / len(figures), 44.0
        self._pen.frame(MARGIN, self.y, INNER, height, Stroke(window.ink, 0.75))
        for place, (name, figure) in enumerate(figures):
            x = MARGIN + place * width
            if place:
                self._pen.line(x, self.y, x, self.y + height, Stroke(window.line2, 0.5))
            self._pen.text(name, x + 9, self.y + 15, 8.5, window.ink2, width=width - 14)
            self._pen.text(figure, x + 9, self.y + 34, 16, window.ink, bold=True, width=width - 14)
        self.y += height + 8

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell | str]]) -> None:
        """A table; its head comes back on every page."""
        edges = _edges(columns)
        self.need(50)
        if any(column.title for column in columns):
            self._table_head(columns, edges)
        for row in rows:
            cells = [Cell(cell) if isinstance(cell, str) else cell for cell in row]
            height = self._row_height(cells, edges)
            if self.room < height:
                self.turn()
                self._table_head(columns, edges)
            self._row(cells, columns, edges, height)
        self.y += 6

    def _table_head(self, columns: Sequence[Column], edges: Sequence[float]) -> None:
        for place, column in enumerate(columns):
            self._cell(Cell(self.say(column.title), bold=True), column, edges, place)
        self.y += 18
        right = MARGIN + INNER
        self._pen.line(MARGIN, self.y, right, self.y, Stroke(self.theme.window.ink, 1))

    def _row_height(self, cells: Sequence[Cell], edges: Sequence[float]) -> float:
        lines = [
            self._broken(cell, edges[place + 1] - edges[place]).height / FINE
            for place, cell in enumerate(cells)
            if cell.text
        ]
        return max([LINE, *lines]) + 5.5

    def _broken(self, cell: Cell, width: float) -> TextBlock:
        room = max(8.0, width - 8 - cell.indent) * FINE
        size, height = round(CELL * FINE), round(LINE * FINE)
        return break_text(cell.text, room, size, cell.bold, line_height=height, most_lines=6)

    def _row(
        self,
        cells: Sequence[Cell],
        columns: Sequence[Column],
        edges: Sequence[float],
        height: float,
    ) -> None:
        for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            self._cell(cell, column, edges, place)
        self.y += height
        right = MARGIN + INNER
        self._pen.line(MARGIN, self.y, right, self.y, Stroke(self.theme.window.line2, 0.5))

    def _cell(self, cell: Cell, column: Column, edges: Sequence[float], place: int) -> None:
        left, right = edges[place], edges[place + 1]
        if cell.picture:
            box = Box(-20, -20, 400, 60)
            picture = Group("", Layer.HEADERS, 0, 0, box, cell.picture)
            self._pieces.append(Piece((picture,), left, self.y + 3, cell.scale))
        if not cell.text:
            return
        broken = self._broken(cell, right - left)
        ink = cell.colour or self.theme.window.ink
        widest = max(line.width for line in broken.lines)
        x = (left + cell.indent) * FINE
        if column.right:
            x = (right - 8) * FINE - widest
        if cell.tag:
            y = (self.y + 3) * FINE
            self._pen.add([Rect(x, y, widest + 12, LINE * FINE, 5, cell.tag)])
            x += 6
        self._pen.add(block(broken, x, (self.y + 3) * FINE, ink))

    # --- the whole ---------------------------------------------------------------------------

    def _close(self) -> None:
        window = self.theme.window
        rule = Stroke(window.line2, 0.5)
        right = MARGIN + INNER
        pen = self._pen
        pen.text(self.title, MARGIN, 35, 8.5, window.ink2, width=INNER - 160)
        pen.text(self.kind, right, 35, 8.5, window.ink2, anchor="right")
        pen.line(MARGIN, 43, right, 43, rule)
        bottom = A4[1] - 40
        pen.line(MARGIN, bottom, right, bottom, rule)
        pen.text(self.version, MARGIN, bottom + 14, 8.5, window.ink2, width=INNER - 80)
        pen.close("report-page", self.title, *A4)
        piece = placed(list(pen.groups), 0, 0, 1)
        self.add_sheet(
            Sheet(
                *A4,
                (piece, *self._pieces),
                self.about,
                background=window.sheet,
                bookmarks=tuple(self._bookmarks),
                images=self.images,
            )
        )
        self._pen, self._pieces, self._bookmarks = Pen(), [], []

    def add_sheet(self, sheet: Sheet) -> None:
        """A page of another size, such as a drawing."""
        self.sheets.append(sheet)

    def finished(self) -> tuple[Sheet, ...]:
        """All pages, each with its number at its foot."""
        if self.y != HEAD:
            self._close()
        total = len(self.sheets)
        return tuple(self._numbered(sheet, at, total) for at, sheet in enumerate(self.sheets, 1))

    def _numbered(self, sheet: Sheet, at: int, total: int) -> Sheet:
        if (sheet.width, sheet.height) != A4:
            return sheet
        pen = Pen()
        words = self.say(message("{page} of {pages}", page=at, pages=total))
        place = (MARGIN + INNER, A4[1] - 26)
        pen.text(words, *place, 8.5, self.theme.window.ink2, anchor="right")
        pen.close("page-number", words, *A4)
        return Sheet(
            sheet.width,
            sheet.height,
            (*sheet.pieces, placed(pen.groups, 0, 0, 1)),
            sheet.about,
            sheet.background,
            sheet.bookmarks,
            sheet.images,
        )


def _edges(columns: Sequence[Column]) -> list[float]:
    """The left edge of each column, and the right edge of the last."""
    spare = INNER - sum(column.width for column in columns)
    edges = [MARGIN]
    for column in columns:
        edges.append(edges[-1] + (column.width or spare))
    return edges
