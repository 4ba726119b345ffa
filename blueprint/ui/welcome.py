"""The start page: a new blueprint, a template, a sample, or a file of late."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileInfo, QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, current_language, message, tr
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import Unreadable, open_document
from blueprint.ui.actions.catalogue import action
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.files import Files
from blueprint.ui.icons import pixmap
from blueprint.ui.listening import listen
from blueprint.ui.panels.status_bar import LANGUAGE_NAMES
from blueprint.ui.settings import Settings
from blueprint.ui.starting_points import samples, templates
from blueprint.ui.theming import LOOK
from blueprint.ui.thumbnail import thumbnail
from blueprint.ui.widgets.labels import button, keep_icon, label
from blueprint.ui.widgets.logo import logo_icon
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import WORDS, plain, switch_language

LARGE: Final = QSize(250, 116)
SMALL: Final = QSize(62, 40)
_COLUMNS: Final = 4


class Card(QPushButton):
    """A picture with a name and a line beneath or beside it; the whole of it is a button."""

    def __init__(self, size: QSize, run: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture = QLabel()
        self.picture.setFixedSize(size)
        self.title = label("", "strong")
        self.line = label("", "muted")
        self.aside = label("", "muted")
        large = size == LARGE
        box: QVBoxLayout | QHBoxLayout = QVBoxLayout(self) if large else QHBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 12 if large else 10)
        box.setSpacing(10 if large else 12)
        box.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignHCenter if large else _LEFT)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        box.addLayout(words, 1)
        if not large:
            box.addWidget(self.aside)
        self.setProperty("large", "true" if large else "false")
        self.clicked.connect(lambda _on=False: run())
        for part in (self.picture, self.title, self.line, self.aside):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def describe(self, title: str, line: str, aside: str = "") -> None:
        self.title.setText(title)
        self.line.setText(line)
        self.aside.setText(aside)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)


_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class Welcome(QWidget):
    """Pictures are painted one after another once the page is in sight."""

    def __init__(self, files: Files, settings: Settings, actions: QtActions) -> None:
        super().__init__()
        self.setObjectName("home")
        self._files = files
        self._settings = settings
        self._actions = actions
        self._waiting: list[tuple[Card, QSize, Callable[[], Document | None]]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        row.addWidget(self._scroll, 1)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)

    def _navigation(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("home_nav")
        frame.setFixedWidth(232)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 18, 14, 18)
        column.setSpacing(4)
        head = QHBoxLayout()
        self._sign = QLabel()
        head.addWidget(self._sign)
        head.addWidget(label("Blueprint Designer", "heading"), 1)
        column.addLayout(head)
        column.addSpacing(18)
        for id in ("new", "open", "import"):
            column.addWidget(self._entry(id))
        self._back = button(message("Back to the blueprint"), self._go_back, "nav")
        keep_icon(self._back, "left")
        column.addWidget(self._back)
        column.addStretch(1)
        for id in ("preferences", "shortcuts", "about"):
            column.addWidget(self._entry(id))
        column.addSpacing(8)
        choices = [(code, name) for code, name in LANGUAGE_NAMES.items()]
        self._language = Segments(message("Language"), choices)
        self._language.chosen.connect(self._choose_language)
        column.addWidget(self._language)
        return frame

    def _entry(self, id: str) -> QPushButton:
        made = button(action(id).text, lambda: self._actions.run(id), "nav")
        keep_icon(made, action(id).icon)
        return made

    def _go_back(self) -> None:
        self._files.changed.emit()

    def _choose_language(self, language: str) -> None:
        self._settings.language = language
        switch_language(language)

    # --- the page ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Make the page anew: other files, another language, another look."""
        self._waiting.clear()
        self._sign.setPixmap(logo_icon().pixmap(QSize(20, 20)))
        self._back.setVisible(self._files.has_document)
        self._language.show_value(current_language())
        page = QWidget()
        page.setObjectName("home_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 30, 48, 30)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(8)
        column.addLayout(self._starting_points())
        self._add_recent(column)
        self._add_samples(column)
        column.addStretch(1)
        self._scroll.setWidget(page)
        self._timer.start()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(label(message("Start a blueprint"), "title"))
        words.addWidget(label(message("Choose a template, or open one of your files."), "lead"))
        row.addLayout(words, 1)
        opener = button(message("Open file"), lambda: self._actions.run("open"))
        keep_icon(opener, "open", "ink")
        starter = button(message("New blueprint"), lambda: self._actions.run("new"), "primary")
        starter.setIcon(QIcon(pixmap("plus", LOOK.colours.accent_ink, 16, 2.0)))
        for made in (opener, starter):
            made.setMinimumHeight(34)
            row.addWidget(made, alignment=Qt.AlignmentFlag.AlignBottom)
        return row

    def _starting_points(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        language = current_language()
        blank = Card(LARGE, lambda: self._actions.run("new"))
        blank.describe(tr(message("Blank")), tr(message("Lanes only. Start typing in any cell.")))
        self._waiting.append((blank, LARGE, lambda: new_blueprint(language, columns=5)))
        cards = [blank]
        for path in templates(language):
            cards.append(self._file_card(path, LARGE, partial(self._files.open_as_new, path)))
        cards.append(self._table_card())
        for place, card in enumerate(cards):
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _table_card(self) -> Card:
        card = Card(LARGE, lambda: self._actions.run("import"))
        sign = pixmap("export", LOOK.colours.ink2, 24, 2.0)
        card.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.picture.setPixmap(sign)
        card.describe(
            tr(message("From a table")), tr(message("One row a step: CSV or spreadsheet."))
        )
        return card

    def _add_recent(self, column: QVBoxLayout) -> None:
        column.addSpacing(12)
        column.addWidget(label(message("Recent"), "heading"))
        paths = self._files.recent[:5]
        if not paths:
            column.addWidget(label(message("Files you open will be listed here."), "muted"))
        for path in paths:
            card = self._file_card(path, SMALL, partial(self._files.open_path, path))
            card.line.setText(_short(path.parent))
            changed = QFileInfo(str(path)).lastModified()
            locale = QLocale(current_language())
            card.aside.setText(locale.toString(changed, QLocale.FormatType.ShortFormat))
            column.addWidget(card)

    def _add_samples(self, column: QVBoxLayout) -> None:
        found = samples(current_language())
        if not found:
            return
        column.addSpacing(12)
        column.addWidget(label(message("Samples"), "heading"))
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, path in enumerate(found):
            card = self._file_card(path, SMALL, partial(self._files.open_as_new, path))
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)

    def _file_card(self, path: Path, size: QSize, run: Callable[[], object]) -> Card:
        card = Card(size, run)
        card.describe(path.stem, "")
        card.setToolTip(plain(str(path)))
        self._waiting.append((card, size, lambda: _read(path)))
        return card

    def _paint_next(self) -> None:
        """Paint one picture a turn, so that the page answers meanwhile."""
        if not self._waiting or not self.isVisible():
            self._timer.stop()
            return
        card, size, read = self._waiting.pop(0)
        document = read()
        if document is None:
            return
        card.picture.setPixmap(_picture(document, size))
        title = document.properties.title
        if title:
            card.title.setText(title)
            card.setAccessibleName(title)
        if not card.line.text():
            card.line.setText(tr(_in_short(document)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()


def _picture(document: Document, size: QSize) -> QPixmap:
    return thumbnail(document, size, LOOK.theme)


def _in_short(document: Document) -> Message:
    if document.properties.subtitle:
        return message("{text}", text=document.properties.subtitle)
    return message("{count} column", "{count} columns", count=len(document.columns))


def _short(folder: Path) -> str:
    """A folder as people write it: the home folder is “~”."""
    with suppress(ValueError, RuntimeError):
        return str(Path("~") / folder.relative_to(Path.home()))
    return str(folder)


def _read(path: Path) -> Document | None:
    """The document in a file, or None: a list of files has no room for what is wrong."""
    try:
        return open_document(path).document
    except Unreadable:
        return None
