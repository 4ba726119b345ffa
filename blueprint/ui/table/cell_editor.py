"""The editor of a cell: a line of text with suggestions where the column knows what is usual."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from blueprint.i18n import Message, tr
from blueprint.model.document import Document
from blueprint.ui.table.columns import TABLE_COLUMNS
from blueprint.ui.theming import LOOK

Index = QModelIndex | QPersistentModelIndex
_LINE_BREAK = "⏎"
"""Stands for the end of a line, which a line of text cannot hold."""


class CellEditor(QStyledItemDelegate):
    """Enter takes the text and goes down, Tab goes right, Escape puts the old text back.

    Emits `walked` with the columns and rows to go after the text has been taken. Ctrl+Enter
    emits `filled` with the text, for all cells that are selected.
    """

    walked = Signal(int, int)
    filled = Signal(str)

    def __init__(self, document: Callable[[], Document], owner: QObject) -> None:
        super().__init__(owner)
        self._document = document

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = TABLE_COLUMNS[index.column()]
        made = QLineEdit(parent)
        made.setProperty("look", "cell")
        made.setAccessibleName(tr(column.title))
        if column.field.hint:
            made.setPlaceholderText(tr(column.field.hint))
        choices = [_shown(found.text) for found in column.field.choices(self._document())]
        if choices:
            completer = QCompleter([text for text in choices if text], made)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCompleter(completer)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)).replace("\n", _LINE_BREAK))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, _written(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area: QRect = option.rect
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            assert isinstance(editor, QLineEdit)
            walk = _walk(event)
            if walk and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.filled.emit(_written(editor))
                return True
            if walk and not _chooses(editor):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.walked.emit(*walk)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text, and a ring around the cell that the keyboard is in."""
        state: QStyle.StateFlag = option.state
        if not state & QStyle.StateFlag.State_HasFocus:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        shown.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, shown, index)
        area: QRect = option.rect
        painter.save()
        pen = painter.pen()
        pen.setColor(QColor(LOOK.colours.accent))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()


def _written(editor: QLineEdit) -> str:
    return editor.text().replace(_LINE_BREAK, "\n")


def _walk(event: QKeyEvent) -> tuple[int, int] | None:
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return (0, -1) if back else (0, 1)
        case Qt.Key.Key_Tab:
            return 1, 0
        case Qt.Key.Key_Backtab:
            return -1, 0
    return None


def _chooses(editor: QLineEdit) -> bool:
    """Whether Enter would take a suggestion from the list."""
    completer = editor.completer()
    popup = completer.popup() if completer else None
    return bool(popup and popup.isVisible() and popup.currentIndex().isValid())


def _shown(text: Message | str) -> str:
    return tr(text) if isinstance(text, Message) else text
