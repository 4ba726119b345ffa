"""Search and commands in one field: every action, step, lane and phase by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.model.document import Document
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.actions.action import Action
from blueprint.ui.actions.catalogue import ACTIONS
from blueprint.ui.panels.swatch import swatch_icon
from blueprint.ui.session import Session
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import say

MOST: Final = 40
"""Rows shown at once: more are no use to anyone."""


class Hit(NamedTuple):
    """One row: what it says, what stands at its right, and what choosing it does."""

    text: str
    aside: str
    icon: QIcon | None
    run: Callable[[], object]


class Palette(QFrame):
    """`run` does an action by id; `can` tells whether it can be done now."""

    def __init__(
        self,
        session: Session,
        run: Callable[[str], object],
        can: Callable[[Action], bool],
        host: QWidget,
    ) -> None:
        super().__init__(host, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._session = session
        self._run = run
        self._can = can
        self._hits: list[Hit] = []
        self.field = QLineEdit()
        say(
            self.field,
            placeholder=message("Search or run a command"),
            name=message("Search or run a command"),
        )
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(12, 12))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label("", "muted", wrap=True)
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self._none):
            column.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._choose())

    def open(self, at: QPoint, sought: str = "") -> None:
        """Open at a point of the screen; "/" at the beginning looks in the blueprint alone."""
        self.resize(480, 420)
        self.move(at.x() - self.width() // 2, at.y())
        self.field.setText(sought)
        self._search(sought)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
        if event.key() in steps and self.list.count():
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(row % self.list.count())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return False

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            chosen = self._hits[row]
            self.close()
            chosen.run()

    def _search(self, typed: str) -> None:
        sought = typed.removeprefix("/").strip().lower()
        found: list[Hit] = []
        if not typed.startswith("/"):
            found += self._actions(sought)
        if sought:
            found += self._things(sought)
        self._hits = sorted(found, key=lambda hit: not hit.text.lower().startswith(sought))[:MOST]
        self.list.clear()
        for hit in self._hits:
            self._add(hit)
        self.list.setCurrentRow(0)
        self._say_none(sought)

    def _say_none(self, sought: str) -> None:
        none = bool(sought) and not self._hits
        self._none.setVisible(none)
        self.list.setVisible(not none)
        words = message(
            "Nothing called “{sought}”. Try a lane, an owner or a command.", sought=sought
        )
        self._none.setText(tr(words) if none else "")

    def _add(self, hit: Hit) -> None:
        item = QListWidgetItem(f"{hit.text}    {hit.aside}" if hit.aside else hit.text)
        if hit.icon is not None:
            item.setIcon(hit.icon)
        item.setSizeHint(QSize(100, 28))
        self.list.addItem(item)

    def _actions(self, sought: str) -> Iterator[Hit]:
        for found in ACTIONS:
            text = tr(found.text)
            named = sought in text.lower() or sought in found.text.text.lower()
            if named and self._can(found):
                shortcut = QKeySequence(found.shortcut)
                keys = found.key or shortcut.toString(QKeySequence.SequenceFormat.NativeText)
                yield Hit(text, keys, None, partial(self._run, found.id))

    def _things(self, sought: str) -> Iterator[Hit]:
        document = self._session.document
        for step in document.steps.values():
            if sought in f"{step.label}\n{step.owner}\n{step.description}".lower():
                role = document.lane(step.lane).role
                aside = step.owner or tr(ROLE_TITLES[role])
                text = " ".join(step.label.split())
                yield Hit(text, aside, swatch_icon(role), partial(self._go, step.id))
        yield from self._bands(document, sought)

    def _bands(self, document: Document, sought: str) -> Iterator[Hit]:
        for lane in document.lanes:
            title = lane.title or tr(ROLE_TITLES[lane.role])
            if sought in title.lower():
                yield Hit(
                    title,
                    tr(message("Lane")),
                    swatch_icon(lane.role),
                    partial(self._go, lane.id),
                )
        for phase in document.phases.values():
            if sought in phase.title.lower():
                yield Hit(phase.title, tr(message("Phase")), None, partial(self._go, phase.id))

    def _go(self, id: str) -> None:
        self._session.select((id,))
        self._session.reveal((id,))
