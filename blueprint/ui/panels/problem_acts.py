"""The buttons in a row of problems, painted rather than made: there may be thousands of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from blueprint.ui.sizing import px
from blueprint.ui.theming import LOOK

HEIGHT: Final = 22
GAP: Final = 4
_PADDING: Final = 9
_MOST: Final = 210
"""Pixels that one button may be wide."""


class Act(NamedTuple):
    """A button: what it is called for, what it says, whether it stands out."""

    id: str
    text: str
    strong: bool


ActsOf = Callable[[int], Sequence[Act]]
Done = Callable[[int, str], None]


class RowDelegate(QStyledItemDelegate):
    """Ends each row in a line and sets an icon that stands alone in the middle."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignCenter

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.setPen(QColor(LOOK.colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class ActsDelegate(RowDelegate):
    """Paints the buttons of a row at its right end; `done(row, id)` when one is clicked."""

    def __init__(self, acts: ActsOf, done: Done, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self._done = done

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        colours = LOOK.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for act, box in self._boxes(option, index.row()):
            shade = QColor(colours.accent if act.strong else colours.ink)
            edge = QColor(colours.accent if act.strong else colours.line2)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(QColor(colours.panel))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 5, 5)
            painter.setPen(shade)
            metrics = QFontMetrics(painter.font())
            room = box.width() - 2 * _PADDING + 2
            text = metrics.elidedText(act.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not released or not isinstance(event, QMouseEvent):
            return False
        for act, box in self._boxes(option, index.row()):
            if box.contains(event.position().toPoint()):
                self._done(index.row(), act.id)
                return True
        return False

    def width(self, row: int, metrics: QFontMetrics) -> int:
        """What the buttons of a row need, in pixels."""
        return sum(_width(act, metrics) + GAP for act in self._acts(row)) + 16

    def _boxes(self, option: QStyleOptionViewItem, row: int) -> Iterator[tuple[Act, QRect]]:
        area: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        right = area.right() - 11
        for act in reversed(self._acts(row)):
            width = _width(act, metrics)
            height = px(HEIGHT)
            yield act, QRect(right - width, area.center().y() - height // 2 + 1, width, height)
            right -= width + GAP


def _width(act: Act, metrics: QFontMetrics) -> int:
    return min(px(_MOST), metrics.horizontalAdvance(act.text) + 2 * _PADDING)
