"""The pages of the templates and samples that ship with the program, and their tiles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from blueprint.i18n import LANGUAGES, Message, current_language, message, tr
from blueprint.storage.heading import Heading, heading
from blueprint.ui.panels.status_bar import LANGUAGE_NAMES
from blueprint.ui.start.page import Page, Start
from blueprint.ui.start.sheet import Sheet
from blueprint.ui.start.tiles import (
    LARGE,
    MOST_COLUMNS,
    SMALL,
    TILE_WIDTH,
    Tile,
    TileGrid,
    large_tile,
    small_tile,
)
from blueprint.ui.starting_points import samples, templates
from blueprint.ui.words import plain


def large(start: Start, path: Path) -> Tile:
    """A large tile that opens a copy of the file."""
    found = heading(path)
    line = found.subtitle or found.scenario or _columns(found)
    made = large_tile(partial(start.files.open_as_new, path), _name(path, found), line)
    start.pictures.show_file(made.picture, LARGE, path)
    return made


def small(start: Start, path: Path) -> Tile:
    """A small one; its tool tip tells what the file shows."""
    found = heading(path)
    made = small_tile(partial(start.files.open_as_new, path), _name(path, found), _columns(found))
    made.setToolTip(plain(found.subtitle))
    start.pictures.show_file(made.picture, SMALL, path)
    return made


def _name(path: Path, found: Heading) -> str:
    return found.title or path.name.partition(".")[0]


def _columns(found: Heading) -> str:
    return tr(message("{count} column", "{count} columns", count=found.columns))


def _page(title: Message, lead: Message, files: Callable[[str], list[Path]], start: Start) -> Sheet:
    """All of them, those in the language of the window first."""
    sheet = Sheet(title, lead)
    own = current_language()
    for language in (own, *(other for other in LANGUAGES if other != own)):
        paths = files(language)
        if not paths:
            continue
        if language != own:
            sheet.begin(LANGUAGE_NAMES[language])
        tiles: list[QWidget] = [large(start, path) for path in paths]
        sheet.add(TileGrid(tiles, MOST_COLUMNS, TILE_WIDTH))
    return sheet


def _templates(start: Start) -> QWidget:
    lead = message("Each opens as a copy that is yours to change.")
    return _page(message("Templates"), lead, templates, start)


def _samples(start: Start) -> QWidget:
    lead = message("Services from the literature, drawn in full. Each opens as a copy.")
    return _page(message("Samples"), lead, samples, start)


TEMPLATES: Final = Page("templates", message("Templates"), "card", _templates)
SAMPLES: Final = Page("samples", message("Samples"), "file", _samples)
