"""The column at the left of the start page: its pages, and what is always at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from blueprint.i18n import Message, current_language, message
from blueprint.ui.actions.catalogue import action
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.listening import listen
from blueprint.ui.panels.status_bar import LANGUAGE_NAMES
from blueprint.ui.sizing import fix
from blueprint.ui.start.page import Page
from blueprint.ui.start.stop import Stop
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import keep_icon, label
from blueprint.ui.widgets.logo import logo_icon
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import WORDS, say

WIDTH: Final = 232


class Navigation(QFrame):
    """`show` goes to the page of a name, `back` to the document that is open."""

    def __init__(
        self,
        pages: Iterable[Page],
        actions: QtActions,
        *,
        show: Callable[[str], None],
        back: Callable[[], None],
        choose_language: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("home_nav")
        fix(self, width=WIDTH)
        self._actions = actions
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 20, 14, 22)
        self._column.setSpacing(2)
        self._add_sign()
        self.entries: dict[str, Stop] = {}
        for page in pages:
            if page.icon:
                made = _entry(page.title, page.icon, partial(show, page.name))
                made.setCheckable(True)
                self.entries[page.name] = made
                self._column.addWidget(made)
        self._add_action("open", message("Open file"), "folder")
        self.back = _entry(message("Back to the blueprint"), "left", back)
        self._column.addWidget(self.back)
        self._column.addStretch(1)
        self._add_action("shortcuts", message("Shortcuts"), "keyboard")
        self._add_action("preferences", message("Settings"), "cog")
        self._add_languages(choose_language)
        listen(self, LOOK.changed, self._paint_sign)
        listen(self, WORDS.changed, self._show_language)

    def _add_sign(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 20)
        row.setSpacing(10)
        self._sign = QLabel()
        row.addWidget(self._sign)
        row.addWidget(label("Blueprint Designer", "program"), 1)
        self._column.addLayout(row)
        self._paint_sign()

    def _paint_sign(self) -> None:
        self._sign.setPixmap(logo_icon().pixmap(QSize(20, 20)))

    def _add_action(self, id: str, text: Message, icon: str) -> None:
        made = _entry(text, icon, lambda: self._actions.run(id))
        found = action(id)
        keys = found.key or QKeySequence(found.shortcut).toString(_NATIVE).replace("+", " ")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        shown = label(keys, "key")
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(shown, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(made)

    def _add_languages(self, choose: Callable[[str], None]) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 12, 10, 0)
        self._language = Segments(message("Language"), list(LANGUAGE_NAMES.items()))
        self._language.chosen.connect(choose)
        row.addWidget(self._language)
        self._column.addLayout(row)
        self._show_language()

    def _show_language(self) -> None:
        self._language.show_value(current_language())

    def show_page(self, name: str) -> None:
        """Mark the entry of the page that is shown."""
        for own, entry in self.entries.items():
            entry.setChecked(own == name)
            keep_icon(entry, entry.objectName(), "accent" if own == name else "ink2")


_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


class _Entry(Stop):
    """Sets its text a little apart from its icon."""

    def setText(self, text: str) -> None:
        super().setText(f"  {text}")


def _entry(text: Message, icon: str, run: Callable[[], object]) -> Stop:
    made = _Entry("nav", run)
    say(made, text=text, name=text)
    made.setObjectName(icon)
    made.setIconSize(QSize(16, 16))
    keep_icon(made, icon)
    return made
