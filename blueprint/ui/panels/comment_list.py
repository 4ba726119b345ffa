"""The threads of comments as a list: a thread a row, its answers beneath it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from blueprint.i18n import current_language, message, tr
from blueprint.model.document import Document
from blueprint.model.entities import Column, Comment, Flow, Lane, Phase, Step
from blueprint.model.search.texts import root
from blueprint.model.search.threads import Thread, threads
from blueprint.ui.table.reading import lane_name
from blueprint.ui.words import plain, say

_ID: Final = Qt.ItemDataRole.UserRole
_HEADS: Final = (message("Comment"), message("About"), message("Author"), message("Written"))
_WIDTHS: Final = (0, 130, 96, 116)


class CommentList(QTreeWidget):
    """Emits `picked` with the id of a comment that the user turns to."""

    picked = Signal(str)
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(len(_HEADS))
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(place, width)
        say(self, name=message("Comments"))
        self.itemClicked.connect(lambda item, _column: self.picked.emit(_id_of(item)))
        self.itemActivated.connect(lambda item, _column: self.picked.emit(_id_of(item)))

    @property
    def current(self) -> str:
        """The id of the comment that the cursor is on; empty if on none."""
        item = self.currentItem()
        return _id_of(item) if item else ""

    def fill(self, document: Document, shown: str) -> None:
        """Show the threads that are "open" or "resolved", or with "" all."""
        keep = self.current
        self.setHeaderLabels([tr(head) for head in _HEADS])
        self.clear()
        for thread in threads(document):
            if shown and thread.first.resolved != (shown == "resolved"):
                continue
            self.addTopLevelItem(_row_of(document, thread))
        self.expandAll()
        self.put_cursor(keep)

    def put_cursor(self, id: str) -> None:
        """Put the cursor on a comment; nowhere if it is not in sight."""
        found = None
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is None:
                continue
            rows = [item, *(item.child(at) for at in range(item.childCount()))]
            found = next((row for row in rows if row and _id_of(row) == id), found)
        if found is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.picked.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete and self.current:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


def _row_of(document: Document, thread: Thread) -> QTreeWidgetItem:
    about = name_of(document, thread.about)
    item = _item(thread.first, about)
    if thread.first.resolved:
        item.setText(0, tr(message("Resolved: {text}", text=item.text(0))))
    for answer in thread.answers:
        item.addChild(_item(answer, about))
    return item


def _item(comment: Comment, about: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    author = comment.author or tr(message("Somebody"))
    for place, text in enumerate((comment.text, about, author, when_words(comment.written))):
        item.setText(place, " ".join(text.split()))
        item.setToolTip(place, plain(text))
    item.setData(0, _ID, comment.id)
    return item


def _id_of(item: QTreeWidgetItem) -> str:
    return str(item.data(0, _ID))


def when_words(written: str) -> str:
    """A moment in the words of the window's language; any other text as it is."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale(current_language()).toString(shown, QLocale.FormatType.ShortFormat)


def name_of(document: Document, id: str) -> str:
    """What a thing that can be commented on is called."""
    found = root(document, id)
    match found:
        case Step(label=text) if text:
            return text
        case Flow():
            source, target = document.step(found.source), document.step(found.target)
            return f"{source.label} → {target.label}"
        case Lane():
            return lane_name(found)
        case Phase(title=text) if text:
            return text
        case Column():
            number = [column.id for column in document.columns].index(found.id) + 1
            return tr(message("Column {number}", number=number))
    return tr(message("Untitled"))
