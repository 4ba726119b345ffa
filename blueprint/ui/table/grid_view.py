"""The table on screen, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from blueprint.i18n import message, tr
from blueprint.ui.session import Session
from blueprint.ui.sizing import as_texts_grow, px
from blueprint.ui.table.cell_editor import CellEditor
from blueprint.ui.table.columns import TABLE_COLUMNS, TableColumn
from blueprint.ui.table.rows import StepRows
from blueprint.ui.words import say

ROW_HEIGHT: Final = 28
_OWN: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
"""Keys that the table takes before the window does."""

HEADING_ROOM: Final = 34
"""What a heading needs beside its text: its edges and the sign for sorting."""


class Grid(QTableView):
    """Enter and Tab walk as in a spreadsheet; typing begins to edit; Delete empties cells."""

    copy_asked = Signal()
    cut_asked = Signal()
    paste_asked = Signal()
    clear_asked = Signal()
    add_asked = Signal()
    delete_asked = Signal()
    fill_down_asked = Signal()
    fill_asked = Signal(str)
    """With the text that all selected cells are to have."""

    def __init__(self, session: Session, rows: StepRows) -> None:
        super().__init__()
        self.setModel(rows)
        self._steps = rows
        self._editor = CellEditor(lambda: session.document, self)
        self._editor.walked.connect(self._walk)
        self._editor.filled.connect(self.fill_asked)
        self.setItemDelegate(self._editor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setObjectName("step_table")
        self.setCornerButtonEnabled(True)
        say(self, name=message("Step table"))
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        as_texts_grow(self, lambda: down.setDefaultSectionSize(px(ROW_HEIGHT)))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsMovable(True)
        across.setSectionsClickable(True)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for place, column in enumerate(TABLE_COLUMNS):
            self.setColumnWidth(place, self.width_of(column))
            self.setColumnHidden(place, not column.shown)

    def width_of(self, column: TableColumn) -> int:
        """The width that a column begins with: its own, or as much as its heading needs."""
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(tr(column.title))
        return max(px(column.width), heading + px(HEADING_ROOM))

    # --- cells -------------------------------------------------------------------------------

    @property
    def shown_places(self) -> list[int]:
        """The columns in sight, from the left, as places in TABLE_COLUMNS."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(at) for at in range(header.count()))
        return [place for place in places if not self.isColumnHidden(place)]

    def selected_cells(self) -> list[QModelIndex]:
        """The selected cells in sight, by row, then from the left; else the one of the cursor."""
        header = self.horizontalHeader()
        found = [cell for cell in self.selectedIndexes() if not self.isColumnHidden(cell.column())]
        if not found and self.currentIndex().isValid():
            found = [self.currentIndex()]
        return sorted(found, key=lambda cell: (cell.row(), header.visualIndex(cell.column())))

    def selected_ids(self) -> list[str]:
        """The steps of the selected cells, from the top."""
        rows: set[int] = set()
        selected = cast(Iterable[QItemSelectionRange], self.selectionModel().selection())
        for part in selected:
            rows.update(range(part.top(), part.bottom() + 1))
        if not rows and self.currentIndex().isValid():
            rows.add(self.currentIndex().row())
        return [self._steps.ids[row] for row in sorted(rows)]

    def select_rows(self, rows: list[int]) -> None:
        """Select whole rows; the cursor goes to the first and stays in its column."""
        chosen = QItemSelection()
        model = self._steps
        for first, last in _stretches(rows):
            chosen.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
        column = self.currentIndex().column()
        if column < 0 or self.isColumnHidden(column):
            column = self.shown_places[0] if self.shown_places else 0
        flags = QItemSelectionModel.SelectionFlag
        if rows:
            index = model.index(rows[0], column)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def edit_cell(self, row: int, place: int) -> None:
        """Put the cursor into a cell and begin to edit it."""
        self.go_to(row, place)
        self.edit(self._steps.index(row, place))

    def go_to(self, row: int, place: int) -> None:
        """Put the cursor into a cell and select that cell alone, whatever keys are held."""
        index = self._steps.index(row, place)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def select_cells(self, rows: list[int], places: list[int]) -> None:
        """Select the cells where these rows and columns meet; the cursor goes to the first."""
        chosen, model = QItemSelection(), self._steps
        for place in places:
            for first, last in _stretches(rows):
                chosen.select(model.index(first, place), model.index(last, place))
        flags = QItemSelectionModel.SelectionFlag
        if rows and places:
            first_cell = model.index(rows[0], places[0])
            self.selectionModel().setCurrentIndex(first_cell, flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect)
            self.scrollTo(first_cell)

    # --- keys --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._acts(event) and not self._walks(event):
            super().keyPressEvent(event)

    def _acts(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif key == Qt.Key.Key_Delete:
            (self.delete_asked if control else self.clear_asked).emit()
        elif key == Qt.Key.Key_Backspace:
            self.clear_asked.emit()
        elif _fills_down(event):
            self.fill_down_asked.emit()
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_asked.emit()
        else:
            return False
        return True

    def _walks(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().row() == len(self._steps.ids) - 1 and not back:
                self.add_asked.emit()
            else:
                self._walk(0, -1 if back else 1)
            return True
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes to the next cell; at the last one, on to what comes after the table."""
        return self._walk(1 if forwards else -1, 0) or super().focusNextPrevChild(forwards)

    def _walk(self, right: int, down: int) -> bool:
        current, places = self.currentIndex(), self.shown_places
        if not current.isValid() or current.column() not in places:
            return False
        at = places.index(current.column()) + right
        row = current.row() + down
        if right and not 0 <= at < len(places):
            row, at = row + right, at % len(places)
        if not 0 <= row < len(self._steps.ids):
            return False
        self.go_to(row, places[at])
        return True


def _is_own(event: QKeyEvent) -> bool:
    return _fills_down(event) or any(event.matches(key) for key in _OWN)


def _fills_down(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_D


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found
