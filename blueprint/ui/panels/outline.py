"""The panel at the left: the blueprint in words, and how long it takes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from blueprint.i18n import message
from blueprint.model.change import Change, stays_in_place
from blueprint.model.edits.columns import move_columns, move_phase
from blueprint.ui.listening import listen
from blueprint.ui.panels.outline_list import OutlineModel, OutlinePainter
from blueprint.ui.panels.outline_rows import OutlineRow, RowKind, outline_rows, step_row
from blueprint.ui.panels.outline_view import OutlineView
from blueprint.ui.panels.time_summary import TimeSummary
from blueprint.ui.session import Session
from blueprint.ui.sizing import px
from blueprint.ui.theming import LOOK
from blueprint.ui.tools import commands
from blueprint.ui.widgets.labels import icon_button, label
from blueprint.ui.words import WORDS, say

LARGE: Final = 1_500
"""Steps from which on the list waits for a pause in typing."""


class Outline(QFrame):
    """Click selects and centres; a phase's arrow folds it; typing filters; a drag moves columns."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("outline")
        self._session = session
        self.model = OutlineModel()
        self.list = OutlineView()
        self.list.setModel(self.model)
        self._painter = OutlinePainter(self.model)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self.list, name=message("Outline"))
        self.sought = QLineEdit()
        say(
            self.sought,
            placeholder=message("Filter the outline"),
            name=message("Filter the outline"),
        )
        self.sought.hide()
        self.time = TimeSummary(session)
        self._arrange()
        self._connect()
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(px(196), 600)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.addWidget(label(message("Outline"), "panel"), 1)
        head.addWidget(icon_button("search", message("Filter the outline"), self._toggle_filter))
        column.addLayout(head)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 4)
        row.addWidget(self.sought)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.time)

    def _connect(self) -> None:
        session = self._session
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        listen(self, session.document_changed, self._document_changed)
        listen(self, session.document_replaced, self._document_replaced)
        listen(self, session.findings_changed, self._mark)
        listen(self, session.selection_changed, self._show_selection)
        listen(self, WORDS.changed, self.list.viewport().update)
        listen(self, LOOK.changed, self.list.viewport().update)
        self.sought.textChanged.connect(self.refresh)
        self.list.clicked.connect(self._clicked)
        self.list.doubleClicked.connect(self._activated)
        self.list.moved.connect(self._move)
        self.list.nudged.connect(self._nudge)
        self.list.sought.connect(self._seek)
        self.sought.returnPressed.connect(self._go_to_first)

    def refresh(self) -> None:
        """Show the document as it is now."""
        self._timer.stop()
        document = self._session.document
        self.model.show_rows(outline_rows(document, self.model.folded, self.sought.text()))
        self._show_selection()

    def _document_changed(self, change: Change, moved: object) -> None:
        if stays_in_place(change) and not self.sought.text() and not self._timer.isActive():
            document = self._session.document
            steps = [document.step(id) for id in change.entries]
            self.model.renew(step_row(step, document.lane(step.lane).role) for step in steps)
            return
        self._timer.start(120 if len(self._session.document.steps) > LARGE else 0)

    def _document_replaced(self) -> None:
        self.model.folded.clear()
        self.sought.clear()
        self.refresh()
        self._mark()

    def _mark(self) -> None:
        """Take up the gravest finding of each step."""
        marks: dict[str, str] = {}
        for finding in self._session.findings:
            if finding.severity != "hint":
                for id in finding.steps:
                    marks.setdefault(id, finding.severity)
        if marks != self.model.marks:
            self.model.marks = marks
            self.list.viewport().update()

    def _show_selection(self) -> None:
        chosen = set(self._session.selection)
        selection = self.list.selectionModel()
        rows = [place for place, row in enumerate(self.model.rows) if row.id in chosen]
        selection.clearSelection()
        for place in rows[:200]:
            index = self.model.index(place)
            selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        if rows:
            current = self.model.index(rows[-1])
            selection.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(current)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if row.kind is RowKind.PHASE:
            at = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
            if at.x() < 26:
                self._fold(row)
                return
        places = sorted(found.row() for found in self.list.selectedIndexes())
        chosen = [self.model.rows[place].id for place in places] or [row.id]
        self._session.select(id for id in chosen if id)
        self._session.reveal((row.id,) if row.kind is not RowKind.PHASE else self._steps_of(row))

    def _activated(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if row.kind is RowKind.PHASE:
            self._fold(row)
        else:
            self._session.select((row.id,))
            self._session.reveal((row.id,))

    def _seek(self, text: str) -> None:
        """Filter by what is typed over the list."""
        self.sought.setVisible(True)
        self.sought.setText(self.sought.text() + text)
        self.sought.setFocus()

    def _go_to_first(self) -> None:
        """Select the first step that the filter has left."""
        for row in self.model.rows:
            if row.kind is not RowKind.PHASE:
                self._session.select((row.id,))
                self._session.reveal((row.id,))
                return

    def _move(self, row: int, before: int) -> None:
        """Put the columns of a row before those of another row."""
        rows = self.model.rows
        if not 0 <= row < len(rows) or before < 0:
            return
        moving = rows[row]
        columns = [column.id for column in self._session.document.columns]
        others = [column for column in columns if column not in moving.columns]
        next = rows[before].columns[0] if before < len(rows) else ""
        if next in moving.columns:
            return
        index = others.index(next) if next else len(others)
        document = self._session.document
        if moving.kind is RowKind.PHASE and moving.id:
            self._session.attempt(lambda: move_phase(document, moving.id, index))
        else:
            self._session.attempt(lambda: move_columns(document, moving.columns, index))

    def _nudge(self, row: int, by: int) -> None:
        """Move the columns of a row, or its phase, past the next ones."""
        moving = self.model.rows[row]
        whole = moving.kind is RowKind.PHASE and moving.id
        self._session.select((moving.id,) if whole else moving.columns)
        commands.nudge(self._session, by, 0)
        self._session.select((moving.id,))

    def _steps_of(self, row: OutlineRow) -> tuple[str, ...]:
        columns = set(row.columns)
        steps = self._session.document.steps.values()
        return tuple(step.id for step in steps if step.column in columns)

    def _fold(self, row: OutlineRow) -> None:
        self.model.folded ^= {row.id}
        self.refresh()

    def _toggle_filter(self) -> None:
        shown = not self.sought.isVisible()
        self.sought.setVisible(shown)
        if shown:
            self.sought.setFocus()
        else:
            self.sought.clear()
