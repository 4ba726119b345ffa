"""The find bar: over the drawing and the table, never in front of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.search.finding import Match, Query
from blueprint.model.search.texts import SCOPES, subject
from blueprint.ui.fields.field import Choice
from blueprint.ui.fields.step import CHANNEL, OWNER, TAGS_FIELD
from blueprint.ui.listening import listen
from blueprint.ui.search.finder import Finder, excerpt
from blueprint.ui.session import Session
from blueprint.ui.sizing import bound, fix, px
from blueprint.ui.widgets.labels import button, icon_button, label, name_buttons
from blueprint.ui.words import WORDS, say

MOST_LISTED: Final = 500
LIST_HEIGHT: Final = 168
PAUSE: Final = 80
"""Milliseconds without a key until the search begins."""


class FindBar(QFrame):
    """Enter and Shift+Enter go from match to match, Escape closes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("findbar")
        self._session = session
        self.finder = Finder(session, self)
        self._came_from: QWidget | None = None
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self.seek)
        self.words = _line(message("Find"))
        self.new = _line(message("Replace with"))
        self.scope = QComboBox()
        say(self.scope, name=message("Where to look"))
        self.case = _toggle("Aa", message("Match case"))
        self.whole = _toggle("W", message("Whole words"))
        self.count = label("", "muted")
        bound(self.count, least_width=86)
        self.list = QListWidget()
        fix(self.list, height=LIST_HEIGHT)
        say(self.list, name=message("What was found"))
        self._arrange()
        self._connect()
        self._offer_scopes()
        self.show_replacing(False)
        self.list.hide()
        self.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(6)
        column.addLayout(self._first_row())
        self.second = QWidget()
        column.addWidget(self.second)
        row = QHBoxLayout(self.second)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.one: QPushButton = button(message("Replace"), self.replace_one)
        self.all: QPushButton = button(message("Replace all"), self.replace_all)
        for part in (self.new, self.one, self.all):
            row.addWidget(part)
        row.addStretch(1)
        column.addWidget(self.list)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.previous = icon_button("chevron_up", message("Previous match"), lambda: self.go(-1))
        self.next = icon_button("down", message("Next match"), lambda: self.go(1))
        self.listed: QToolButton = icon_button("menu", message("List of matches"), self._show_list)
        self.listed.setCheckable(True)
        self.replacing: QToolButton = icon_button(
            "swap", message("Replace"), self._toggle_replacing
        )
        self.replacing.setCheckable(True)
        for part in (self.words, self.scope, self.case, self.whole, self.count):
            row.addWidget(part)
        for tool in (self.previous, self.next, self.listed, self.replacing):
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(icon_button("x", message("Close"), self.close_bar))
        return row

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._typing.start())
        for toggle in (self.case, self.whole):
            toggle.toggled.connect(lambda _on: self.seek())
        self.scope.activated.connect(lambda _place: self._scope_chosen())
        self.finder.changed.connect(self._refresh)
        self.list.itemClicked.connect(lambda _item: self._go_to_listed())
        self.list.itemActivated.connect(lambda _item: self._go_to_listed())
        listen(self, WORDS.changed, self._offer_scopes)
        for line in (self.words, self.new):
            line.installEventFilter(self)

    # --- acts --------------------------------------------------------------------------------

    def open(self, *, replacing: bool = False, scope: str = "", words: str = "") -> None:
        """Show the bar with the cursor in it; `words` are looked for at once."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.show_replacing(replacing or (self.isVisible() and self.second.isVisible()))
        self.show()
        if words:
            self.scope.setCurrentIndex(max(0, self.scope.findData(scope)))
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.seek()

    def close_bar(self) -> None:
        """Dim nothing any more; the keyboard goes back to where it was."""
        self._typing.stop()
        self.hide()
        self.finder.stop()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    @property
    def query(self) -> Query:
        """What the bar asks for."""
        return Query(
            self.words.text(),
            self.case.isChecked(),
            self.whole.isChecked(),
            str(self.scope.currentData() or ""),
        )

    def seek(self) -> None:
        """Look for what is typed now."""
        self._typing.stop()
        if self.isVisible():
            self.finder.seek(self.query)

    def go(self, by: int) -> None:
        """Go to the next or previous match."""
        if self.query != self.finder.query:
            self.seek()
        self.finder.go(by)

    def replace_one(self) -> None:
        """Replace the current match and go to the next."""
        if self.query != self.finder.query:
            self.seek()
        self.finder.replace_current(self.new.text())

    def replace_all(self) -> None:
        """Replace every match, as one step."""
        if self.query != self.finder.query:
            self.seek()
        self.finder.replace_all(self.new.text())

    def show_replacing(self, on: bool) -> None:
        """Show or hide the row for replacing."""
        self.second.setVisible(on)
        self.replacing.setChecked(on)

    # --- inside ------------------------------------------------------------------------------

    def _toggle_replacing(self) -> None:
        self.show_replacing(self.second.isHidden())
        (self.words if self.second.isHidden() else self.new).setFocus()

    def _show_list(self) -> None:
        self.list.setVisible(self.list.isHidden())
        self.listed.setChecked(not self.list.isHidden())
        self._refresh()

    def _offer_scopes(self) -> None:
        chosen = self.scope.currentData()
        self.scope.clear()
        for value, text in SCOPES.items():
            self.scope.addItem(tr(text), value)
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self._refresh()

    def _scope_chosen(self) -> None:
        """Owners, channels and tags are offered by name."""
        fields = {"owner": OWNER, "channel": CHANNEL, "tag": TAGS_FIELD}
        field = fields.get(self.query.scope)
        choices: tuple[Choice, ...] = tuple(field.choices(self._session.document)) if field else ()
        completer = QCompleter([tr(choice.text) for choice in choices], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.words.setCompleter(completer)
        self.words.setFocus()
        self.seek()

    def _refresh(self) -> None:
        finder = self.finder
        total = len(finder.matches)
        self.count.setText(tr(self._said(total)) if finder.query else "")
        self.count.setAccessibleName(self.count.text())
        for part in (self.previous, self.next, self.one, self.all):
            part.setEnabled(total > 0)
        if not self.list.isHidden():
            self._fill_list()

    def _said(self, total: int) -> Message:
        if not total:
            return message("Nothing found")
        if self.finder.current < 0:
            return message("{count} match", "{count} matches", count=total)
        return message("{place} of {count}", place=self.finder.current + 1, count=total)

    def _fill_list(self) -> None:
        matches = self.finder.matches[:MOST_LISTED]
        texts = [self._listed_text(match) for match in matches]
        if texts != [self.list.item(row).text() for row in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(texts)
        needed = self.list.sizeHintForRow(0) * self.list.count() + 4
        self.list.setFixedHeight(max(32, min(px(LIST_HEIGHT), needed)))
        if 0 <= self.finder.current < self.list.count():
            self.list.setCurrentRow(self.finder.current)

    def _listed_text(self, match: Match) -> str:
        words = "".join(excerpt(match))
        document = self._session.document
        step = document.steps.get(subject(document, match.text.id))
        field = tr(match.text.field)
        if step is None or match.text.path == ("label",):
            return f"{words}  ·  {field}"
        return f"{words}  ·  {field}  ·  {step.label}"

    def _go_to_listed(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.finder.matches):
            self.finder.go_to(row)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter in the first field goes on, in the second it replaces."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier and not self.second.isHidden():
            self.replace_all()
        elif watched is self.new:
            self.replace_one()
        else:
            self.go(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _line(name: Message) -> QLineEdit:
    made = QLineEdit()
    fix(made, width=260)
    made.setClearButtonEnabled(True)
    name_buttons(made, message("Clear"))
    say(made, name=name, placeholder=name)
    return made


def _toggle(sign: str, what: Message) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setCheckable(True)
    fix(made, width=28, height=28)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    say(made, tip=what, name=what)
    return made
