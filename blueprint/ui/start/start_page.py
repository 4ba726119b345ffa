"""The start page: a navigation at the left, and one of its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.files import Files
from blueprint.ui.listening import listen
from blueprint.ui.settings import Settings
from blueprint.ui.start.arrows import ARROWS, go
from blueprint.ui.start.navigation import Navigation
from blueprint.ui.start.page import Start
from blueprint.ui.start.pages import PAGES
from blueprint.ui.start.pictures import Pictures
from blueprint.ui.start.stop import Stop
from blueprint.ui.start.tiles import Tile
from blueprint.ui.theming import LOOK
from blueprint.ui.words import WORDS, switch_language

_BY_NAME: Final = {page.name: page for page in PAGES}


class _Scrolled(QScrollArea):
    """Scrolls by the keys that lead to no tile."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """A page is made anew each time it is shown, and when the files, the words or the look change.

    Arrow keys go from tile to tile; Tab goes through all of them, the navigation first.
    """

    def __init__(
        self,
        files: Files,
        settings: Settings,
        actions: QtActions,
        begin_lesson: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settings = settings
        self._files = files
        self.page = "home"
        self._start = Start(files, settings, actions, Pictures(self), self.show_page, begin_lesson)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.navigation = Navigation(
            PAGES,
            actions,
            show=self.show_page,
            back=files.changed.emit,
            choose_language=self._choose_language,
        )
        row.addWidget(self.navigation)
        self._scroll = _Scrolled()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._scroll, 1)
        listen(self, WORDS.changed, self._renew)
        listen(self, LOOK.changed, self._renew)

    def show_page(self, name: str) -> None:
        """Show the page of that name from its beginning. Raises KeyError if there is none."""
        page = _BY_NAME[name]
        inside = self._scroll.isAncestorOf(self.focusWidget() or self)
        self.page = page.name
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)
        if inside:
            self.focus_first()

    def refresh(self) -> None:
        """Make the page anew."""
        self.navigation.back.setVisible(self._files.has_document)
        self.navigation.show_page(self.page)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()  # the key or the click that asked for this comes from within it
        self._scroll.setWidget(_BY_NAME[self.page].make(self._start))

    def _renew(self) -> None:
        if self.isVisible():
            self.refresh()

    def focus_first(self) -> None:
        """Put the focus on the first tile of the page."""
        page = self._scroll.widget()
        first = page.findChild(Tile) if page else None
        (first or self.navigation.entries[self.page]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and go(self, self._stops(), key):
            return
        super().keyPressEvent(event)

    def _stops(self) -> list[Stop]:
        return list(self.findChildren(Stop))

    def _choose_language(self, language: str) -> None:
        self._settings.language = language
        switch_language(language)
