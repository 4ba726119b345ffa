"""A real window on a real desk: opened as the program opens it, asked as a user is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint.ui.app import application
from blueprint.ui.files import Files
from blueprint.ui.main_window import MainWindow
from blueprint.ui.settings import Settings
from blueprint.ui.theming import switch_theme
from blueprint.ui.words import switch_language

NONE = Qt.KeyboardModifier.NoModifier


def key_in(widget: QWidget, text: str) -> None:
    """Type `text`; what no key has, an input method commits."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(widget, character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(widget, event)


class Answers:
    """Answers what the program would ask in a file dialog."""

    def __init__(self) -> None:
        self.opening: Path | None = None
        self.saving: Path | None = None
        self.suggested: Path | None = None
        self.pdf: Path | None = None
        self.lesson: Path | None = None

    def for_opening(self, folder: Path, *, tables_only: bool) -> Path | None:
        return self.opening

    def for_saving(self, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.saving

    def for_lesson(self, folder: Path) -> Path | None:
        return self.lesson

    def for_pdf(self, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.pdf


class Desk:
    """A window, what it asks, and the other windows that it opened."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.answers = Answers()
        self.others: list[MainWindow] = []
        self.window = self._window()

    def _window(self) -> MainWindow:
        made = MainWindow(self.settings, self._elsewhere, self.answers)
        made.resize(1600, 1000)
        made.show()
        return made

    def _elsewhere(self, do: Callable[[Files], object]) -> None:
        self.others.append(self._window())
        do(self.others[-1].files)

    def settle(self) -> None:
        """Let Qt deliver and paint all that waits."""
        for _ in range(4):
            QApplication.processEvents()

    def forget_deleted(self) -> None:
        """Let go what is to be deleted: outside a running event loop Qt keeps it."""
        self.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, milliseconds: int) -> None:
        """Let time pass, for what is done in the background."""
        QTest.qWait(milliseconds)

    def type(self, text: str) -> None:
        for character in text:
            key_in(self.focus, character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, modifiers)

    @property
    def focus(self) -> QWidget:
        """Whatever gets the keys."""
        self.settle()
        return QApplication.focusWidget() or self.window

    def select(self, label: str) -> str:
        """Select the step of that label; its id."""
        session = self.window.session
        id = next(id for id, step in session.document.steps.items() if step.label == label)
        session.select((id,))
        self.settle()
        return id


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with the start page, in English and light."""
    application()
    switch_language("en")
    switch_theme("light")
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Desk(Settings(store))
    yield made
    for window in (made.window, *made.others):
        window.session.history.mark_clean()
        window.close()
        window.deleteLater()
    made.forget_deleted()
