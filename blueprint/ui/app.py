"""Start-up of the designer: one application, its look and language, and its windows."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
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
from blueprint.ui.spelling.spelling import SPELLING
from blueprint.ui.tab_key import TAB_KEY
from blueprint.ui.tabs.tab_window import TabWindow
from blueprint.ui.theming import LOOK, choose_theme, dress, follow_system, know_own_themes
from blueprint.ui.words import switch_language

SPELLING_WAITS: Final = 1_500
"""Milliseconds until dictionaries are read: the window and its file go before."""
STEP: Final = 28
"""Pixels that a new window stands beside the last."""


class Designer:
    """The windows of the program. One that is closed is forgotten, and so is a closed tab."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: list[TabWindow] = []
        self._kept: tuple[Path, ...] = ()

    @property
    def windows(self) -> Sequence[TabWindow]:
        """Those that are open, in the order in which they were opened."""
        return tuple(self._open)

    @property
    def pages(self) -> list[MainWindow]:
        """All tabs of all windows."""
        return [page for window in self._open for page in window.pages]

    def page(self) -> MainWindow:
        """A place for a document, with the start page as yet."""

        def elsewhere(do: Callable[[Files], object]) -> None:
            self._beside(made, do)

        made = MainWindow(self._settings, elsewhere, showing=self.show_file)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.files.changed.connect(self.remember)
        made.restore()
        return made

    def _beside(self, page: MainWindow, do: Callable[[Files], object]) -> None:
        """Do something with the files of another tab: open one, say."""
        holder = next((window for window in self._open if page in window.pages), None)
        if holder is None or self._settings.opens_windows:
            do(self.start().current.files)
        else:
            do(holder.add(self.page()).files)

    def show_file(self, path: Path) -> bool:
        """Bring the tab to the front that has a file open; False if there is none."""
        for window in self._open:
            for page in window.pages:
                own = page.files.path
                if own and window.isVisible() and own.resolve() == path.resolve():
                    window.show_page(page)
                    window.come_forward()
                    return True
        return False

    def begin(self, first: MainWindow, paths: Sequence[Path]) -> None:
        """Show what a crash has left unsaved, then files, one after another.

        A tab that waits for a large file is still empty: what was left must not get into it.
        """
        self.recover()
        for path in paths:
            first.open_file(path)

    def recover(self) -> None:
        """Show what a crash has left unsaved, in a tab each."""
        for found in abandoned(self._settings.unsaved):
            empty = next((each for each in self.pages if not each.files.has_document), None)
            page = empty or self._open[0].add(self.page())
            page.files.recover(found)

    def start(self, page: MainWindow | None = None) -> TabWindow:
        """A new window, with that page or the start page."""
        window = TabWindow(self._settings, self)
        window.destroyed.connect(self._forget_closed)
        self._open.append(window)
        window.add(page or self.page())
        dress()
        window.restore()
        if len(self._open) > 1:
            window.move(_beside(self._open[-2], window))
        window.show()
        return window

    def remember(self) -> None:
        """Keep in mind which files are open; not that the last of them was closed."""
        paths = tuple(page.files.path for page in self.pages if page.files.path)
        if paths and paths != self._kept:
            self._kept = paths
            self._settings.keep_session(paths)

    def _forget_closed(self) -> None:
        """Let go of a closed window and, when nobody waits, of the pictures that it has held."""
        self._open = [window for window in self._open if isValid(window)]
        self.remember()
        QTimer.singleShot(0, gc.collect)


def _beside(old: TabWindow, new: TabWindow) -> QPoint:
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
    """Open a tab for each file, or the start page, and stay until the last is closed.

    `language` and `theme` go before what the settings remember. Returns the exit code.
    """
    app = application()
    kept = settings or Settings()
    switch_language(language or kept.language or current_language())
    LOOK.text_size, LOOK.still = kept.text_size, kept.reduced_motion
    TAB_KEY.moves_focus = kept.tab_moves_focus
    app.setFont(window_font(kept.text_size))
    know_own_themes(kept.themes)
    choose_theme(theme or kept.theme)
    follow_system()
    designer = Designer(kept)
    files = [paths] if isinstance(paths, Path) else list(paths or ())
    first = designer.start().current
    if not files and kept.reopens:
        files = list(kept.last_session)
    # The window is shown before the files are read.
    QTimer.singleShot(0, partial(designer.begin, first, files))
    QTimer.singleShot(SPELLING_WAITS, partial(SPELLING.use, kept))
    return app.exec()
