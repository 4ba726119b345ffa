"""The outline's list: its model and how a row is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blueprint.i18n import message, tr
from blueprint.ui.badges import badge_pixmap
from blueprint.ui.icons import pixmap
from blueprint.ui.panels.outline_rows import OutlineRow, RowKind
from blueprint.ui.panels.swatch import swatch
from blueprint.ui.sizing import finest, px
from blueprint.ui.theming import LOOK
from blueprint.ui.words import plain

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 26
INDENT: Final = 14
ROW: Final = Qt.ItemDataRole.UserRole


class OutlineModel(QAbstractListModel):
    """Rows of the outline; `marks` are the gravest severities by step."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OutlineRow] = []
        self.marks: dict[str, str] = {}
        self.folded: set[str] = set()

    def show_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Replace the rows; rows that stay in place are only repainted."""
        old = [row.id for row in self.rows]
        if old == [row.id for row in rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def renew(self, rows: Iterable[OutlineRow]) -> None:
        """Show rows that are in the list already, and look different now."""
        places = {row.id: place for place, row in enumerate(self.rows)}
        for row in rows:
            place = places.get(row.id)
            if place is not None:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self.text(row))
        return None

    @staticmethod
    def text(row: OutlineRow) -> str:
        """What the row is called; a step without a label is called so."""
        if row.kind is RowKind.PHASE:
            return row.text or tr(message("Without phase"))
        return row.text or tr(message("Untitled"))


class OutlinePainter(QStyledItemDelegate):
    """Phase: arrow, bold title, count. Step: sign of its lane, label, badges."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: OutlineRow = index.data(ROW)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = LOOK.colours
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        if row.kind is RowKind.PHASE:
            self._paint_phase(painter, area, row)
        else:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_step(painter, area, row, selected)
        painter.restore()

    def _paint_phase(self, painter: QPainter, area: QRect, row: OutlineRow) -> None:
        colours = LOOK.colours
        arrow = "right" if row.id in self._model.folded else "down"
        middle = area.center().y() + 1
        painter.drawPixmap(area.left() + 11, middle - 6, pixmap(arrow, colours.ink2, 12, finest()))
        font = QFont(painter.font())
        font.setPixelSize(px(12))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        count = str(row.count)
        room = area.adjusted(29, 0, -12 - painter.fontMetrics().horizontalAdvance(count) - 6, 0)
        _draw(painter, room, self._model.text(row))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink2))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -12, 0), flags, count)

    def _paint_step(self, painter: QPainter, area: QRect, row: OutlineRow, selected: bool) -> None:
        look = LOOK.theme
        left = area.left() + 29 + (INDENT if row.kind is RowKind.SERVING else 0)
        middle = area.center().y() + 1
        if row.role:
            painter.drawPixmap(left, middle - 5, swatch(row.role, look.name, finest()))
        right = area.right() - 11
        mark = self._model.marks.get(row.id)
        for name in (*row.badges, *((mark,) if mark else ())):
            right -= 16
            painter.drawPixmap(right, middle - 8, badge_pixmap(name, 16, look.name, finest()))
        font = QFont(painter.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        painter.setPen(QColor(look.window.ink if selected else look.window.ink2))
        room = QRect(left + 16, area.top(), right - left - 20, area.height())
        _draw(painter, room, self._model.text(row))


def _draw(painter: QPainter, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown)
