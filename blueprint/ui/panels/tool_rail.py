"""The bar at the left: the tools of the canvas."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from blueprint.ui.actions.catalogue import LINE, action
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.widgets.labels import rule
from blueprint.ui.words import say

_TOP: Final = (
    "tool.select",
    "tool.hand",
    LINE,
    "tool.step",
    "tool.evidence",
    "tool.decision",
    "tool.connector",
    LINE,
    "tool.fail",
    "tool.wait",
    "tool.star",
    "field.duration",
    "field.cost",
    LINE,
    "column_after",
    "phase",
)
_FOOT: Final = ("shortcuts",)


class ToolRail(QFrame):
    """44 wide, 32 a tool."""

    def __init__(self, actions: QtActions) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(44)
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
        made = QToolButton()
        made.setFixedSize(32, 32)
        made.setIconSize(QSize(20, 20) if action(id).badge else QSize(17, 17))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setDefaultAction(self._actions[id])
        say(made, name=action(id).text)
        column.addWidget(made, alignment=middle)
