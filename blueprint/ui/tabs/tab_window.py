"""A window on the desktop: it holds documents, each with everything around it, as tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from blueprint.ui.listening import listen
from blueprint.ui.main_window import MainWindow
from blueprint.ui.settings import Settings
from blueprint.ui.tabs.around import Shown
from blueprint.ui.tabs.bar import TabRow
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.logo import logo_icon

_FRAME: Final = QSize(16, 48)
"""What systems put around a window: its title bar and its edges."""


class Windows(Protocol):
    """What a window asks of the program."""

    @property
    def windows(self) -> Sequence[TabWindow]: ...

    def page(self) -> MainWindow:
        """A document's place, with the start page as yet."""

    def start(self, page: MainWindow | None = None) -> TabWindow:
        """Another window, with that page or a new one."""

    def remember(self) -> None:
        """Keep in mind which files are open, for the next start."""


class TabWindow(QMainWindow):
    """The order of `pages` is that of the tabs."""

    def __init__(self, settings: Settings, program: Windows) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._program = program
        self.pages: list[MainWindow] = []
        self.row = TabRow()
        self._stack = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.resize(first_size(self.screen().availableSize()))
        self._connect()

    def _connect(self) -> None:
        bar = self.row.bar
        bar.currentChanged.connect(self._show_place)
        bar.tabMoved.connect(self._moved)
        bar.tabCloseRequested.connect(self._close_place)
        bar.torn_off.connect(self._torn_off)
        self.row.new_asked.connect(self.new_tab)
        self.row.others_closed.connect(self._close_others)
        self.row.moved_out.connect(self._move_out)
        listen(self, LOOK.changed, lambda: self.setWindowIcon(logo_icon()))
        self.setWindowIcon(logo_icon())

    # --- its tabs ----------------------------------------------------------------------------

    @property
    def current(self) -> MainWindow:
        """The document that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, MainWindow)
        return shown

    @property
    def count(self) -> int:
        return len(self.pages)

    def add(self, page: MainWindow, place: int | None = None) -> MainWindow:
        """Take a page in, after the one that is shown, and show it."""
        if place is None:
            place = self.pages.index(self.current) + 1 if self.pages else 0
        self.pages.insert(place, page)
        self._stack.addWidget(page)
        page.around = self
        self.row.insert(place, "")
        self.retitled(page)
        self.show_page(page)
        return page

    def show_page(self, page: MainWindow) -> None:
        """Bring a tab to the front."""
        self._stack.setCurrentWidget(page)
        self.row.bar.setCurrentIndex(self.pages.index(page))
        self.retitled(page)
        page.brought_to_front()

    def retitled(self, page: MainWindow) -> None:
        """A page has another title, or is saved or changed."""
        if page not in self.pages:
            return
        place, name = self.pages.index(page), page.name
        path = str(page.files.path or "")
        self.row.name(place, name, path, unsaved=page.isWindowModified())
        if page is self._stack.currentWidget():
            self.setWindowTitle(page.windowTitle())
            self.setWindowModified(page.isWindowModified())

    def left(self, page: MainWindow) -> None:
        """A page is closed; a window without pages closes as well."""
        if page in self.pages:
            self._let_go(page)
            self._program.remember()
        if not self.pages:
            self.close()

    def _let_go(self, page: MainWindow) -> None:
        place = self.pages.index(page)
        shown = page is self._stack.currentWidget()
        self.pages.remove(page)
        self.row.remove(place)
        self._stack.removeWidget(page)
        if shown and self.pages:
            self.show_page(self.pages[min(place, len(self.pages) - 1)])

    def _show_place(self, place: int) -> None:
        if 0 <= place < len(self.pages) and self.pages[place] is not self._stack.currentWidget():
            self.show_page(self.pages[place])

    def _moved(self, old: int, new: int) -> None:
        self.pages.insert(new, self.pages.pop(old))

    def _close_place(self, place: int) -> None:
        if 0 <= place < len(self.pages):
            page = self.pages[place]
            if not page.files.is_saved:
                self.show_page(page)  # it is about to ask
            page.close()

    def _close_others(self, place: int) -> None:
        kept = self.pages[place]
        for page in [other for other in self.pages if other is not kept]:
            self._close_place(self.pages.index(page))

    # --- what a document asks ----------------------------------------------------------------

    def new_tab(self) -> None:
        self.add(self._program.page())

    def new_window(self) -> None:
        self._program.start()

    def go_to_tab(self, by: int) -> None:
        place = self.pages.index(self.current) + by
        self.show_page(self.pages[place % len(self.pages)])

    def go_to_window(self, by: int) -> None:
        every = [window for window in self._program.windows if window.isVisible()]
        every[(every.index(self) + by) % len(every)].come_forward()

    def come_forward(self) -> None:
        """Be the window that is worked in."""
        self.show()
        self.raise_()
        self.activateWindow()

    def tear_off(self) -> None:
        self._move_out(self.pages.index(self.current))

    def _move_out(self, place: int) -> TabWindow | None:
        if len(self.pages) < 2:
            return None
        page = self.pages[place]
        self._let_go(page)
        return self._program.start(page)

    def _torn_off(self, place: int, at: QPoint) -> None:
        """A tab was dragged away: onto another window's tabs, or into a window of its own."""
        over = next((w for w in self._program.windows if w is not self and w.takes_at(at)), None)
        if over is None:
            made = self._move_out(place)
            if made:
                made.move(at - QPoint(60, 20))
        elif 0 <= place < len(self.pages):
            page = self.pages[place]
            self._let_go(page)
            over.add(page)
            over.come_forward()
            if not self.pages:
                self.close()

    def takes_at(self, at: QPoint) -> bool:
        """Whether a tab that is let go there belongs to this window."""
        area = QRect(self.mapToGlobal(QPoint(0, 0)), QSize(self.width(), 44))
        return self.isVisible() and area.contains(at)

    def close_window(self) -> None:
        self.close()

    def open_documents(self) -> list[Shown]:
        return [
            Shown(page.name, page is self.current, _way_to(window, page))
            for window in self._program.windows
            for page in window.pages
        ]

    # --- the window --------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self.pages:
            if not page.may_leave(self.close):
                self.show_page(page)
                event.ignore()
                return
        self._settings.set_state(_places_key(), self.saveGeometry())
        for page in self.pages:
            page.leave()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        active = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if active and self.pages:
            self.current.files.look_at_disk()

    def restore(self) -> None:
        """Take the place of the last time on these screens."""
        state = self._settings.state(_places_key())
        if not state.isEmpty():
            self.restoreGeometry(state)


def _way_to(window: TabWindow, page: MainWindow) -> Callable[[], None]:
    def show() -> None:
        window.show_page(page)
        window.come_forward()

    return show


def first_size(screen: QSize) -> QSize:
    """Of a window that was never shown: no larger than the screen with the frame of the window."""
    return QSize(1600, 1000).boundedTo(screen - _FRAME)


def _places_key() -> str:
    """What the place of a window is remembered by: the screens that there are."""
    areas = [screen.geometry() for screen in QGuiApplication.screens()]
    return "window." + ".".join(f"{a.width()}x{a.height()}" for a in areas)
