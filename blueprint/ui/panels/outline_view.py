"""The list of the outline under hand and keys: rows that are dragged, moved, and looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from blueprint.ui.canvas.keys import is_text


class OutlineView(QListView):
    """Enter goes to a row, letters look for one, a drag or Alt + ↑ ↓ takes it elsewhere."""

    moved = Signal(int, int)
    """(row, the row that it is put before)"""
    nudged = Signal(int, int)
    """(row, how many columns or phases further)"""
    sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.doubleClicked.emit(self.currentIndex())
        elif alone and row >= 0 and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.nudged.emit(row, -1 if key == Qt.Key.Key_Up else 1)
        elif is_text(event):
            self.sought.emit(event.text())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the row was let go; what becomes of it is the document's matter."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        before = index.row() if index.isValid() else self.model().rowCount()
        if index.isValid() and at.y() > self.visualRect(index).center().y():
            before += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.moved.emit(self.currentIndex().row(), before)
