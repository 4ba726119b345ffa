"""The program with its windows, for the tests of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.ui.app import Designer, application
from blueprint.ui.settings import Settings
from blueprint.ui.starting_points import samples
from blueprint.ui.tabs.tab_window import TabWindow
from blueprint.ui.theming import switch_theme
from blueprint.ui.words import switch_language


class Program:
    """The windows, the keys, and what the next start would find."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.designer = Designer(self.settings())
        self.window = self.designer.start()
        self.window.activateWindow()
        self.settle()

    def settings(self) -> Settings:
        """As a program that starts reads them."""
        path = str(self.folder / "settings.ini")
        return Settings(QSettings(path, QSettings.Format.IniFormat))

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self.settle()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def file(self, name: str) -> Path:
        """A file of the user's."""
        path = self.folder / f"{name}.blueprint"
        shutil.copy(samples("en")[0], path)
        return path

    def open(self, *names: str) -> list[Path]:
        """Open files one after another, as a user does: from whatever is shown."""
        paths = [self.file(name) for name in names]
        for path in paths:
            self.window.current.files.open_path(path)
        self.settle()
        return paths

    def tabs(self, window: TabWindow | None = None) -> list[str]:
        """What the tabs are called, in order."""
        bar = (window or self.window).row.bar
        return [bar.tabText(place) for place in range(bar.count())]


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    application()
    switch_language("en")
    switch_theme("light")
    made = Program(tmp_path)
    yield made
    for page in made.designer.pages:
        page.session.history.mark_clean()
    for window in made.designer.windows:
        window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
