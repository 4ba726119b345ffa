"""The bar at the left: the tools of the canvas."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QToolButton, QVBoxLayout

from blueprint.ui.actions.catalogue import LINE, action
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.canvas.dropping import TOOL_MIME
from blueprint.ui.sizing import fix, size_icon
from blueprint.ui.widgets.labels import rule
from blueprint.ui.words import say

_TOP: Final = (
    "tool.select",
    "tool.hand",
    LINE,
    "tool.step",
    "tool.evidence",
    "tool.decision",
    "tool.note",
    "tool.connector",
    LINE,
    "tool.fail",
    "tool.wait",
    "tool.star",
    "tool.duration",
    "tool.cost",
    LINE,
    "column_after",
    "phase",
)
_DRAGGED: Final = (
    "tool.step",
    "tool.evidence",
    "tool.decision",
    "tool.note",
    "tool.fail",
    "tool.wait",
    "tool.star",
    "tool.duration",
    "tool.cost",
)
"""Tools that can also be dragged onto a card or a cell."""
_FOOT: Final = ("shortcuts",)


class _RailButton(QToolButton):
    """A button; with a `tool` it can be dragged onto the canvas too."""

    def __init__(self, tool: str) -> None:
        super().__init__()
        self._tool = tool
        self._pressed = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._tool and self.isEnabled() and far >= QApplication.startDragDistance():
            self.setDown(False)
            drag = QDrag(self)
            content = QMimeData()
            content.setData(TOOL_MIME, self._tool.encode("utf-8"))
            drag.setMimeData(content)
            drag.setPixmap(self.icon().pixmap(self.iconSize()))
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)


class ToolRail(QFrame):
    """44 wide, 32 a tool."""

    def __init__(self, actions: QtActions) -> None:
        super().__init__()
        self.setObjectName("rail")
        fix(self, width=44)
        self._actions = actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for id in _TOP:
            self._add(column, id)
        column.addStretch(1)
        for id in _FOOT:
            self._add(column, id)

    def _add(self, column: QVBoxLayout, id: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        if id == LINE:
            column.addSpacing(4)
            column.addWidget(rule(), alignment=middle)
            column.addSpacing(4)
            return
        made = _RailButton(id.removeprefix("tool.") if id in _DRAGGED else "")
        fix(made, width=32, height=32)
        size_icon(made, 20 if action(id).badge else 17)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setDefaultAction(self._actions[id])
        say(made, name=action(id).text)
        column.addWidget(made, alignment=middle)
