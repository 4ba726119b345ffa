"""Hands at a whole window: keys go to whatever has the focus, menus are worked by keys too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.canvas.hands import CTRL, NONE, Hands, Key
from tests.ui.desk import Desk, key_in

MOST_ENTRIES = 60
"""Of a menu; more steps down are a search that never ends."""
MOST_ACTS = 60
"""Of a journey; more are keys that nobody hears."""


class AtWindow(Hands):
    """Works the window of a desk; `file` is what it has open."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self.desk, self.file = desk, file
        self.window = desk.window
        self.window.files.open_path(file)
        self.session = self.window.session
        self.canvas = self.window.canvas
        self.refusals: list[str] = []
        self.announced: list[str] = []
        self.session.refused.connect(lambda reason: self.refusals.append(str(reason)))
        self.session.announced.connect(lambda words: self.announced.append(str(words)))
        self.settle()

    @property
    def focus(self) -> QWidget:
        return self.desk.focus

    def type(self, text: str) -> None:
        for character in text:
            key_in(self.focus, character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifiers)
        self.settle()

    def accept(self) -> None:
        self.press(Key.Key_Return)

    def write(self, *labels: str) -> None:
        """Type steps with Tab between them and Enter at the end."""
        for number, label in enumerate(labels):
            if number:
                self.press(Key.Key_Tab)
            self.type(label)
        self.accept()

    def go_to(self, label: str) -> None:
        """Walk to a step with the arrows alone, from the first customer cell."""
        self.press(Key.Key_Escape, times=3)
        self.press(Key.Key_Down)
        document = self.session.document
        lanes = [lane.id for lane in document.lanes]
        columns = [column.id for column in document.columns]
        wanted, cursor = self.step(label), self.session.cursor
        assert cursor is not None
        down = lanes.index(wanted.lane) - lanes.index(cursor.lane)
        right = columns.index(wanted.column) - columns.index(cursor.column)
        self.press(Key.Key_Right if right > 0 else Key.Key_Left, times=abs(right))
        self.press(Key.Key_Down if down > 0 else Key.Key_Up, times=abs(down))
        assert self.session.selection == (wanted.id,), self.session.selection

    def from_menu(self, *words: str) -> None:
        """Open the menu of what has the focus with its key, and take an entry with keys."""
        waiting = QTimer(self.window, interval=5)

        def take() -> None:
            if QApplication.activePopupWidget() is not None:
                waiting.stop()
                take_from_menu(words)

        waiting.timeout.connect(take)
        waiting.start()
        self.press(Key.Key_Menu)
        assert not waiting.isActive(), "no menu has opened"
        self.window.activateWindow()
        self.canvas.setFocus()
        self.settle()

    def from_palette(self, command: str) -> None:
        """Run a command by name."""
        self.press(Key.Key_K, CTRL)
        self.type(command)
        self.accept()

    def undo_all(self) -> None:
        self.press(Key.Key_Escape)
        self.canvas.setFocus()
        for _ in range(MOST_ACTS):
            if self.session.history.undo_label is None:
                return
            self.press(Key.Key_Z, CTRL)
        raise AssertionError(f"Ctrl + Z goes to {self.focus}, and undoes nothing")


def take_from_menu(words: tuple[str, ...]) -> None:
    """Walk down the menu that is open, and into its menus, to an entry; Enter takes it."""
    opened: list[QMenu] = []
    try:
        for place, word in enumerate(words):
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), "no menu is open"
            opened.append(menu)
            _walk_down(menu, word)
            last = place == len(words) - 1
            QTest.keyClick(menu, Key.Key_Return if last else Key.Key_Right)
    finally:
        for menu in opened:
            menu.close()


def _walk_down(menu: QMenu, word: str) -> None:
    for _ in range(MOST_ENTRIES):
        active = menu.activeAction()
        if active is not None and active.text() == word:
            return
        QTest.keyClick(menu, Key.Key_Down)
    raise AssertionError(f"“{word}” is not in {[entry.text() for entry in menu.actions()]}")
