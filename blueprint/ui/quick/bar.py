"""The quick bar: time, owner, badges and a connector for the selected steps, below the drawing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from blueprint.drawing.chips import initials
from blueprint.i18n import Message, message, tr
from blueprint.ui.badges import badge
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.fields.field import InputError, changed, shared
from blueprint.ui.fields.step import OWNER
from blueprint.ui.listening import listen
from blueprint.ui.panels.subject import Kind, subject
from blueprint.ui.quick.time_chip import TimeChip
from blueprint.ui.sizing import px, size_icon
from blueprint.ui.theming import LOOK
from blueprint.ui.tools import commands
from blueprint.ui.tools.badges import BADGES, steps_with
from blueprint.ui.tools.chain import connect_chosen
from blueprint.ui.widgets.labels import icon_button, rule
from blueprint.ui.words import WORDS, plain, say

HEIGHT: Final = 36
TOUCH_HEIGHT: Final = 52
BUTTON: Final = 30
TOUCH_BUTTON: Final = 44
"""The least that a finger hits well."""
GAP: Final = 16
"""From the canvas's lower edge."""
_NAMES: Final = {
    "fail": message("Fail point"),
    "wait": message("Wait point"),
    "star": message("Moment of truth"),
}
_KEYS: Final = {"fail": "F", "wait": "W", "star": "M"}


class QuickBar(QFrame):
    """Lies over the foot of `canvas` while steps are selected and the hand is at rest.

    `menu` fills the menu of the selection; `beside` is a widget in the corner to keep clear of.
    """

    def __init__(
        self,
        canvas: CanvasView,
        menu: Callable[[QMenu], object],
        beside: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quickbar")
        self._canvas = canvas
        self._session = canvas.session
        self._fill_menu = menu
        self._beside = beside
        self._ground = parent
        self._has_fingers = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        say(self, name=message("Quick bar"))
        self._fill()
        self._listen()
        self.hide()

    def _fill(self) -> None:
        self.time = TimeChip(self._session, self._leave)
        self.owner = icon_button("owner", message("Owner"), self._offer_owners)
        self.owner.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.badges = {name: self._badge(name) for name in BADGES}
        self.connector = icon_button("link", message("Connect"), self._connect)
        self.more = icon_button("more", message("More"), self._show_menu)
        self._rules = (rule(vertical=True), rule(vertical=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self.time)
        row.addWidget(self.owner)
        row.addWidget(self._rules[0])
        for made in self.badges.values():
            row.addWidget(made)
        row.addWidget(self._rules[1])
        row.addWidget(self.connector)
        row.addWidget(self.more)

    def _badge(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        size_icon(made, 20)
        say(made, name=_NAMES[name])
        made.clicked.connect(lambda _on=False: self._switch(name))
        return made

    def _listen(self) -> None:
        session, later = self._session, self._timer.start
        for signal in (session.selection_changed, session.document_replaced):
            listen(self, signal, later)
        listen(self, session.document_changed, lambda _change, _moved: later())
        listen(self, self._canvas.busy_changed, lambda _busy: self.refresh())
        listen(self, self._canvas.touched, self.fit_fingers)
        listen(self, self._canvas.view_changed, self._place)
        listen(self, WORDS.changed, later)
        listen(self, LOOK.changed, self._paint)
        self._canvas.installEventFilter(self)
        self._paint()

    def _paint(self) -> None:
        for name, made in self.badges.items():
            made.setIcon(badge(name))
        self.fit_fingers(self._has_fingers)

    def fit_fingers(self, touched: bool) -> None:
        """Be as large as fingers need, or as small as a mouse lets it be."""
        self._has_fingers = touched
        height = px(TOUCH_HEIGHT if touched else HEIGHT)
        self._canvas.foot = height + GAP
        side = TOUCH_BUTTON if touched else BUTTON
        for made in (*self.badges.values(), self.connector, self.more):
            made.setFixedSize(px(side), px(side))
        self.owner.setMinimumSize(px(side), px(side))
        self.owner.setMaximumSize(px(160), px(side))
        self.setFixedHeight(height)
        self._place()

    # --- what it shows ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the state of the selected steps, or nothing if there are none."""
        self._timer.stop()
        found = subject(self._session.document, self._session.selection)
        shown = found.kind in (Kind.STEP, Kind.REMARK) and not self._canvas.is_busy
        if not shown:
            self._put_away()
            return
        acts = found.kind is Kind.STEP
        for part in (self.time, *self.badges.values(), *self._rules, self.connector):
            part.setVisible(acts)
        self.time.show_steps(found.ids)
        self._show_owner(found.ids)
        for name, made in self.badges.items():
            self._show_badge(name, made, found.ids)
        several = len(found.ids) > 1
        self._word_connector(several)
        self._place()
        self.show()
        self.raise_()

    def _put_away(self) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus:
            self._leave()

    def _show_owner(self, ids: tuple[str, ...]) -> None:
        owner = shared(OWNER, self._session.document, ids)
        self.owner.setText("…" if owner is None else initials(owner))
        words = message("Several owners") if owner is None else message("No owner")
        text = owner or tr(words)
        self.owner.setToolTip(plain(f"{tr(OWNER.label)}: {text} (O)"))
        self.owner.setAccessibleDescription(text)

    def _show_badge(self, name: str, made: QToolButton, ids: tuple[str, ...]) -> None:
        """Down where all steps have it; dashed, and told in words, where some have it."""
        having = steps_with(self._session.document, ids, name)
        made.setChecked(having == len(ids))
        partly = "true" if 0 < having < len(ids) else "false"
        if made.property("partly") != partly:
            made.setProperty("partly", partly)
            made.style().unpolish(made)
            made.style().polish(made)
        state = _state(having, len(ids))
        made.setAccessibleDescription(tr(state))
        made.setToolTip(plain(f"{tr(_NAMES[name])} ({_KEYS[name]})\n{tr(state)}"))

    def _word_connector(self, several: bool) -> None:
        one, many = message("Connect"), message("Connect one after the other")
        say(self.connector, name=many if several else one)
        keys = "" if several else " (Ctrl+L)"
        self.connector.setToolTip(plain(tr(many if several else one) + keys))

    # --- where it stands -------------------------------------------------------------------

    def _place(self) -> None:
        """At the foot of the canvas, in its middle unless the corner is taken."""
        if not self._ground.isAncestorOf(self._canvas):
            return
        area = self._canvas.viewport().geometry()
        corner = self._canvas.mapTo(self._ground, area.topLeft())
        size = self.sizeHint()
        width = min(size.width(), area.width() - 16)
        x = corner.x() + (area.width() - width) // 2
        if not self._beside.isHidden():
            taken = self._canvas.mapTo(self._ground, self._beside.geometry().topLeft())
            x = min(x, taken.x() - 8 - width)
        x = max(x, corner.x() + 8)
        self.setGeometry(x, corner.y() + area.height() - GAP - self.height(), width, self.height())

    @property
    def taken(self) -> int:
        """How many pixels at the canvas's foot it takes up just now."""
        return 0 if self.isHidden() else self.height() + GAP

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    # --- what it does ----------------------------------------------------------------------

    def _leave(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, name: str) -> None:
        commands.switch_badge(self._session, name)
        self.refresh()

    def _connect(self) -> None:
        self._leave()
        if len(self._session.selected_steps) > 1:
            connect_chosen(self._session)
        else:
            self._canvas.connect_by_letters()

    def _offer_owners(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids = self._session.selected_steps
        now = shared(OWNER, self._session.document, ids)
        for choice in OWNER.choices(self._session.document):
            self._add_owner(menu, str(choice.text), choice.value, now)
        if not menu.isEmpty():
            menu.addSeparator()
        self._add_owner(menu, tr(message("No owner")), "", now)
        other = menu.addAction(tr(message("Another owner…")))
        other.triggered.connect(lambda _on=False: self._canvas.ask_field("owner"))
        self._popup(menu, self.owner)

    def _add_owner(self, menu: QMenu, text: str, owner: str, now: str | None) -> None:
        entry = menu.addAction(text.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(owner == now)
        entry.triggered.connect(partial(self._give_owner, owner))

    def _give_owner(self, owner: str, _on: bool = False) -> None:
        document, ids = self._session.document, self._session.selected_steps
        try:
            change = changed(OWNER, document, ids, owner)
        except InputError as problem:
            self._session.refuse(problem.reason)
            return
        self._session.push(change)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu)
        self._popup(menu, self.more)

    def _popup(self, menu: QMenu, above: QWidget) -> None:
        """Open upwards: there is no room beneath."""
        top = above.mapToGlobal(QPoint(0, -6))
        menu.popup(top - QPoint(0, menu.sizeHint().height()))

    # --- the keyboard ----------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab walks within the bar."""
        stops = [part for part in self._stops() if part.isVisible()]
        focused = self.window().focusWidget()
        at = stops.index(focused) if focused in stops else -1
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        return [self.time, self.owner, *self.badges.values(), self.connector, self.more]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


def _state(having: int, steps: int) -> Message:
    if steps == 1 or having in (0, steps):
        return message("Marked") if having else message("Not marked")
    return message("Marked on {count} of {steps} steps", count=having, steps=steps)
