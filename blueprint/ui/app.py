"""Start-up of the designer: one application, its look and language, and its windows."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from blueprint.i18n import current_language
from blueprint.storage.journal import abandoned
from blueprint.ui.files import Files
from blueprint.ui.fonts import window_font
from blueprint.ui.main_window import MainWindow
from blueprint.ui.settings import Settings
from blueprint.ui.theming import LOOK, choose_theme, dress, follow_system
from blueprint.ui.words import switch_language

STEP: Final = 28
"""Pixels that a new window stands beside the last."""


class Designer:
    """The windows of the program. A window that is closed is forgotten."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.windows: list[MainWindow] = []

    def elsewhere(self, do: Callable[[Files], object]) -> None:
        """A new window, with whose files something is done: a file is opened, say."""
        do(self.start().files)

    def show_file(self, path: Path) -> bool:
        """Bring the window to the front that has a file open; False if there is none."""
        for window in self.windows:
            own = window.files.path
            if own and window.isVisible() and own.resolve() == path.resolve():
                window.show()
                window.raise_()
                window.activateWindow()
                return True
        return False

    def recover(self) -> None:
        """Show what a crash has left unsaved, in a window each."""
        for found in abandoned(self._settings.unsaved):
            empty = next((each for each in self.windows if not each.files.has_document), None)
            (empty or self.start()).files.recover(found)

    def start(self) -> MainWindow:
        """A new window with the start page."""
        window = MainWindow(self._settings, self.elsewhere, showing=self.show_file)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(self._forget_closed)
        self.windows.append(window)
        dress()
        window.restore()
        if len(self.windows) > 1:
            window.move(_beside(self.windows[-2], window))
        window.show()
        return window

    def _forget_closed(self) -> None:
        """Let go of a closed window and, when nobody waits, of the pictures that it has held."""
        self.windows = [window for window in self.windows if isValid(window)]
        QTimer.singleShot(0, gc.collect)


def _beside(old: MainWindow, new: MainWindow) -> QPoint:
    """A little below and right of the other window, as far as the screen has room for that."""
    room = old.screen().availableGeometry()
    return QPoint(
        max(room.left(), min(old.x() + STEP, room.right() - new.width())),
        max(room.top(), min(old.y() + STEP, room.bottom() - new.height())),
    )


def application(argv: Sequence[str] = ()) -> QApplication:
    """The one QApplication, with the program's name, style and font."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(list(argv or sys.argv[:1]))
    app.setApplicationName("Blueprint Designer")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("blueprint-designer")
    app.setStyle("fusion")
    app.setFont(window_font())
    return app


def run(
    paths: Path | Sequence[Path] | None = None,
    language: str | None = None,
    theme: str | None = None,
    settings: Settings | None = None,
) -> int:
    """Open a window for each file, or the start page, and stay until the last is closed.

    `language` and `theme` go before what the settings remember. Returns the exit code.
    """
    app = application()
    kept = settings or Settings()
    switch_language(language or kept.language or current_language())
    LOOK.text_size, LOOK.still = kept.text_size, kept.reduced_motion
    app.setFont(window_font(kept.text_size))
    choose_theme(theme or kept.theme)
    follow_system()
    designer = Designer(kept)
    files = [paths] if isinstance(paths, Path) else list(paths or ())
    first = designer.start()
    for place, path in enumerate(files):
        window = first if place == 0 else designer.start()
        # The window is shown before the file is read.
        QTimer.singleShot(0, lambda window=window, path=path: window.files.open_path(path))
    QTimer.singleShot(0, designer.recover)
    return app.exec()
