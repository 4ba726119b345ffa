"""A document with everything around it, or the start page: a tab of a window, or all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from blueprint.i18n import Message, current_language, message, tr
from blueprint.model.document import Document
from blueprint.ui.actions.action import Desk
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.autosave import Autosave
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.persona_chip import PersonaChip
from blueprint.ui.compare.comparing import Comparing
from blueprint.ui.dialogs.catalogue import Host, show_dialog
from blueprint.ui.dialogs.palette import Palette
from blueprint.ui.dropped_files import dropped_files
from blueprint.ui.file_dialogs import FileDialogs
from blueprint.ui.files import Asking, Elsewhere, Files, Showing
from blueprint.ui.lessons.joined import Lessons
from blueprint.ui.linked.linking import Linking
from blueprint.ui.listening import listen
from blueprint.ui.panel_commands import PanelCommands
from blueprint.ui.panels.status_bar import StatusBar
from blueprint.ui.panels.toolbar import Toolbar
from blueprint.ui.replay import make_replay
from blueprint.ui.search.bar import FindBar
from blueprint.ui.seen_places import SeenPlaces
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.start.start_page import StartPage
from blueprint.ui.tabs.around import Around
from blueprint.ui.theming import LOOK, switch_theme
from blueprint.ui.views import Views
from blueprint.ui.widgets.logo import logo_icon
from blueprint.ui.widgets.notice import Notices
from blueprint.ui.words import WORDS, switch_language
from blueprint.ui.workspace import Workspace

LEAST_WIDTH: Final = 1024
LEAST_HEIGHT: Final = 640
LEAST_FIRST_ZOOM: Final = 0.7
"""Card text is easily read down to here."""
PROGRAM: Final = "Blueprint Designer"


class MainWindow(QMainWindow, PanelCommands):
    """`elsewhere(do)` opens another window and calls `do` with its files; `showing(path)` brings
    the window to the front that has a file open, if there is one."""

    def __init__(
        self,
        settings: Settings,
        elsewhere: Elsewhere,
        asking: Asking | None = None,
        showing: Showing | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self.around: Around | None = None
        self.session = Session(Document(), self)
        self.notices = Notices()
        self.asking = asking or FileDialogs(self)
        self.files = Files(
            self.session,
            settings,
            self.notices,
            self.asking,
            elsewhere=elsewhere,
            showing=showing or (lambda _path: False),
        )
        self.canvas = CanvasView(self.session)
        self.persona_chip = PersonaChip(self.session, self.canvas)
        self.linking = Linking(
            self.session, self.files, self.asking, notices=self.notices, host=self
        )
        self.comparing = Comparing(
            self.session, self.files, self.asking, notices=self.notices, show=self.show_view
        )
        self.lessons = Lessons(
            self.session,
            self.files,
            settings,
            asking=self.asking,
            notices=self.notices,
            comparing=self.comparing,
            show_list=self._show_lessons,
            show_field=self.show_field,
        )
        self.desk = Desk(self.session, self.canvas, self.files, self)
        self.actions_ = QtActions(self.desk, self)
        self.toolbar = Toolbar(self.desk, self.actions_)
        self.workspace = Workspace(self.session, self.canvas, self.actions_, settings)
        self.views = Views(self.workspace)
        self.views.offer("table", self._table)
        self.views.offer("analysis", self._analysis)
        self.views.offer("compare", self.comparing.make_view)
        self.views.offer("replay", partial(make_replay, self.session))
        self.toolbar.show_views(self.views)
        self.find_bar = FindBar(self.session)
        self.status = StatusBar(self.session, self._next_language, self._next_theme)
        self.lessons.join(self.workspace, self.toolbar, self.status, self.views)
        self.welcome = StartPage(self.files, settings, self.actions_, self.lessons.begin)
        self._arrange()
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.autosave = Autosave(self.files, settings, self)
        self._connect()
        self._file_changed()
        self._relook()
        self.actions_.refresh()

    def _connect(self) -> None:
        listen(self, self.files.changed, self._file_changed)
        self.places = SeenPlaces(self.canvas, self.files, self._settings)
        self._view = QTimer(self, singleShot=True, interval=0)
        self._view.timeout.connect(self._first_view)
        listen(self, self.session.document_replaced, self._view.start)
        listen(self, self.session.history_changed, self._retitle)
        listen(self, self.session.document_changed, lambda _change, _moved: self._retitle())
        self.canvas.field_requested.connect(self.focus_field)
        self.canvas.link_requested.connect(self.linking.choose)
        self.canvas.linked_requested.connect(self.linking.open)
        self.workspace.bottom.comments.left.connect(self.canvas.setFocus)
        self.canvas.help_requested.connect(lambda: self.open_dialog("shortcuts"))
        listen(self, WORDS.changed, self.canvas.retranslate)
        listen(self, WORDS.changed, self._retitle)
        listen(self, LOOK.changed, self._relook)

    def _arrange(self) -> None:
        desk = QWidget()
        desk.setObjectName("workspace")
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.find_bar)
        column.addWidget(self.views, 1)
        column.addWidget(self.status)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(desk)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notices)
        rows.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    # --- what actions ask of a window --------------------------------------------------------

    @property
    def view(self) -> str:
        return self.views.shown

    def show_view(self, name: str) -> None:
        self.show_desk()
        super().show_view(name)
        self.actions_.refresh()

    def present(self) -> None:
        from blueprint.ui.present.presentation import present

        cursor, before = self.session.cursor, self.focusWidget() or self.canvas
        self._presentation = present(self.session.document, cursor.column if cursor else None)
        self._presentation.left.connect(partial(_give_focus, before, self.canvas))

    def _table(self) -> QWidget:
        from blueprint.ui.table.view import StepTable

        return StepTable(self.session, self._settings)

    def _analysis(self) -> QWidget:
        from blueprint.ui.analysis.view import AnalysisView

        made = AnalysisView(self.session)
        made.steps_picked.connect(self.show_steps)
        return made

    def compare(self) -> None:
        self.comparing.compare()

    def go_to_difference(self, by: int) -> None:
        self.comparing.go(by)

    def show_steps(self, ids: tuple[str, ...]) -> None:
        """Select steps and bring them into view on the canvas."""
        self.show_view("canvas")
        self.session.select(ids)
        self.session.reveal_requested.emit(ids)

    def show_home(self) -> None:
        self._stack.setCurrentIndex(0)
        self.welcome.show_page("home")
        self.welcome.focus_first()

    def _show_lessons(self) -> None:
        self.show_home()
        self.welcome.show_page("lessons")

    def show_desk(self) -> None:
        """The document, instead of the start page."""
        self._stack.setCurrentIndex(1)
        self.canvas.setFocus()

    def show_palette(self, sought: str = "") -> None:
        palette = Palette(self.session, self.actions_.run, self.actions_.can, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        top = self.mapToGlobal(QPoint(self.width() // 2, 6))
        palette.open(top, sought)

    def open_dialog(self, name: str, choice: str = "") -> None:
        show_dialog(name, Host(self.session, self._settings, self.files, self, choice))

    def focus_region(self, by: int) -> None:
        regions = [self.toolbar, self.find_bar, *self.views.regions(), self.status]
        focused = QApplication.focusWidget()
        at = next(
            (n for n, region in enumerate(regions) if focused and region.isAncestorOf(focused)),
            next((n for n, region in enumerate(regions) if region is focused), 0),
        )
        for step in range(1, len(regions) + 1):
            target = next(_focusable(regions[(at + by * step) % len(regions)]), None)
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def choose_language(self, language: str) -> None:
        self._settings.language = language
        switch_language(language)

    def choose_theme(self, theme: str) -> None:
        self._settings.theme = theme
        switch_theme(theme)

    def close_document(self) -> None:
        self.close()

    @property
    def name(self) -> str:
        """What its tab is called."""
        if not self.files.has_document:
            return tr(message("Start page"))
        name = self.files.name
        return tr(name) if isinstance(name, Message) else name

    # --- inside ------------------------------------------------------------------------------

    def _next_language(self) -> None:
        self.choose_language("en" if current_language() == "zh_CN" else "zh_CN")

    def _next_theme(self) -> None:
        self.choose_theme("light" if LOOK.theme.dark else "dark")

    def _file_changed(self) -> None:
        if self.files.has_document:
            self.show_desk()
        elif self.welcome.isVisible():
            self.welcome.refresh()
        else:
            self.show_home()
        self._retitle()

    def _first_view(self) -> None:
        """Show a document as it was last seen; a new one in full, or its beginning."""
        if self.places.restore():
            return
        self.canvas.fit_all()
        if self.canvas.zoom < LEAST_FIRST_ZOOM:
            self.canvas.zoom_to(LEAST_FIRST_ZOOM)
            self.canvas.centre_on(0, 0)

    def _retitle(self) -> None:
        opened = self.files.has_document
        self.setWindowTitle(f"{self.name}[*] – Blueprint Designer" if opened else PROGRAM)
        self.setWindowModified(not self.files.is_saved)
        if self.around:
            self.around.retitled(self)

    def _relook(self) -> None:
        self.setWindowIcon(logo_icon())
        self.canvas.set_theme(LOOK.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.workspace.fit_panels(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if list(dropped_files(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in dropped_files(event):
            self.open_file(path)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave(self.close):
            event.ignore()
            return
        self.leave()
        event.accept()
        if self.around:
            self.around.left(self)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing would be lost; else a bar asks, and `then` follows the answer."""
        self.lessons.studying.keep()
        return self.files.before_leaving(then)

    def leave(self) -> None:
        """Remember how the document was looked at, and let go of it."""
        self.places.remember()
        self.workspace.remember()
        self.files.leave()
        for dialog in self.findChildren(QDialog):
            dialog.close()  # what it does beside the window ends before the window does

    def brought_to_front(self) -> None:
        """The tab is shown: the keys go to the document."""
        self.files.look_at_disk()
        self.actions_.refresh()
        if self.welcome.isVisibleTo(self):
            self.welcome.focus_first()
        else:
            self.canvas.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.look_at_disk()

    def restore(self) -> None:
        """Show the panels as they were the last time."""
        self.workspace.restore()


def _give_focus(wanted: QWidget, else_to: QWidget) -> None:
    """Focus a widget, or another if it is gone by now."""
    target = wanted if isValid(wanted) else else_to
    if isValid(target):
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _focusable(region: QWidget) -> Iterator[QWidget]:
    """The widgets of a region that Tab would stop at."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield region
    for child in region.findChildren(QWidget):
        stops = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and child.isVisible() and child.isEnabled():
            yield child
