"""The step table as a view of the window: what is shown of it, and what is done with its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.layout.geometry import Moved
from blueprint.model.change import Change
from blueprint.model.edits.steps import delete
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.table.adding import step_after
from blueprint.ui.table.arranging import Sieve, Sorting
from blueprint.ui.table.bar import TableBar
from blueprint.ui.table.cell_acts import CellActs
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.foot import TableFoot
from blueprint.ui.table.grid_view import Grid
from blueprint.ui.table.rows import StepRows
from blueprint.ui.table.shown_columns import ShownColumns
from blueprint.ui.widgets.toast import Toast
from blueprint.ui.words import WORDS


class StepTable(QWidget):
    """Every step a row. Selected rows are selected steps, here and on the canvas."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._session = session
        self.rows = StepRows(session)
        self.grid = Grid(session, self.rows)
        self.columns = ShownColumns(self.grid, settings)
        self.bar = TableBar(session, self.columns)
        self.foot = TableFoot(self.rows)
        self.acts = CellActs(session, self.grid, self.rows, self.foot)
        self.toast = Toast(self.grid)
        self._following = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.grid)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._refresh)
        self._listen()
        self._connect()
        self._timer.start()

    def _listen(self) -> None:
        session = self._session
        listen(self, session.document_changed, self._take)
        listen(self, session.document_replaced, self._replaced)
        listen(self, session.selection_changed, self._follow_canvas)
        listen(self, session.refused, self._tell_refusal)
        listen(self, WORDS.changed, self._reword)

    def _connect(self) -> None:
        grid = self.grid
        grid.copy_asked.connect(self.acts.copy)
        grid.cut_asked.connect(self.acts.cut)
        grid.paste_asked.connect(self.acts.paste)
        grid.clear_asked.connect(self.acts.clear)
        grid.fill_down_asked.connect(self.acts.fill_down)
        grid.fill_asked.connect(self.acts.fill)
        grid.add_asked.connect(self.add)
        grid.delete_asked.connect(self.delete_rows)
        grid.selectionModel().selectionChanged.connect(self._follow_rows)
        grid.horizontalHeader().sectionClicked.connect(self.sort_by)
        grid.horizontalHeader().customContextMenuRequested.connect(self._column_menu)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._cell_menu)
        self.bar.add_asked.connect(self.add)
        self.bar.delete_asked.connect(self.delete_rows)
        self.bar.sieve_changed.connect(self._sift)
        self.bar.left.connect(grid.setFocus)
        self.foot.draft_asked.connect(self.go_to_draft)

    # --- acts --------------------------------------------------------------------------------

    def add(self) -> None:
        """A new row after the current one, its label being edited."""
        chosen = self.grid.selected_ids()
        before = chosen[-1] if chosen else (self.rows.ids[-1] if self.rows.ids else "")
        session = self._session
        made = session.attempt(lambda: step_after(session.document, before))
        if made:
            session.select((made,))
            self.grid.setFocus()
            self.columns.show("label", True)
            self.grid.edit_cell(self.rows.row_of(made), PLACE_OF["label"])

    def delete_rows(self) -> None:
        """Delete the steps of the selected cells."""
        ids = self.grid.selected_ids()
        if not ids:
            return
        row = self.rows.row_of(ids[0])
        session = self._session
        session.attempt(lambda: delete(session.document, ids))
        if self.rows.ids:
            self.grid.select_rows([min(row, len(self.rows.ids) - 1)])

    def sort_by(self, place: int) -> None:
        """Sort by a column; again: the other way round; once more: reading order."""
        now, column = self.rows.sorting, TABLE_COLUMNS[place]
        if now.column is not column:
            self._arrange(self.rows.sieve, Sorting(column))
        elif not now.descending:
            self._arrange(self.rows.sieve, Sorting(column, descending=True))
        else:
            self._arrange(self.rows.sieve, Sorting())

    def fill_menu(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the selected cells and their column."""
        index = self.grid.currentIndex()
        for text, run in (
            (message("Copy"), self.acts.copy),
            (message("Paste"), self.acts.paste),
            (message("Fill down"), self.acts.fill_down),
            (message("Empty"), self.acts.clear),
        ):
            menu.addAction(tr(text), run)
        menu.addSeparator()
        menu.addAction(tr(message("Add row")), self.add)
        menu.addAction(tr(message("Delete rows")), self.delete_rows)
        if index.isValid():
            menu.addSeparator()
            self._fill_column_menu(menu, index.column())

    def _fill_column_menu(self, menu: QMenu, place: int) -> None:
        column = TABLE_COLUMNS[place]
        for text, sorting in (
            (message("Sort by “{column}”", column=column.title), Sorting(column)),
            (message("Sort downwards by “{column}”", column=column.title), Sorting(column, True)),
            (message("In reading order"), Sorting()),
        ):
            menu.addAction(tr(text), partial(self._arrange, self.rows.sieve, sorting))
        menu.addAction(
            tr(message("Hide “{column}”", column=column.title)),
            lambda: self.columns.show(column.name, False),
        )

    def show_gap(self, gap: str) -> None:
        """Show the steps with a gap, with the cursor where the first is to be filled."""
        self.columns.show(gap, True)
        self.bar.show_sieve(Sieve(gap=gap))
        self.grid.setFocus()
        if self.rows.ids:
            self.grid.go_to(0, PLACE_OF[gap])

    def go_to_draft(self) -> None:
        """Put the cursor into the next cell whose text could not be taken."""
        cells = [
            (row, place)
            for id, place in self.rows.drafts.cells()
            if (row := self.rows.row_of(id)) >= 0
        ]
        current = self.grid.currentIndex()
        later = [cell for cell in sorted(cells) if cell > (current.row(), current.column())]
        if cells:
            row, place = (later or sorted(cells))[0]
            self.columns.show(TABLE_COLUMNS[place].name, True)
            self.grid.setFocus()
            self.grid.go_to(row, place)

    def regions(self) -> list[QWidget]:
        """What F6 walks through, in order."""
        return [self.bar, self.grid, self.foot]

    # --- inside ------------------------------------------------------------------------------

    def _take(self, change: Change, moved: Moved) -> None:
        self.rows.take(change)
        self._timer.start()

    def _replaced(self) -> None:
        self.rows.replace_document()
        self.bar.show_all()
        self._timer.start()

    def _reword(self) -> None:
        self.rows.show_rows(self.rows.sieve, self.rows.sorting)
        self.grid.horizontalHeader().viewport().update()
        self.grid.viewport().update()
        self._refresh()

    def _refresh(self) -> None:
        self.bar.refresh(bool(self.grid.selected_ids()))
        self.foot.refresh(len(self._session.document.steps))

    def _sift(self, sieve: Sieve) -> None:
        self._arrange(sieve, self.rows.sorting)

    def _arrange(self, sieve: Sieve, sorting: Sorting) -> None:
        self._following = True
        self.rows.show_rows(sieve, sorting)
        self._following = False
        self.columns.show_sorting(sorting)
        self._follow_canvas()
        self._timer.start()

    def _follow_canvas(self) -> None:
        """Select the rows of the selected steps, unless they are selected already."""
        if self._following or not self.isVisible():
            return
        rows = [row for id in self._session.selected_steps if (row := self.rows.row_of(id)) >= 0]
        if {self.rows.ids[row] for row in rows} != set(self.grid.selected_ids()):
            self._following = True
            self.grid.select_rows(rows)
            self._following = False

    def _follow_rows(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._timer.start()
        if self._following:
            return
        self._following = True
        self._session.select(self.grid.selected_ids())
        self._following = False

    def _tell_refusal(self, reason: Message) -> None:
        if self.isVisible():
            self.toast.tell(reason)

    def _cell_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.grid.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        place = self.grid.horizontalHeader().logicalIndexAt(at)
        if place >= 0:
            self._fill_column_menu(menu, place)
        self.columns.fill(menu.addMenu(tr(message("Columns"))))
        menu.exec(self.grid.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_canvas()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.grid.setFocus()
