"""The bar at the top: which blueprint this is, the history, the zoom, search and export."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.ui.actions.action import Desk
from blueprint.ui.actions.catalogue import action
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.fields.document import STATE, TITLE
from blueprint.ui.fields.field import Field, InputError, changed
from blueprint.ui.icons import pixmap
from blueprint.ui.listening import listen
from blueprint.ui.panels.editors import Pick
from blueprint.ui.sizing import bound, finest, fix, px, size_icon
from blueprint.ui.theming import LOOK
from blueprint.ui.views import VIEW_NAMES, Views
from blueprint.ui.widgets.labels import button, icon_button, keep_icon, label, rule
from blueprint.ui.widgets.logo import logo_icon
from blueprint.ui.widgets.search_button import SearchButton
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import WORDS, say

LEAST_TITLE: Final = 72
MOST_TITLE: Final = 320
SPARE: Final = 40
"""What the title leaves to the search."""

STATE_FROM: Final = 1120
"""The width from which the state has a place here; it is among the properties as well."""


class TitleField(QLineEdit):
    """The blueprint's title, as wide as it is long."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "document")
        self.setMaxLength(1_000)
        self._most = MOST_TITLE
        say(self, name=message("Title"), placeholder=message("Untitled"))
        self.textChanged.connect(self.fit)

    def allow(self, width: int) -> None:
        """Take no more than `width`, however long the title is."""
        self._most = max(px(LEAST_TITLE), min(px(MOST_TITLE), width))
        self.fit()

    def fit(self) -> None:
        """Take the width of the text, within bounds."""
        font = self.font()
        font.setBold(True)
        text = self.text() or self.placeholderText()
        width = QFontMetrics(font).horizontalAdvance(text) + 18
        self.setFixedWidth(max(px(LEAST_TITLE), min(self._most, width)))


class Toolbar(QFrame):
    """44 high; the primary button stands at the far right."""

    def __init__(self, desk: Desk, actions: QtActions) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        fix(self, height=44)
        self._desk = desk
        self.actions_ = self._actions = actions
        self._lent: tuple[QWidget, ...] = ()
        self._in_lesson = False
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(4)
        self._add_document(row)
        self._add_commands(row)
        row.addStretch(1)
        row.addWidget(self._search_button(), 100)
        row.addStretch(1)
        self._views = QHBoxLayout()
        row.addLayout(self._views)
        row.addSpacing(8)
        self.present = button(message("Present"), lambda: actions.run("present"), "flat")
        row.addWidget(self.present)
        self._spare.append(self.present)
        self._export = button(message("Export"), lambda: actions.run("export"), "primary")
        row.addWidget(self._export)
        for made in (self.present, self._export):  # a click leaves the focus where it is
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def show_views(self, views: Views) -> None:
        """Offer the views of the document as a row of buttons."""
        choices = [(name, VIEW_NAMES[name]) for name in views.offered]
        segments = Segments(message("View"), choices)
        segments.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        segments.show_value(views.shown)
        segments.chosen.connect(views.show_view)
        views.view_changed.connect(segments.show_value)
        self._views.addWidget(segments)

    def lend(self, menu: QWidget, tools: QWidget) -> None:
        """Take up what is needed in lessons: a menu beside the title, tools among the views."""
        self._lent = (menu, tools)
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.state), menu)
        row.insertWidget(row.indexOf(self.present), tools)

    def show_lesson(self, *, on: bool, on_canvas: bool) -> None:
        """In a lesson its tools stand where the views are offered, while the canvas is shown."""
        self._in_lesson = on
        for part, shown in zip(self._lent, (on, on and on_canvas), strict=False):
            part.setVisible(shown)
        for place in range(self._views.count()):
            item = self._views.itemAt(place)
            views = item.widget() if item else None
            if views is not None:
                views.setVisible(not (on and on_canvas))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what menus, panels and keys have as well, until the rest is whole."""
        self.title.allow(0)
        has_state = self.width() >= px(STATE_FROM) and not self._in_lesson
        row = self.layout()
        assert row is not None
        for part in (*self._spare, self.state):
            part.setVisible(part is not self.state or has_state)
        for part in (self.state, *self._spare):
            if row.minimumSize().width() <= self.width():
                break
            part.hide()
        self.title.allow(self.width() - row.minimumSize().width() + self.title.width() - px(SPARE))

    def _add_document(self, row: QHBoxLayout) -> None:
        self.menu = icon_button("menu", message("Menu"), self._show_menu)
        row.addWidget(self.menu)
        self._logo = QToolButton()
        fix(self._logo, width=28, height=28)
        size_icon(self._logo, 20)
        say(self._logo, tip=message("Start page"), name=message("Start page"))
        self._logo.clicked.connect(lambda _on=False: self._actions.run("home"))
        row.addWidget(self._logo)
        self.title = TitleField()
        self.title.editingFinished.connect(self._rename)
        row.addWidget(self.title)
        self.state = Pick(STATE)
        fix(self.state, width=84)
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self.state, name=STATE.label)
        self.state.given.connect(self._change_state)
        row.addWidget(self.state)
        self.saved: QLabel = label("", "muted")
        row.addSpacing(4)
        row.addWidget(self.saved)
        row.addSpacing(6)

    def _add_commands(self, row: QHBoxLayout) -> None:
        tools = {id: self._tool(id) for id in ("undo", "redo", "zoom_out", "zoom_in", "fit_all")}
        rules = [rule(vertical=True), rule(vertical=True)]
        row.addWidget(rules[0])
        row.addWidget(tools["undo"])
        row.addWidget(tools["redo"])
        row.addWidget(rules[1])
        row.addWidget(tools["zoom_out"])
        self.zoom = QToolButton()
        fix(self.zoom, height=28)
        bound(self.zoom, least_width=50)
        say(self.zoom, tip=action("zoom_100").text, name=message("Zoom"))
        self.zoom.clicked.connect(lambda _on=False: self._actions.run("zoom_100"))
        row.addWidget(self.zoom)
        row.addWidget(tools["zoom_in"])
        row.addWidget(tools["fit_all"])
        spare = ("fit_all", "zoom_in", "zoom_out", "redo", "undo")
        self._spare: list[QWidget] = [self.saved, *(tools[id] for id in spare[:3]), self.zoom]
        self._spare += [rules[1], *(tools[id] for id in spare[3:]), rules[0]]

    def _tool(self, id: str) -> QToolButton:
        made = QToolButton()
        fix(made, width=28, height=28)
        size_icon(made, 16)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setDefaultAction(self._actions[id])
        say(made, name=action(id).text)
        return made

    def _search_button(self) -> QPushButton:
        shortcut = QKeySequence(action("palette").shortcut)
        keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        made = SearchButton(keys)
        say(made, name=action("palette").text, text=action("palette").text)
        keep_icon(made, "search", "ink3")
        made.clicked.connect(lambda _on=False: self._actions.run("palette"))
        self.search = made
        return made

    def _connect(self) -> None:
        session = self._desk.session
        listen(self, session.history_changed, self._timer.start)
        listen(self, session.document_replaced, self._timer.start)
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, self._desk.files.changed, self._timer.start)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self._desk.canvas.zoom_changed.connect(self._show_zoom)
        self._show_zoom(self._desk.canvas.zoom)

    def refresh(self) -> None:
        """Show the document's title, state and whether it is saved."""
        properties = self._desk.session.document.properties
        if not self.title.isModified() or not self.title.hasFocus():
            self.title.setText(properties.title)
            self.title.setCursorPosition(0)
            self.title.fit()
        self.state.offer(STATE.choices(self._desk.session.document))
        self.state.show_text(properties.state)
        saved = self._desk.files.is_saved
        self.saved.setText(tr(message("Saved") if saved else message("Unsaved")))
        self._logo.setIcon(logo_icon())
        self._export.setIcon(QIcon(pixmap("export", LOOK.colours.accent_ink, 16, finest())))
        self._fit()

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{round(zoom * 100)} %")

    def _rename(self) -> None:
        self._give(TITLE, self.title.text())
        self.title.setModified(False)

    def _change_state(self) -> None:
        self._give(STATE, self.state.typed)

    def _give(self, field: Field, text: str) -> None:
        session = self._desk.session
        try:
            session.push(changed(field, session.document, ("",), text))
        except InputError as problem:
            session.refuse(problem.reason)
        self.refresh()

    def _show_menu(self) -> None:
        menu = self._actions.whole_menu()
        menu.exec(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        menu.deleteLater()
