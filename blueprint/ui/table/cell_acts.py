"""What is done with the selected cells: copied, pasted over, emptied, filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QGuiApplication

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.ui.session import Session
from blueprint.ui.table import tsv
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.foot import TableFoot
from blueprint.ui.table.grid_view import Grid
from blueprint.ui.table.html_cells import read_html, written_html
from blueprint.ui.table.pasting import Pasted, paste, with_header
from blueprint.ui.table.rows import StepRows

_NEVER_EMPTY: Final = ("id", "lane", "column", "kind")


class CellActs:
    """Each act is one step of the history, whatever number of cells it concerns."""

    def __init__(self, session: Session, grid: Grid, rows: StepRows, foot: TableFoot) -> None:
        self._session = session
        self._grid = grid
        self._rows = rows
        self._foot = foot

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet does."""
        cells = self._grid.selected_cells()
        rows: dict[int, list[str]] = {}
        for cell in cells:
            rows.setdefault(cell.row(), []).append(str(cell.data()))
        if not rows:
            return
        block = list(rows.values())
        content = QMimeData()
        content.setText(tsv.written(block))
        content.setHtml(written_html(block))
        QGuiApplication.clipboard().setMimeData(content)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empty the selected cells, but for those that cannot be empty."""
        cells = self._grid.selected_cells()
        can = [cell for cell in cells if TABLE_COLUMNS[cell.column()].name not in _NEVER_EMPTY]
        if cells and not can:
            self._session.refuse(message("A step cannot be without its lane, column and kind."))
        label = message("Empty cell", "Empty {count} cells", count=len(can))
        self._give(label, [(cell, "") for cell in can])

    def fill(self, text: str) -> None:
        """Give all selected cells the same text."""
        cells = self._grid.selected_cells()
        self._give(_fill_label(len(cells)), [(cell, text) for cell in cells])

    def fill_down(self) -> None:
        """Give the selected cells of each column the text of the topmost of them."""
        cells = self._grid.selected_cells()
        tops: dict[int, str] = {}
        below: list[tuple[QModelIndex, str]] = []
        for cell in cells:
            if cell.column() in tops:
                below.append((cell, tops[cell.column()]))
            else:
                tops[cell.column()] = str(cell.data())
        if not below:
            self._session.refuse(message("Select the cells to be filled, the full one on top."))
            return
        self._give(_fill_label(len(below)), below)

    def paste(self) -> None:
        """Put a block of cells over the selected ones; rows beyond the last become steps."""
        block = _on_clipboard()
        if not block:
            self._session.refuse(message("The clipboard holds no cells and no text."))
            return
        cells = self._grid.selected_cells()
        if len(block) == len(block[0]) == 1 and len(cells) > 1:
            self.fill(block[0][0])
            return
        shown = self._grid.shown_places
        first = cells[0].row() if cells else len(self._rows.ids)
        left = shown.index(cells[0].column()) if cells else _beginning(shown)
        rows, places = with_header(block, shown[left:])
        if len(rows) < len(block):
            first = len(self._rows.ids)
        ids = self._rows.ids[first : first + len(rows)]
        places = places[: max(map(len, rows))]
        self._take(paste(self._session.document, rows, ids, places), first, places)

    def _give(self, label: Message, texts: Sequence[tuple[QModelIndex, str]]) -> None:
        if not texts:
            return
        given = {(cell.row(), cell.column()): text for cell, text in texts}
        rows = sorted({row for row, _ in given})
        places = sorted({place for _, place in given})
        block = [
            [given.get((row, place), self._text(row, place)) for place in places] for row in rows
        ]
        ids = [self._rows.ids[row] for row in rows]
        done = paste(self._session.document, block, ids, places)
        if self._session.push(Change(label, done.change.entries)):
            self._keep_refused(done)

    def _take(self, done: Pasted, first: int, places: Sequence[int]) -> None:
        if not self._session.push(done.change):
            return
        self._keep_refused(done)
        made = [row for id in done.ids if (row := self._rows.row_of(id)) >= 0]
        filled = [place for place in places if place in self._grid.shown_places]
        self._grid.select_cells(made, filled)
        self._foot.tell_refused(done.refused, first)

    def _keep_refused(self, done: Pasted) -> None:
        for refused in done.refused:
            if refused.id:
                self._rows.keep_draft(refused.id, refused.place, refused.text, refused.reason)

    def _text(self, row: int, place: int) -> str:
        return TABLE_COLUMNS[place].read(self._rows.reading, self._rows.ids[row])


def _on_clipboard() -> list[list[str]]:
    """The cells on the clipboard: of a plain text with tabs, else of a table in HTML."""
    content = QGuiApplication.clipboard().mimeData()
    text = content.text() if content and content.hasText() else ""
    if "\t" not in text and content and content.hasHtml():
        found = read_html(content.html())
        if found:
            return found
    return tsv.read(text)


def _beginning(shown: list[int]) -> int:
    """Where a paste begins while no cell is chosen: at the label."""
    return shown.index(PLACE_OF["label"]) if PLACE_OF["label"] in shown else 0


def _fill_label(count: int) -> Message:
    return message("Fill cell", "Fill {count} cells", count=count)
