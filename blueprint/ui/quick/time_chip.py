"""The time of the selected steps, typed where it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from blueprint.i18n import message
from blueprint.ui.fields.field import InputError, changed, shared
from blueprint.ui.fields.step import DURATION_FIELD
from blueprint.ui.icons import pixmap
from blueprint.ui.listening import listen
from blueprint.ui.panels.editors import Line
from blueprint.ui.session import Session
from blueprint.ui.sizing import finest, fix
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import name_buttons
from blueprint.ui.words import say

WIDTH: Final = 96


class TimeChip(Line):
    """A line that looks like a chip until it is typed in. `back` is where Enter leads."""

    def __init__(self, session: Session, back: Callable[[], object]) -> None:
        super().__init__(DURATION_FIELD)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._leave = back
        self._hint = message("Time")
        fix(self, width=WIDTH)
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        name_buttons(self, message("Standard time"))
        say(self, name=message("Standard time"), tip=message("Standard time (T)"))
        self.given.connect(self._take)
        listen(self, LOOK.changed, self._paint)
        self._paint()

    def _paint(self) -> None:
        self._icon.setIcon(QIcon(pixmap("clock", LOOK.colours.ink2, 16, finest())))

    def show_steps(self, ids: tuple[str, ...]) -> None:
        """Show what the steps have in common; what is being typed for the same ones stays."""
        if ids == self._ids and self.is_edited and self.hasFocus():
            return
        self._ids = ids
        self._mark(refused=False)
        self.show_text(shared(DURATION_FIELD, self._session.document, ids))

    def _take(self) -> None:
        try:
            change = changed(DURATION_FIELD, self._session.document, self._ids, self.typed)
        except InputError as problem:
            self._mark(refused=True)
            self._session.refuse(problem.reason)
            return
        self._mark(refused=False)
        self._session.push(change)
        self.show_text(shared(DURATION_FIELD, self._session.document, self._ids))

    def _mark(self, *, refused: bool) -> None:
        value = "true" if refused else "false"
        if self.property("refused") != value:
            self.setProperty("refused", value)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.is_edited:
            self._mark(refused=False)
            self._leave()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_edited:
            self._leave()
