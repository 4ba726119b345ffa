"""The steps as a table model: it follows every change and tells only what the change names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from blueprint.i18n import Message, tr
from blueprint.model.change import Change
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Resource, Step
from blueprint.ui.fields.field import InputError, changed
from blueprint.ui.session import Session
from blueprint.ui.table.arranging import Sieve, Sorting, arranged
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.drafts import Draft, Drafts
from blueprint.ui.table.reading import Reading
from blueprint.ui.theming import LOOK
from blueprint.ui.words import plain

Index = QModelIndex | QPersistentModelIndex
FEW: Final = 100
"""Rows up to which each is told of by itself; beyond, the table is told at once."""
_LAST: Final = len(TABLE_COLUMNS) - 1


class StepRows(QAbstractTableModel):
    """A row a step. What cannot be taken stays in its cell, marked, as a draft."""

    drafts_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.drafts = Drafts()
        self.sieve = Sieve()
        self.sorting = Sorting()
        self._reading = Reading(session.document)
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._keep(self._arranged())

    @property
    def reading(self) -> Reading:
        return self._reading

    @property
    def ids(self) -> Sequence[str]:
        """The steps in sight, from the top."""
        return self._ids

    def row_of(self, id: str) -> int:
        """The row of a step; −1 if it is not in sight."""
        return self._rows.get(id, -1)

    # --- what Qt asks ------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(TABLE_COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and TABLE_COLUMNS[index.column()].name != "id":
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return tr(TABLE_COLUMNS[section].title)
        return str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id, place = self._ids[index.row()], index.column()
        draft = self.drafts.get(id, place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return draft.text if draft else TABLE_COLUMNS[place].read(self._reading, id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(id, place, draft)
        if draft is None:
            return None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return tr(draft.reason)
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(LOOK.colours.error_soft)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(LOOK.colours.error)
        return None

    def _tip(self, id: str, place: int, draft: Draft | None) -> str:
        if draft:
            return plain(tr(draft.reason))
        return plain(TABLE_COLUMNS[place].read(self._reading, id))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed as one step of the history, or keep it as a draft."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        id, place, text = self._ids[index.row()], index.column(), str(value)
        column = TABLE_COLUMNS[place]
        reason: Message | None = None
        if text != column.read(self._reading, id):
            try:
                change = changed(column.field, self._session.document, (id,), text)
                self._session.push(change)
            except InputError as problem:
                reason = problem.reason
        self.keep_draft(id, place, text, reason)
        if reason:
            self._session.refuse(reason)
        return True

    # --- drafts ------------------------------------------------------------------------------

    def keep_draft(self, id: str, place: int, text: str, reason: Message | None) -> None:
        """Keep what a cell cannot take, with the reason; without a reason forget it."""
        if self.drafts.put(id, place, text, reason):
            self._cells_changed([id], place, place)
            self.drafts_changed.emit()

    def forget_drafts(self) -> None:
        """Show what the document says again."""
        for id, place in self.drafts.forget_all():
            self._cells_changed([id], place, place)
        self.drafts_changed.emit()

    # --- following the document --------------------------------------------------------------

    def replace_document(self) -> None:
        """Another document is open."""
        self.beginResetModel()
        self.drafts.forget_all()
        self.sieve = Sieve()
        self._reading = Reading(self._session.document)
        self._keep(self._arranged())
        self.endResetModel()
        self.drafts_changed.emit()

    def show_rows(self, sieve: Sieve, sorting: Sorting) -> None:
        """Show other rows, or in another order."""
        self.sieve, self.sorting = sieve, sorting
        found = self._arranged()
        if sorted(found) == sorted(self._ids):
            self._reorder(found)
        else:
            self.beginResetModel()
            self._keep(found)
            self.endResetModel()

    def take(self, change: Change) -> None:
        """Follow a change that the document has taken up."""
        self._reading.take(change)
        steps = [pair for pair in change.entries.values() if isinstance(pair[0] or pair[1], Step)]
        gone = [before.id for before, after in steps if before and after is None]
        new = [after.id for before, after in steps if after and before is None]
        if self.drafts.forget_steps(gone):
            self.drafts_changed.emit()
        self._remove(gone)
        self._insert(new)
        if self.sorting.column is None and _moves(change):
            self._reorder(sorted(self._ids, key=self._reading.place))
        self._tell(change, [before.id for before, after in steps if before and after])

    def _tell(self, change: Change, steps: list[str]) -> None:
        """Name the cells that read otherwise after `change`."""
        if steps:
            self._cells_changed(steps, 0, _LAST)
        kinds = {type(before or after) for before, after in change.entries.values()}
        for kind, names in _DERIVED.items():
            if kind in kinds:
                for name in names:
                    self._column_changed(name)
        if kinds & {Flow, Step}:
            self._cells_changed(self._leading_to(change), PLACE_OF["next"], PLACE_OF["next"])

    def _leading_to(self, change: Change) -> list[str]:
        """The steps whose flows, or whose targets' names, `change` alters."""
        found: list[str] = []
        for pair in change.entries.values():
            for entity in pair:
                if isinstance(entity, Flow):
                    found.append(entity.source)
                elif isinstance(entity, Step):
                    found += [flow.source for flow in self._session.document.incoming(entity.id)]
        return list(dict.fromkeys(found))

    # --- inside ------------------------------------------------------------------------------

    def _arranged(self) -> list[str]:
        steps = self._reading.document.steps
        return arranged(self._reading, steps, self.sieve, self.sorting)

    def _keep(self, ids: list[str]) -> None:
        self._ids = ids
        self._rows = {id: row for row, id in enumerate(ids)}

    def _remove(self, gone: Iterable[str]) -> None:
        rows = sorted((self._rows[id] for id in gone if id in self._rows), reverse=True)
        if len(rows) > FEW:
            lost = set(rows)
            self.beginResetModel()
            self._keep([id for row, id in enumerate(self._ids) if row not in lost])
            self.endResetModel()
            return
        for row in rows:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._keep([*self._ids[:row], *self._ids[row + 1 :]])
            self.endRemoveRows()

    def _insert(self, new: list[str]) -> None:
        """What is new is shown, whatever is filtered; in another order than of reading, last."""
        if len(new) > FEW:
            self.beginResetModel()
            self._keep([*self._ids, *new])
            if self.sorting.column is None:
                self._keep(sorted(self._ids, key=self._reading.place))
            self.endResetModel()
            return
        for id in sorted(new, key=self._reading.place):
            row = len(self._ids)
            if self.sorting.column is None:
                row = bisect_left(self._ids, self._reading.place(id), key=self._reading.place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._keep([*self._ids[:row], id, *self._ids[row:]])
            self.endInsertRows()

    def _reorder(self, ids: list[str]) -> None:
        """The same rows in another order; whatever points at a row goes with it."""
        if ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        kept = [(self._ids[index.row()], index.column()) for index in held]
        self._keep(ids)
        self.changePersistentIndexList(
            held, [self.index(self._rows[id], column) for id, column in kept]
        )
        self.layoutChanged.emit()

    def _cells_changed(self, ids: Iterable[str], first: int, last: int) -> None:
        rows = sorted(self._rows[id] for id in ids if id in self._rows)
        if len(rows) > FEW:
            self.dataChanged.emit(self.index(rows[0], first), self.index(rows[-1], last))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, first), self.index(row, last))

    def _column_changed(self, name: str) -> None:
        if self._ids:
            place = PLACE_OF[name]
            self.dataChanged.emit(self.index(0, place), self.index(len(self._ids) - 1, place))


_DERIVED: Final[dict[type, tuple[str, ...]]] = {
    Lane: ("lane",),
    Phase: ("phase",),
    Column: ("column", "phase"),
    Resource: ("resource", "servers", "cost_per_hour"),
}
"""The columns that say something of other things than steps."""


def _moves(change: Change) -> bool:
    """Whether a change may alter the reading order of steps that stay."""
    return any(
        _place(before) != _place(after)
        for before, after in change.entries.values()
        if before is not None and after is not None
    )


def _place(entity: AnyEntity) -> tuple[str, ...]:
    match entity:
        case Step():
            return entity.lane, entity.column, entity.order
        case Lane() | Column():
            return (entity.order,)
    return ()
