"""Check spelling: from one misspelt word of the blueprint to the next, with what may be meant."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.search.finding import Match
from blueprint.model.search.texts import subject
from blueprint.ui.listening import listen
from blueprint.ui.panels.comment_list import name_of
from blueprint.ui.session import Session
from blueprint.ui.spelling.spelling import SPELLING
from blueprint.ui.spelling.walk import corrected, misspelt
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say

AROUND: Final = 60
"""Characters of the text that are shown before and after a word."""


class SpellingDialog(QDialog):
    """Stands in nobody's way: the canvas shows where each word is, and can be worked on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say(self, window=message("Check spelling"))
        self._session = session
        self._ignored: set[str] = set()
        self.match: Match | None = None
        self.where = label("", "muted", wrap=True)
        self.context = label("", wrap=True)
        self.word = QLineEdit()
        say(self.word, name=message("Change to"))
        self.suggestions = QListWidget()
        say(self.suggestions, name=message("Suggestions"))
        self.suggestions.currentTextChanged.connect(self._picked)
        self.suggestions.itemActivated.connect(lambda _item: self.change())
        self.word.returnPressed.connect(self.change)
        self.buttons: dict[str, QPushButton] = {
            "change": button(message("Change"), self.change, "primary"),
            "all": button(message("Change everywhere"), self.change_everywhere),
            "ignore": button(message("Ignore"), self.ignore),
            "add": button(message("Add to dictionary"), self.add),
            "close": button(message("Close"), self.accept),
        }
        self._arrange()
        listen(self, SPELLING.changed, self.refresh)
        listen(self, session.document_changed, lambda _change, _moved: self._follow())
        listen(self, session.document_replaced, self.refresh)
        listen(self, WORDS.changed, self.refresh)
        self.resize(460, 330)
        self.refresh()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 18, 20, 16)
        grid.setHorizontalSpacing(14)
        grid.addWidget(self.where, 0, 0, 1, 2)
        grid.addWidget(self.context, 1, 0, 1, 2)
        grid.addWidget(self.word, 2, 0)
        grid.addWidget(self.suggestions, 3, 0)
        acts = QVBoxLayout()
        acts.setSpacing(6)
        for made in self.buttons.values():
            made.setAutoDefault(False)
            acts.addWidget(made)
        acts.addStretch(1)
        grid.addLayout(acts, 2, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(3, 1)

    # --- acts --------------------------------------------------------------------------------

    def change(self) -> None:
        """Put what stands in the field in the word's place, and go on."""
        if self.match is not None and self.word.text().strip():
            self._replace([self.match])

    def change_everywhere(self) -> None:
        """The same wherever the word stands."""
        if self.match is not None and self.word.text().strip():
            wrong, document = self._wrong, self._session.document
            found = misspelt(document, SPELLING.is_wrong)
            self._replace([m for m in found if m.text.text[m.start : m.end] == wrong])

    def _replace(self, matches: list[Match]) -> None:
        session, new = self._session, self.word.text().strip()
        session.attempt(lambda: corrected(session.document, matches, new))

    def ignore(self) -> None:
        """Pass the word by, wherever it stands, as long as this dialog is open."""
        self._ignored.add(self._wrong)
        self.refresh()

    def add(self) -> None:
        """Take the word for right from now on."""
        SPELLING.add(self._wrong)

    # --- inside ------------------------------------------------------------------------------

    @property
    def _wrong(self) -> str:
        match = self.match
        return match.text.text[match.start : match.end] if match else ""

    def _first_left(self) -> Match | None:
        return next(misspelt(self._session.document, SPELLING.is_wrong, self._ignored), None)

    def _follow(self) -> None:
        """The canvas is worked on: nothing jumps there while the same word is asked about."""
        if self._first_left() != self.match:
            self.refresh()

    def refresh(self) -> None:
        """Show the first misspelt word that is left."""
        self.match = self._first_left()
        for name, made in self.buttons.items():
            made.setEnabled(name == "close" or self.match is not None)
        self.word.setEnabled(self.match is not None)
        self.suggestions.clear()
        if self.match is None:
            self.word.clear()
            self.context.clear()
            self.where.setText(tr(_nothing_left()))
            self.buttons["close"].setFocus()
            return
        self._show(self.match)

    def _show(self, match: Match) -> None:
        document = self._session.document
        about = subject(document, match.text.id)
        place = tr(match.text.field)
        name = name_of(document, about) if about else ""
        where = message("{field} of “{name}”", field=place, name=name)
        self.where.setText(tr(where) if name else place)
        text = match.text.text
        before = text[max(0, match.start - AROUND) : match.start]
        after = text[match.end : match.end + AROUND]
        self.context.setText(f"{before}⟪{self._wrong}⟫{after}".replace("\n", " "))
        self.suggestions.addItems(SPELLING.suggestions(self._wrong))
        self.word.setText(self._wrong)
        if self.suggestions.count():
            self.suggestions.setCurrentRow(0)
        self.word.selectAll()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)
        if about in document.entities:
            self._session.select((about,))
            self._session.reveal((about,))

    def _picked(self, text: str) -> None:
        if text:
            self.word.setText(text)


def _nothing_left() -> Message:
    if not SPELLING.is_on:
        return message("No dictionary is chosen. The preferences list those that are installed.")
    if not SPELLING.is_ready:
        return message("The dictionary is still being read.")
    return message("No misspelt words are left.")
