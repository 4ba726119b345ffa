"""The home page: a bit of everything that a blueprint can begin from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from blueprint.i18n import current_language, message, tr
from blueprint.ui.icons import pixmap
from blueprint.ui.start.drop_tile import DropTile, blank_picture
from blueprint.ui.start.page import Page, Start
from blueprint.ui.start.recent import recent_part
from blueprint.ui.start.sheet import Sheet
from blueprint.ui.start.shipped import large, small
from blueprint.ui.start.stop import Stop, stop
from blueprint.ui.start.tiles import (
    MOST_COLUMNS,
    SAMPLE_WIDTH,
    TILE_WIDTH,
    Tile,
    TileGrid,
    large_tile,
    link,
)
from blueprint.ui.starting_points import samples, templates
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import keep_icon

_TEMPLATES: Final = 6
_SAMPLES: Final = 5
_BESIDE: Final = 420
"""Width of what stands beside the recent files."""
_ROOM_BESIDE: Final = 940
"""The width from which there is room for that."""


class _SideBySide(QWidget):
    """The recent files, and at their right what other pages show; beneath in narrow windows."""

    def __init__(self, main: QWidget, others: Iterable[QWidget]) -> None:
        super().__init__()
        self._others = list(others)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(32)
        self._row.addWidget(main, 1)
        for other in self._others:
            self._row.addWidget(other, alignment=Qt.AlignmentFlag.AlignTop)
        self._fit(_ROOM_BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        beside = width >= _ROOM_BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for other in self._others:
            other.setMaximumWidth(_BESIDE if beside else 16_777_215)
            other.setMinimumWidth(_BESIDE if beside else 0)


def home_page(pages: Iterable[Page]) -> Page:
    """The home page; `pages` are those that may show something on it."""
    return Page("home", message("Home"), "grid", partial(_make, tuple(pages)))


def _make(pages: tuple[Page, ...], start: Start) -> QWidget:
    lead = message("Choose a template, or open one of your files.")
    sheet = Sheet(message("Start a blueprint"), lead, *_buttons(start))
    language = current_language()
    tiles: list[QWidget] = [_blank(start)]
    tiles += [large(start, path) for path in templates(language)[:_TEMPLATES]]
    tiles.append(DropTile(start))
    sheet.add(TileGrid(tiles, MOST_COLUMNS, TILE_WIDTH))
    beside = [page.beside_recent(start) for page in pages if page.beside_recent]
    sheet.add_part(_SideBySide(recent_part(start), beside))
    found = samples(language)[:_SAMPLES]
    if found:
        sheet.begin(message("Samples"), link(message("Show all"), lambda: start.show("samples")))
        sheet.add(TileGrid([small(start, path) for path in found], _SAMPLES, SAMPLE_WIDTH))
    return sheet


def _buttons(start: Start) -> tuple[Stop, ...]:
    opener = stop(message("Open file"), lambda: start.actions.run("open"))
    keep_icon(opener, "folder", "ink")
    starter = stop(message("New blueprint"), lambda: start.actions.run("new"), "primary")
    starter.setIcon(QIcon(pixmap("plus", LOOK.colours.accent_ink, 16, 2.0)))
    return opener, starter


def _blank(start: Start) -> Tile:
    made = large_tile(
        lambda: start.actions.run("new"),
        tr(message("Blank")),
        tr(message("Lanes only. Start typing in any cell.")),
    )
    made.picture.setPixmap(blank_picture())
    return made
