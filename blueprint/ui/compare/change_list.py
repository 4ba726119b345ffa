"""The list of differences: a tag, the step's name, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from blueprint.drawing.differences import DIFFERENCE_TITLES, difference_colour
from blueprint.i18n import message, tr
from blueprint.model.comparison.telling import Told
from blueprint.ui.sizing import px
from blueprint.ui.theming import LOOK
from blueprint.ui.words import say

ROW: Final = 44
LEFT: Final = 16
TEXT_LEFT: Final = 92
_TOLD: Final = Qt.ItemDataRole.UserRole


class ChangeList(QListWidget):
    """Emits `chosen` with the Told that the user has come to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        say(self, name=message("Changes"))
        self._delegate = _Rows(self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._come_to)

    def show_differences(self, differences: Sequence[Told]) -> None:
        """List these; the row that the user stood on stays current if it is still there."""
        kept = self.current
        self.blockSignals(True)
        self.clear()
        for found in differences:
            item = QListWidgetItem(self)
            item.setData(_TOLD, found)
            spoken = (tr(DIFFERENCE_TITLES[found.difference]), found.title, tr(found.detail))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
            if kept is not None and _ids(kept) == _ids(found):
                self.setCurrentItem(item)
        self.blockSignals(False)

    @property
    def current(self) -> Told | None:
        item = self.currentItem()
        found = item.data(_TOLD) if item is not None else None
        return found if isinstance(found, Told) else None

    def go(self, by: int) -> None:
        """The next difference, or with −1 the previous one; round at the ends."""
        if self.count():
            at = self.currentRow()
            self.setCurrentRow((at + by) % self.count() if at >= 0 else (0 if by > 0 else -1))

    def go_to_step(self, id: str) -> None:
        """The difference of a step of either version."""
        for row in range(self.count()):
            if id in _ids(self.item(row).data(_TOLD)):
                self.setCurrentRow(row)

    def _come_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.scrollToItem(item)
            self.chosen.emit(item.data(_TOLD))


def _ids(told: Told) -> tuple[str, ...]:
    return tuple(step.id for step in (told.pair.old, told.pair.new) if step is not None)


class _Rows(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        told = index.data(_TOLD)
        if not isinstance(told, Told):
            return
        colours = LOOK.colours
        box = QRectF(option.rect)
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.accent_soft))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        _tag(painter, told, box)
        font = QFont(option.font)
        font.setPixelSize(px(12))
        font.setBold(True)
        painter.setPen(QColor(colours.ink))
        _line(painter, font, told.title, box.adjusted(TEXT_LEFT, 6, -12, 0))
        font.setBold(False)
        painter.setPen(QColor(colours.ink2))
        _line(painter, font, tr(told.detail), box.adjusted(TEXT_LEFT, 23, -12, 0))
        painter.restore()


def _tag(painter: QPainter, told: Told, box: QRectF) -> None:
    font = QFont(painter.font())
    font.setPixelSize(px(11))
    font.setBold(True)
    words = tr(DIFFERENCE_TITLES[told.difference])
    tag = QRectF(LEFT, box.y() + 8, QFontMetrics(font).horizontalAdvance(words) + 14, 18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(difference_colour(told.difference, LOOK.theme)))
    painter.drawRoundedRect(tag, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(LOOK.theme.on_error))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def _line(painter: QPainter, font: QFont, text: str, box: QRectF) -> None:
    """One line of text at the top of a box, cut where it ends."""
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, int(box.width())
    )
    place = QRectF(box.x(), box.y(), box.width(), 16)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
