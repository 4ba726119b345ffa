"""The list of what was done: a click goes back, or forward, to that point."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.words import WORDS, say


class HistoryList(QWidget):
    """The oldest act stands at the top; what has been undone is paler."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        say(self.list, name=message("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(self.list)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        listen(self, session.history_changed, self._timer.start)
        listen(self, session.document_replaced, self._timer.start)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.refresh()

    def refresh(self) -> None:
        """Show the history as it is now."""
        if not self.isVisible() and self.list.count():
            return
        history = self._session.history
        self.list.clear()
        self._add(tr(message("Opened")), done=True)
        for place, act in enumerate(history.labels, start=1):
            self._add(tr(act), done=place <= history.index)
        self.list.setCurrentRow(history.index)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _add(self, text: str, *, done: bool) -> None:
        item = QListWidgetItem(text if done else tr(message("{act} (undone)", act=text)))
        if not done:
            item.setForeground(self.palette().placeholderText())
        self.list.addItem(item)

    def _go(self, index: QModelIndex) -> None:
        self._session.history.go_to(index.row())
