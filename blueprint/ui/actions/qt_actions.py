"""The actions as Qt has them: one QAction each, kept up to date with what can be done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.actions.action import Action, Desk
from blueprint.ui.actions.catalogue import (
    ACTIONS,
    LINE,
    MENUS,
    OPEN_DOCUMENTS,
    RECENT,
    SUBJECT_MENU,
    Menu,
    action,
)
from blueprint.ui.badges import badge
from blueprint.ui.icons import icon
from blueprint.ui.listening import listen
from blueprint.ui.signs import sign_icon
from blueprint.ui.theming import LOOK
from blueprint.ui.words import WORDS, plain


class QtActions(QObject):
    """Makes the QActions of one window and adds them to it."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._made: dict[str, QAction] = {}
        for found in ACTIONS:
            self._made[found.id] = self._make(found)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        session = desk.session
        for signal in (session.selection_changed, session.history_changed, session.tool_changed):
            listen(self, signal, lambda *_: self._timer.start())
        listen(self, session.cursor_changed, self._timer.start)
        listen(self, desk.files.changed, self._timer.start)
        listen(self, WORDS.changed, self._reword)
        listen(self, LOOK.changed, self._repaint)
        self._reword()
        self._repaint()

    def __getitem__(self, id: str) -> QAction:
        return self._made[id]

    def run(self, id: str) -> None:
        """Do what an action does, if it can be done now."""
        found = action(id)
        if found.enabled(self._desk):
            found.run(self._desk)
            self.refresh()

    def can(self, found: Action) -> bool:
        """Whether an action can be done now."""
        return found.enabled(self._desk)

    def refresh(self) -> None:
        """Enable what can be done now and tick what is on."""
        self._timer.stop()
        for found in ACTIONS:
            made = self._made[found.id]
            made.setEnabled(found.enabled(self._desk))
            if found.checked:
                made.setChecked(found.checked(self._desk))
        history = self._desk.session.history
        for id, label in (("undo", history.undo_label), ("redo", history.redo_label)):
            name = tr(action(id).text)
            words = tr(message("{act} {what}", act=name, what=label)) if label else name
            self._made[id].setText(_escaped(words))

    def fill(self, menu: QMenu, items: Iterable[str | Menu]) -> None:
        """Put actions into a menu."""
        for item in items:
            if isinstance(item, Menu):
                inner = menu.addMenu(tr(item.title))
                self.fill(inner, item.items)
            elif item == LINE:
                menu.addSeparator()
            elif item == RECENT:
                self._add_recent(menu)
            elif item == OPEN_DOCUMENTS:
                self._add_open_documents(menu)
            else:
                menu.addAction(self._made[item])

    def fill_subject_menu(self, menu: QMenu) -> None:
        """Put into `menu` what can be done with the selection."""
        self.fill(menu, SUBJECT_MENU)

    def whole_menu(self) -> QMenu:
        """A menu with everything, for the button in the toolbar."""
        made = QMenu(self._window)
        for menu in MENUS:
            self.fill(made.addMenu(tr(menu.title)), menu.items)
        return made

    def _add_recent(self, menu: QMenu) -> None:
        inner = menu.addMenu(tr(message("Open recent")))
        paths = self._desk.files.recent.paths
        inner.setEnabled(bool(paths))
        for path in paths:
            shown = inner.addAction(_escaped(path.name))
            shown.setToolTip(plain(str(path)))
            shown.triggered.connect(lambda _on, path=path: self._desk.files.open_path(path))
        if paths:
            inner.addSeparator()
            inner.addAction(tr(message("Clear this list")), self._desk.files.recent.clear)

    def _add_open_documents(self, menu: QMenu) -> None:
        around = self._desk.frame.around
        for shown in around.open_documents() if around else ():
            made = menu.addAction(_escaped(shown.title))
            made.setCheckable(True)
            made.setChecked(shown.current)
            made.triggered.connect(lambda _on, show=shown.show: show())

    def _make(self, found: Action) -> QAction:
        made = QAction(self._window)
        made.setObjectName(found.id)
        if found.shortcut:
            made.setShortcut(QKeySequence(found.shortcut))
        if found.checked:
            made.setCheckable(True)
        made.triggered.connect(lambda _on=False: self.run(found.id))
        self._window.addAction(made)
        return made

    def _reword(self) -> None:
        for found in ACTIONS:
            made = self._made[found.id]
            words = tr(found.text)
            made.setText(_escaped(words) + (f"\t{found.key}" if _key_only(found) else ""))
            keys = found.key or QKeySequence(found.shortcut).toString(_NATIVE)
            hint = tr(found.hint) if found.hint else ""
            tip = f"{words} ({keys})" if keys else words
            made.setToolTip(plain(f"{tip}\n{hint}" if hint else tip))
            made.setIconText(words)
        self._timer.start()

    def _repaint(self) -> None:
        colours = LOOK.colours
        for found in ACTIONS:
            if found.badge:
                self._made[found.id].setIcon(badge(found.badge))
            elif found.sign:
                self._made[found.id].setIcon(sign_icon(found.sign))
            elif found.icon:
                made = icon(found.icon, colours.ink2, colours.line2, colours.accent)
                self._made[found.id].setIcon(made)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _key_only(found: Action) -> bool:
    return bool(found.key) and not found.shortcut


def _escaped(text: str) -> str:
    """`text` without a sign that Qt would take for a mnemonic."""
    return text.replace("&", "&&")
