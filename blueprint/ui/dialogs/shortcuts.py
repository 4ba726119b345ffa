"""The sheet of all shortcuts: what the actions have, and what the canvas understands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.ui.actions.catalogue import ACTIONS
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import say

CANVAS_KEYS: Final = (
    ("↑ ↓ ← →", message("Move the cursor by a cell")),
    ("Ctrl + ↑ ↓ ← →", message("Move to the next filled cell")),
    ("Home, End", message("First and last column")),
    ("Tab, Shift + Tab", message("Next and previous step in the lane; makes one at the end")),
    ("Enter", message("Step in the lane below; makes one if there is none")),
    ("Ctrl + Enter", message("A second step in the same cell")),
    ("Ctrl + Shift + Enter", message("The customer's next step, from any lane")),
    ("Ctrl + ↓", message("While typing: on to the step in the lane below")),
    ("↑ ↓ ← →", message("While nothing is typed yet: the new step goes to another cell")),
    ("Alt + F, W, M, X", message("While typing: fail point, wait, moment of truth, exchange")),
    ("@", message("At the end of a step's text: its owner, as in “Greet @Host”")),
    ("← , ↑", message("From the edge of the grid: onto the headers of lanes and columns")),
    ("A … Z", message("On a column's number: a phase that begins there")),
    ("Menu, Shift + F10", message("The menu of what is selected or focused")),
    ("Alt + Shift + ↑ ↓ ← →", message("Longer or shorter: cards, phases, lanes, columns")),
    ("A … Z", message("On an empty cell: a new step")),
    ("F2", message("Edit text")),
    ("Shift + Enter", message("While typing: a new line")),
    ("Esc", message("While typing: back to the old text")),
    ("Ctrl + L, A … Z", message("Connect with the card that shows the letter")),
    ("Alt + ↑ ↓ ← →", message("Move the selection by a cell")),
    ("Shift + ↑ ↓ ← →", message("Extend the selection")),
    ("Space", message("Tapped: select or not. Held: drag to pan")),
    ("Ctrl + wheel", message("Zoom at the pointer")),
)


class ShortcutSheet(QDialog):
    """Two columns: the keys of the canvas, and the shortcuts of the actions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say(self, window=message("Keyboard shortcuts"))
        self.resize(860, 620)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(24, 20, 24, 20)
        columns.setSpacing(32)
        actions = [
            (found.key or _native(found.shortcut), found.text)
            for found in ACTIONS
            if found.key or found.shortcut
        ]
        half = (len(actions) - len(CANVAS_KEYS)) // 2 + len(CANVAS_KEYS)
        split = max(0, half - len(CANVAS_KEYS))
        columns.addLayout(_column(message("On the canvas"), list(CANVAS_KEYS), actions[:split]))
        columns.addLayout(_column(message("Commands"), actions[split:], []))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        say(scroll, name=message("Keyboard shortcuts"))
        scroll.setWidget(content)
        row.addWidget(scroll)


def _column(
    title: Message, first: list[tuple[str, Message]], more: list[tuple[str, Message]]
) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(label(title, "heading"))
    column.addLayout(_rows(first))
    if more:
        column.addSpacing(12)
        column.addWidget(label(message("Commands"), "heading"))
        column.addLayout(_rows(more))
    column.addStretch(1)
    return column


def _rows(pairs: list[tuple[str, Message]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (keys, text) in enumerate(pairs):
        grid.addWidget(label(keys, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(tr(text), "muted", wrap=True), row, 1)
    return grid


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
