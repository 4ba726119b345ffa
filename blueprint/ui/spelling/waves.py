"""Red waves under misspelt words in a field, and what a field's menu offers for them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from blueprint.i18n import message, tr
from blueprint.ui.listening import listen
from blueprint.ui.spelling.spelling import SPELLING
from blueprint.ui.spelling.words import Word, word_at, words
from blueprint.ui.theming import LOOK

MOST_CHARACTERS: Final = 20_000
"""Longer texts are not looked through while they are typed."""


def check_spelling_in(field: QPlainTextEdit) -> Waves:
    """Show misspelt words in a field from now on."""
    return Waves(field)


class Waves(QSyntaxHighlighter):
    """Belongs to its field. The word that is being typed is left alone until it ends."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._field = field
        self._cursor = -1
        field.cursorPositionChanged.connect(self._moved)
        listen(self, SPELLING.changed, self.rehighlight)
        listen(self, LOOK.changed, self.rehighlight)
        self._menus = _Menus(field)

    def highlightBlock(self, text: str) -> None:
        if not SPELLING.is_ready or self.document().characterCount() > MOST_CHARACTERS:
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(LOOK.colours.error))
        typed = self._typed_in(self.currentBlock().position(), len(text))
        for word in words(text):
            if word.end != typed and SPELLING.is_wrong(word.text):
                self.setFormat(word.start, len(word.text), wave)

    def _typed_in(self, start: int, length: int) -> int:
        """Where in a block something is being typed; -1 if nowhere."""
        at = self._field.textCursor().position() - start
        return at if self._field.hasFocus() and 0 <= at <= length else -1

    def _moved(self) -> None:
        """The word that the cursor has left may be wrong."""
        document, before = self.document(), self._cursor
        self._cursor = self._field.textCursor().position()
        if not SPELLING.is_ready:
            return
        for at in {before, self._cursor} if before >= 0 else {self._cursor}:
            block = document.findBlock(at)
            if block.isValid():
                self.rehighlightBlock(block)


class _Menus(QObject):
    """Puts suggestions at the head of a field's menu."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            menu = menu_for(self._field, None if by_key else event.pos())
            if menu is not None:
                caret = self._field.cursorRect().bottomLeft()
                at = self._field.viewport().mapToGlobal(caret) if by_key else event.globalPos()
                menu.popup(at)
                return True
        return False


def menu_for(field: QPlainTextEdit, at: QPoint | None) -> QMenu | None:
    """The menu of a field with suggestions for the word at a point, or at the cursor with None;
    None if that word is right.
    """
    cursor = field.textCursor() if at is None else field.cursorForPosition(at)
    block = cursor.block()
    word = word_at(block.text(), cursor.positionInBlock())
    if word is None or not SPELLING.is_wrong(word.text):
        return None
    menu = field.createStandardContextMenu()
    menu.aboutToHide.connect(menu.deleteLater)
    first = menu.actions()[0]
    menu.insertActions(first, _offers(menu, field, block.position(), word))
    menu.insertSeparator(first)
    return menu


def _offers(menu: QMenu, field: QPlainTextEdit, start: int, word: Word) -> list[QAction]:
    made = []
    for text in SPELLING.suggestions(word.text):
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(partial(_put, field, start, word, text))
        made.append(action)
    if not made:
        none = QAction(tr(message("No suggestions")), menu)
        none.setEnabled(False)
        made.append(none)
    add = QAction(tr(message("Add “{word}” to the dictionary", word=word.text)), menu)
    add.triggered.connect(lambda _on=False: SPELLING.add(word.text))
    return [*made, add]


def _put(field: QPlainTextEdit, start: int, word: Word, text: str, _on: bool = False) -> None:
    cursor = QTextCursor(field.document())
    cursor.setPosition(start + word.start)
    cursor.setPosition(start + word.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
