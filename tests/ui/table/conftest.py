"""The shoeshine in a real window, its step table in front; every journey is undone whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from blueprint.storage.writing import dump
from blueprint.ui.main_window import MainWindow
from blueprint.ui.table.columns import PLACE_OF
from blueprint.ui.table.view import StepTable
from tests.ui.desk import Desk, desk

__all__ = ["desk"]
CASES = Path(__file__).parents[2] / "cases"


class Sheet:
    """The step table as its user sees it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.window: MainWindow = desk.window
        self.session = desk.window.session
        desk.window.actions_.run("view.table")
        desk.settle()
        shown = desk.window.views.currentWidget()
        assert isinstance(shown, StepTable)
        self.table = shown

    def go(self, label: str, column: str) -> None:
        """Put the cursor into the cell of a step."""
        grid, rows = self.table.grid, self.table.rows
        id = self.id(label)
        grid.setFocus()
        grid.go_to(rows.row_of(id), PLACE_OF[column])
        self.desk.settle()

    def text(self, label: str, column: str) -> str:
        rows = self.table.rows
        return str(rows.index(rows.row_of(self.id(label)), PLACE_OF[column]).data())

    def column(self, name: str) -> list[str]:
        """All texts of a column, from the top."""
        rows = self.table.rows
        return [str(rows.index(row, PLACE_OF[name]).data()) for row in range(rows.rowCount())]

    def id(self, label: str) -> str:
        steps = self.session.document.steps.values()
        return next(step.id for step in steps if step.label == label)

    def edit(self, label: str, column: str, text: str) -> None:
        """Type over a cell and press Enter."""
        self.go(label, column)
        self.desk.type(text)
        self.desk.press(Qt.Key.Key_Return)
        self.desk.settle()

    def extend(self, right: int = 0, down: int = 0) -> None:
        """Select further cells with Shift and the arrows."""
        shift = Qt.KeyboardModifier.ShiftModifier
        for _ in range(right):
            self.desk.press(Qt.Key.Key_Right, shift)
        for _ in range(down):
            self.desk.press(Qt.Key.Key_Down, shift)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        self.desk.press(key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.desk.settle()

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


@pytest.fixture
def sheet(desk: Desk) -> Iterator[Sheet]:
    desk.window.files.open_path(CASES / "shoeshine.csv")
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield Sheet(desk)
    while session.history.undo_label:
        session.undo()
        desk.settle()
    assert dump(session.document) == before
