"""The map of linked blueprints: a tree of files, read beside the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.document import Document
from blueprint.storage.linked_files import MOST, FileState, LinkedFile, LinkMap, follow_links
from blueprint.ui.background import Progress, Task
from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, plain, say

_PATH: Final = Qt.ItemDataRole.UserRole
_HEADS: Final = (message("Blueprint"), message("Linked from"), message("File"), message("State"))
_STATES: Final = {
    FileState.READ: message("There"),
    FileState.MISSING: message("Missing"),
    FileState.UNREADABLE: message("Cannot be read"),
    FileState.LEFT_OUT: message("Not read: more than {count} files", count=MOST),
}


class LinkMapDialog(QDialog):
    """Files that `document`, whose file is `start`, leads to. `open_file` opens one of them."""

    def __init__(
        self,
        start: Path,
        document: Document,
        open_file: Callable[[Path], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._start = Path(os.path.abspath(start))
        self._open_file = open_file
        self._map: LinkMap = {}
        self._task: Task | None = None
        say(self, window=message("Map of linked blueprints"))
        self.resize(820, 480)
        self.told = label("", "muted", wrap=True)
        self.tree = QTreeWidget()
        say(self.tree, name=message("Linked blueprints"))
        self.leave = button(message("Cancel"), self.close)
        self.go = button(message("Open"), self.open_current, "primary")
        self._arrange()
        self.tree.itemActivated.connect(lambda _item, _column: self.open_current())
        self.tree.currentItemChanged.connect(lambda _item, _old: self._enable())
        listen(self, WORDS.changed, self._show)
        listen(self, LOOK.changed, self._show)
        self._show()
        self._read(document)

    def _arrange(self) -> None:
        self.tree.setColumnCount(len(_HEADS))
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 180), (2, 200), (3, 130)):
            header.resizeSection(column, width)
        for act in (self.leave, self.go):
            act.setAutoDefault(False)  # Enter opens the row
        acts = QHBoxLayout()
        acts.addWidget(self.told, 1)
        acts.addWidget(self.leave)
        acts.addWidget(self.go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 14)
        rows.setSpacing(10)
        rows.addWidget(self.tree, 1)
        rows.addLayout(acts)

    # --- reading -----------------------------------------------------------------------------

    def _read(self, document: Document) -> None:
        snapshot, start = document.snapshot(), self._start

        def work(progress: Progress) -> object:
            return follow_links(start, snapshot, progress)

        self._task = Task(work, (), self)
        self._task.progressed.connect(self._tell_progress)
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._failed)
        self._task.start()

    def _tell_progress(self, count: float) -> None:
        self.told.setText(tr(message("Reading file {count}…", count=int(count))))

    def _take(self, found: LinkMap) -> None:
        self._map = found
        say(self.leave, text=message("Close"))
        self._show()
        self.tree.setFocus()

    def _failed(self, why: Message) -> None:
        self.told.setText(tr(why))

    def done(self, result: int) -> None:
        """Closing gives up the reading, which ends by itself after the file at hand."""
        if self._task:
            self._task.give_up()
            self._task = None
        super().done(result)

    # --- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        self.tree.setHeaderLabels([tr(head) for head in _HEADS])
        self.tree.clear()
        self.told.setText(tr(self._summary()))
        if self._map:
            first = self._fill()
            self.tree.expandAll()
            self.tree.setCurrentItem(first)
        self._enable()

    def _summary(self) -> Message:
        if not self._map:
            return message("Reading…")
        others = len(self._map) - 1
        if not others:
            return message("No step leads to another blueprint yet.")
        return message("{count} linked file", "{count} linked files", count=others)

    def _fill(self) -> QTreeWidgetItem:
        """Each file with what it leads to; a file that was shown before is not unfolded again."""
        first = self._row(self._map[self._start], "", repeated=False)
        self.tree.addTopLevelItem(first)
        waiting = [(self._start, first)]
        shown = {self._start}
        for path, row in waiting:
            for reference in self._map[path].references:
                file = self._map[reference.target]
                repeated = file.path in shown
                child = self._row(file, reference.step, repeated=repeated)
                row.addChild(child)
                if not repeated:
                    shown.add(file.path)
                    waiting.append((file.path, child))
        return first

    def _row(self, file: LinkedFile, step: str, *, repeated: bool) -> QTreeWidgetItem:
        where = os.path.relpath(file.path, self._start.parent).replace(os.sep, "/")
        state = _STATES[file.state]
        if file.path == self._start:
            state = message("This blueprint")
        elif repeated and file.state is FileState.READ:
            state = message("Shown elsewhere")
        row = QTreeWidgetItem([file.title or file.path.stem, _quoted(step), where, tr(state)])
        row.setData(0, _PATH, str(file.path))
        why = tr(file.reason) if file.reason else str(file.path)
        for column in range(len(_HEADS)):
            row.setToolTip(column, plain(why))
        if file.state is not FileState.READ:
            row.setForeground(3, QBrush(QColor(LOOK.colours.error)))
        return row

    # --- acts --------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Open the file of the row that is chosen, unless it is the one where the map begins."""
        item = self.tree.currentItem()
        if item is not None and item.parent() is not None:
            self._open_file(Path(str(item.data(0, _PATH))))

    def _enable(self) -> None:
        item = self.tree.currentItem()
        self.go.setEnabled(item is not None and item.parent() is not None)


def _quoted(step: str) -> str:
    return f"“{step}”" if step else ""
