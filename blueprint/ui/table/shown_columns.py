"""Which columns the step table shows, how wide and in which order: kept from start to start."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from blueprint.i18n import message, tr
from blueprint.ui.settings import Settings
from blueprint.ui.table.arranging import Sorting
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.grid_view import Grid

_SETTING: Final = "table_columns"
_WIDEST: Final = 2_000


class ShownColumns:
    """The columns of a grid as the user has chosen them. One column at least stays."""

    def __init__(self, grid: Grid, settings: Settings) -> None:
        self._grid = grid
        self._settings = settings
        self._header: QHeaderView = grid.horizontalHeader()
        self._restore()
        self._header.sectionResized.connect(lambda _place, _old, _new: self._keep())
        self._header.sectionMoved.connect(lambda _place, _old, _new: self._keep())

    def show(self, name: str, shown: bool) -> None:
        """Show or hide a column."""
        place = PLACE_OF[name]
        if not shown and self._grid.shown_places == [place]:
            return
        self._grid.setColumnHidden(place, not shown)
        if shown and self._grid.columnWidth(place) == 0:
            self._grid.setColumnWidth(place, self._grid.width_of(TABLE_COLUMNS[place]))
        self._keep()

    def show_sorting(self, sorting: Sorting) -> None:
        """Mark the column that rows are sorted by."""
        self._header.setSortIndicatorShown(sorting.column is not None)
        if sorting.column is not None:
            order = Qt.SortOrder
            self._header.setSortIndicator(
                PLACE_OF[sorting.column.name],
                order.DescendingOrder if sorting.descending else order.AscendingOrder,
            )

    def reset(self) -> None:
        """The columns, widths and order that the table begins with."""
        for place, column in enumerate(TABLE_COLUMNS):
            self._header.moveSection(self._header.visualIndex(place), place)
            self._grid.setColumnHidden(place, not column.shown)
            self._grid.setColumnWidth(place, self._grid.width_of(column))
        self._keep()

    def show_every(self) -> None:
        """Show all columns."""
        for column in TABLE_COLUMNS:
            self.show(column.name, True)

    def fill(self, menu: QMenu) -> None:
        """Put a tick for each column into a menu."""
        for place, column in enumerate(TABLE_COLUMNS):
            act = menu.addAction(tr(column.title))
            act.setCheckable(True)
            act.setChecked(not self._grid.isColumnHidden(place))
            act.triggered.connect(lambda on, name=column.name: self.show(name, on))
        menu.addSeparator()
        menu.addAction(tr(message("Show all columns")), self.show_every)
        menu.addAction(tr(message("As at first")), self.reset)

    def _keep(self) -> None:
        header = self._header
        order = [TABLE_COLUMNS[header.logicalIndex(at)].name for at in range(header.count())]
        kept = [
            [name, 0 if header.isSectionHidden(place) else 1, header.sectionSize(place)]
            for name in order
            if (place := PLACE_OF[name]) >= 0
        ]
        self._settings.set_text(_SETTING, json.dumps(kept))

    def _restore(self) -> None:
        """What is kept of columns that there are; anything unreadable counts as not kept."""
        try:
            kept = json.loads(self._settings.text(_SETTING, "[]"))
            found = [(PLACE_OF[name], bool(on), int(width)) for name, on, width in kept]
        except (ValueError, TypeError, KeyError):
            return
        for at, (place, shown, width) in enumerate(found):
            self._header.moveSection(self._header.visualIndex(place), at)
            self._grid.setColumnHidden(place, not shown)
            if 0 < width < _WIDEST:
                self._grid.setColumnWidth(place, width)
        if not self._grid.shown_places:
            self.reset()
