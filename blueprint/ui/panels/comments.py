"""The comments panel: what was said of the blueprint, answered and resolved."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.edits.comments import comment, remove_comment, resolve, reword
from blueprint.model.search.threads import first_of
from blueprint.ui.listening import listen
from blueprint.ui.panels.comment_list import CommentList, name_of
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix
from blueprint.ui.spelling.waves import check_spelling_in
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import WORDS, say

AUTHOR: Final = "author"
"""The setting that holds the name of whoever comments here."""
_SHOWN: Final = (
    ("open", message("Open threads")),
    ("resolved", message("Resolved")),
    ("", message("All")),
)


class CommentText(QPlainTextEdit):
    """Ctrl+Enter gives it, Escape leaves it."""

    given = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.waves = check_spelling_in(self)
        say(self, name=message("Comment"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Comments(QWidget):
    """Emits `counted` with the number of open threads, `left` when Escape leaves the panel."""

    counted = Signal(int)
    left = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._thread = ""
        self._rewording = ""
        self.shown = Segments(message("Which comments"), _SHOWN)
        self.shown.show_value("open")
        self.list = CommentList()
        self.text = CommentText()
        self.subject = label("", "strong", wrap=True)
        self.author = QLineEdit(settings.text(AUTHOR))
        say(self.author, name=message("Your name"), placeholder=message("Your name"))
        self.give: QPushButton = button(message("Comment"), self.write, "primary")
        self.close_thread: QPushButton = button(message("Resolve"), self.resolve)
        self.change: QPushButton = button(message("Edit"), self.begin_rewording)
        self.remove: QPushButton = button(message("Delete"), self.delete, "flat")
        self._arrange()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        self._empty = label(
            message("No comments. Select a step and press Shift + C."), "muted", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.shown)
        left.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.subject, 1)
        top.addWidget(self.author)
        fix(self.author, width=130)
        right.addLayout(top)
        right.addWidget(self.text, 1)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for part in (self.give, self.close_thread, self.change, self.remove):
            acts.addWidget(part)
        acts.addStretch(1)
        right.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(12)
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def _connect(self) -> None:
        session = self._session
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, session.document_replaced, self._timer.start)
        listen(self, session.selection_changed, self._selected)
        listen(self, WORDS.changed, self.refresh)
        self.shown.chosen.connect(lambda _value: self.refresh())
        self.list.picked.connect(self.turn_to)
        self.list.delete_asked.connect(self.delete)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_subject())
        self.text.given.connect(self.write)
        self.text.left.connect(self._left)
        self.author.editingFinished.connect(
            lambda: self._settings.set_text(AUTHOR, self.author.text().strip())
        )

    # --- acts --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Write a comment about what is selected."""
        self._thread = ""
        self.list.put_cursor("")
        self._show_subject()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, id: str) -> None:
        """Select what a comment is about, and offer to answer it."""
        first = first_of(self._session.document, id)
        self._thread = first.id
        self._session.select((first.about,))
        self._session.reveal((first.about,))
        self._show_subject()

    def write(self) -> None:
        """Add what was typed: as an answer, if a thread was turned to."""
        if self._rewording:
            self._reword()
            return
        about = self._thread or self._chosen
        if not about:
            self._session.refuse(message("Select a step first, then write about it."))
            return
        session, text = self._session, self.text.toPlainText()
        author = self._settings.text(AUTHOR) or self.author.text().strip()
        written = datetime.now().astimezone().isoformat(timespec="seconds")
        made = session.attempt(
            lambda: comment(session.document, about, text, author=author, written=written)
        )
        if made:
            self.text.clear()
            self.refresh()
            self.list.put_cursor(made)

    def begin_rewording(self) -> None:
        """Word the current comment anew, if it is one's own."""
        current = self.list.current
        if self._is_own(current):
            self._rewording = current
            self.text.setPlainText(self._session.document.comments[current].text)
            self.text.selectAll()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_subject()

    def _is_own(self, id: str) -> bool:
        found = self._session.document.comments.get(id)
        return found is not None and found.author == self._settings.text(AUTHOR)

    def _reword(self) -> None:
        session, id, text = self._session, self._rewording, self.text.toPlainText()
        if session.attempt(lambda: reword(session.document, id, text)) is not None:
            self._leave_rewording()

    def _leave_rewording(self) -> None:
        self._rewording = ""
        self.text.clear()
        self._show_subject()

    def _left(self) -> None:
        """Escape gives up the rewording first, then leaves the panel."""
        if self._rewording:
            self._leave_rewording()
        else:
            self.left.emit()

    def resolve(self) -> None:
        """Close the thread of the current comment, or open it again."""
        current = self.list.current
        if current:
            document = self._session.document
            first = first_of(document, current)
            self._session.push(resolve(document, first.id, not first.resolved))
            self.refresh()

    def delete(self) -> None:
        """Delete the current comment and the answers to it."""
        current = self.list.current
        if current:
            self._session.push(remove_comment(self._session.document, current))
            self.refresh()

    # --- inside ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the comments as they are now."""
        document = self._session.document
        self.counted.emit(_open_threads(self._session))
        if self._thread not in document.comments:
            self._thread = ""
        if self._rewording not in document.comments:
            self._rewording = ""
        if not self.isVisible():
            return
        self.list.fill(document, self.shown.value)
        self._stack.setCurrentIndex(0 if self.list.topLevelItemCount() else 1)
        self._show_subject()

    @property
    def _chosen(self) -> str:
        """The selected thing, if it is one that can be commented on."""
        selection = self._session.selection
        return selection[-1] if selection else ""

    def _selected(self) -> None:
        document = self._session.document
        if self._thread and self._chosen != document.comments[self._thread].about:
            self._thread = ""
        self._show_subject()

    def _show_subject(self) -> None:
        document = self._session.document
        current = self.list.current
        thread = document.comments.get(self._thread)
        about = thread.about if thread else self._chosen
        words: Message = message("Select a step to comment on it.")
        if about:
            name = name_of(document, about)
            words = message("Answer about “{name}”", name=name)
            if thread is None:
                words = message("Comment on “{name}”", name=name)
        self.subject.setText(tr(words))
        say(self.give, text=message("Answer") if thread else message("Comment"))
        self.give.setEnabled(bool(about))
        self.change.setEnabled(self._is_own(current))
        if self._rewording:
            self.subject.setText(tr(message("Edit comment")))
            say(self.give, text=message("Save"))
            self.give.setEnabled(True)
        known = current in document.comments
        resolved = known and first_of(document, current).resolved
        say(self.close_thread, text=message("Reopen") if resolved else message("Resolve"))
        self.close_thread.setEnabled(known)
        self.remove.setEnabled(known)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


def _open_threads(session: Session) -> int:
    comments = session.document.comments
    return sum(
        1 for found in comments.values() if found.about not in comments and not found.resolved
    )
