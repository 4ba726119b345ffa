"""What can be picked on the start page: a large tile, a small one, a row of a list, a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message
from blueprint.ui.sizing import fix, px
from blueprint.ui.start.stop import Stop, stop
from blueprint.ui.widgets.labels import label

LARGE: Final = QSize(250, 116)
SMALL: Final = QSize(62, 40)
_LARGE_PLACE: Final = 128
_STATE: Final = 120
_WHEN: Final = 110
GAP: Final = 16
MOST_COLUMNS: Final = 4
"""Of large tiles."""
TILE_WIDTH: Final = 230
SAMPLE_WIDTH: Final = 210
"""What a tile has at least."""


class Tile(Stop):
    """A picture with words; the whole of it is a button."""

    def __init__(self, look: str, run: Callable[[], object], title: str, line: str) -> None:
        super().__init__(look, run)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = _Part(title, "name")
        self.line = _Part(line, "muted")
        self.words = QVBoxLayout()
        self.words.setSpacing(1)
        self.words.addWidget(self.title)
        self.words.addWidget(self.line)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def let_through(self) -> None:
        """The mouse hits the tile and none of its parts."""
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class _Part(QLabel):
    """A text that never widens its tile: it ends in … where there is no room."""

    def __init__(self, text: str, look: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


def large_tile(run: Callable[[], object], title: str, line: str) -> Tile:
    """A picture over a name and a line."""
    made = Tile("tile", run, title, line)
    lay_out_large(made)
    made.let_through()
    return made


def lay_out_large(made: Tile) -> None:
    """Set the parts of a large tile below each other."""
    column = QVBoxLayout(made)
    column.setContentsMargins(2, 2, 2, 12)
    column.setSpacing(0)
    made.picture.setObjectName("tile_picture")
    fix(made.picture, height=_LARGE_PLACE)
    column.addWidget(made.picture)
    made.words.setContentsMargins(14, 10, 14, 0)
    column.addLayout(made.words)
    column.addStretch(1)


def small_tile(run: Callable[[], object], title: str, line: str) -> Tile:
    """A small picture beside a name and a line."""
    made = Tile("small_tile", run, title, line)
    _small(made)
    made.let_through()
    return made


def list_row(
    run: Callable[[], object], title: str, line: str, *, state: str = "", when: str = ""
) -> Tile:
    """A row of a list: picture, name and line, then what it is and when it was."""
    made = Tile("row", run, title, line)
    row = _small(made)
    for text, width, side in ((state, _STATE, _LEFT), (when, _WHEN, _RIGHT)):
        aside = label(text, "muted")
        fix(aside, width=width)
        aside.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(aside)
    made.setAccessibleDescription(", ".join(part for part in (line, state, when) if part))
    made.let_through()
    return made


_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


def _small(made: Tile) -> QHBoxLayout:
    row = QHBoxLayout(made)
    row.setContentsMargins(10, 0, 14, 0)
    row.setSpacing(12)
    made.picture.setObjectName("small_picture")
    made.picture.setFixedSize(SMALL + QSize(2, 2))
    row.addWidget(made.picture)
    made.words.insertStretch(0, 1)
    made.words.addStretch(1)
    row.addLayout(made.words, 1)
    return row


class TileGrid(QWidget):
    """Tiles of one width, in as many columns as there is room for, up to `most`."""

    def __init__(self, tiles: Sequence[QWidget], most: int, least_width: int) -> None:
        super().__init__()
        self._tiles = list(tiles)
        self._most = most
        self._least = least_width
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._arrange(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (event.size().width() + GAP) // (px(self._least) + GAP)
        self._arrange(max(1, min(self._most, room)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


def framed(rows: Sequence[QWidget]) -> QFrame:
    """Rows in one frame, with lines between them."""
    frame = QFrame()
    frame.setProperty("look", "list")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for row in rows:
        if column.count():
            column.addWidget(_line())
        column.addWidget(row)
    return frame


def _line() -> QFrame:
    made = QFrame()
    made.setProperty("look", "rule")
    made.setFixedHeight(1)
    return made


def link(text: Message, run: Callable[[], object]) -> Stop:
    """Words that lead to another page."""
    made = stop(text, run, "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def section(title: Message | str, *asides: QWidget) -> QHBoxLayout:
    """The heading of a part of a page, with links at its right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    words = label(title, "section")
    words.setMinimumHeight(28)  # as much as a link beside it, so that headings stand level
    row.addWidget(words, 1)
    for aside in asides:
        row.addWidget(aside)
    return row
