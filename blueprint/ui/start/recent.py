"""Files of late: the latest on the home page, all of them on a page of their own."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.storage.heading import heading
from blueprint.ui.fields.document import STATES
from blueprint.ui.start.page import Page, Start
from blueprint.ui.start.sheet import Sheet
from blueprint.ui.start.stop import Stop, stop
from blueprint.ui.start.tiles import SMALL, Tile, framed, link, list_row, section
from blueprint.ui.start.when import told_ago, told_folder
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import plain

AT_HOME: Final = 4
"""Files that the home page shows."""


def recent_part(start: Start) -> QWidget:
    """The latest files, with a link to all of them."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    every = start.files.recent.paths
    more = len(every) > AT_HOME
    links = [link(message("Show all"), lambda: start.show("recent"))] if more else []
    column.addLayout(section(message("Recent"), *_reopening(start), *links))
    column.addWidget(_list(start, every[:AT_HOME]) if every else _none(start))
    column.addStretch(1)
    return part


def _reopening(start: Start) -> list[Stop]:
    """The way to go on where the last session ended, if it had files."""
    count = len(start.files.last_session.paths)
    if not count or start.files.has_document:
        return []
    text = message(
        "Reopen last session ({count} file)", "Reopen last session ({count} files)", count=count
    )
    return [link(text, lambda: start.actions.run("reopen_session"))]


def _none(start: Start) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(message("Files you open will be listed here."), "muted"))
    column.addWidget(
        stop(message("Open file"), lambda: start.actions.run("open")),
        alignment=Qt.AlignmentFlag.AlignLeft,
    )
    return frame


def _list(start: Start, paths: tuple[Path, ...]) -> QWidget:
    return framed([_row(start, path) for path in paths])


def _row(start: Start, path: Path) -> Tile:
    found = heading(path)
    made = list_row(
        partial(start.files.open_path, path),
        found.title or path.stem,
        told_folder(path.parent, Path.home()),
        state=_state(found.state),
        when=_when(path),
    )
    made.setToolTip(plain(str(path)))
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    made.customContextMenuRequested.connect(lambda at: _menu(start, made, path, at))
    start.pictures.show_file(made.picture, SMALL, path)
    return made


def _state(state: str) -> str:
    known = next((choice.text for choice in STATES if state and choice.value == state), "")
    return tr(known) if isinstance(known, Message) else known


def _when(path: Path) -> str:
    try:
        changed = path.stat().st_mtime
    except OSError:
        return ""
    return told_ago(datetime.fromtimestamp(changed), datetime.now())


def _menu(start: Start, row: Tile, path: Path, at: QPoint) -> None:
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr(message("Open")), lambda: start.files.open_path(path))
    folder = QUrl.fromLocalFile(str(path.parent))
    menu.addAction(tr(message("Show its folder")), lambda: QDesktopServices.openUrl(folder))
    menu.addAction(tr(message("Take out of this list")), lambda: start.files.recent.forget(path))
    menu.popup(row.mapToGlobal(at))


def _page(start: Start) -> QWidget:
    clear = stop(message("Clear this list"), start.files.recent.clear)
    every = start.files.recent.paths
    clear.setEnabled(bool(every))
    sheet = Sheet(message("Recent"), message("The files that were opened last."), clear)
    sheet.add(_list(start, every) if every else _none(start))
    return sheet


RECENT: Final = Page("recent", message("Recent"), "", _page)
