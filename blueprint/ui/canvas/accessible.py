"""The canvas for screen readers: each card is a child of its own, though it is only painted."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)

from blueprint.i18n import Message, message, tr
from blueprint.layout.geometry import Box, Cell, Point
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.spoken import card_words, cell_words, crossing_words
from blueprint.ui.listening import listen

NOTHING: Final = cast(QAccessibleInterface, None)
"""Qt takes None for no interface, though its types do not say so."""
NO_OBJECT: Final = cast(QObject, None)
_installed: Final[list[bool]] = []


def speak_for(canvas: CanvasView) -> Speaker:
    """Let screen readers find the cards of a canvas, and tell them where the cursor goes."""
    if not _installed:
        QAccessible.installFactory(_interface_for)
        _installed.append(True)
    return Speaker(canvas)


class Speaker(QObject):
    """Tells screen readers of the canvas; does nothing while none listens."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.interface = CanvasInterface(canvas)
        self._last: Cell | None = None
        session = canvas.session
        listen(self, session.cursor_changed, self._cursor_moved)
        listen(self, session.selection_changed, self._cursor_moved)
        listen(self, session.announced, self.say)
        listen(self, session.refused, self.say)

    def say(self, words: Message | str) -> None:
        if QAccessible.isActive() and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, str(words)))

    def _cursor_moved(self) -> None:
        before, now = self._last, self._canvas.session.cursor
        self._last = now
        if not QAccessible.isActive():
            return
        known = self._canvas.session.document.entities
        if before and now and before.lane in known and now.lane in known:
            self.say(crossing_words(self._canvas.session.document, before, now))
        order = cards_in_order(self._canvas)
        focused = focused_card(self._canvas)
        if focused in order:
            event = QAccessibleEvent(self._canvas, QAccessible.Event.Focus)
            event.setChild(order.index(focused))
            QAccessible.updateAccessibility(event)
        elif now is not None:
            self.say(cell_words(self._canvas.session, now))


def cards_in_order(canvas: CanvasView) -> list[str]:
    """The shown cards by lane, then by column, then from the top of the cell."""
    document, layout = canvas.session.document, canvas.session.layout
    lanes = {lane.id: n for n, lane in enumerate(document.lanes)}
    columns = {column.id: n for n, column in enumerate(document.columns)}
    shown = [step for step in document.steps.values() if layout.shows_step(step.id)]
    shown.sort(key=lambda step: (lanes[step.lane], columns[step.column], step.order, step.id))
    return [step.id for step in shown]


def focused_card(canvas: CanvasView) -> str:
    """The card that the cursor is on; "" for none."""
    session = canvas.session
    if session.cursor is None:
        return ""
    standing = [step.id for step in session.document.cell(*session.cursor)]
    chosen = [id for id in session.selection if id in standing]
    return (chosen or standing or [""])[0]


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    speaker = thing.findChild(Speaker) if isinstance(thing, CanvasView) else None
    return speaker.interface if isinstance(speaker, Speaker) else None


class CanvasInterface(QAccessibleInterface):
    """The canvas as a list of cards."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        self._order: list[str] = []
        self._known: dict[str, CardInterface] = {}
        self._stale = True
        canvas.session.document_changed.connect(self._forget)
        canvas.session.document_replaced.connect(self._forget)

    def _forget(self, *_args: object) -> None:
        self._stale = True

    @property
    def order(self) -> list[str]:
        if self._stale:
            self._order = cards_in_order(self._canvas)
            self._stale = False
        return self._order

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject:
        return self._canvas

    def window(self) -> QWindow:
        return self._canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        above = self._canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else NOTHING

    def childCount(self) -> int:
        return len(self.order)

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < len(self.order):
            return NOTHING
        id = self.order[index]
        if id not in self._known:
            self._known[id] = CardInterface(self, self._canvas, id)
        return self._known[id]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        id = child.id if isinstance(child, CardInterface) else ""
        return self.order.index(id) if id in self.order else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._canvas.viewport().mapFromGlobal(QPoint(x, y))
        found = self._canvas.session.layout.steps_in(_point_box(self._canvas, at))
        return (
            self.child(self.order.index(found[0])) if found and found[0] in self.order else NOTHING
        )

    def focusChild(self) -> QAccessibleInterface:
        focused = focused_card(self._canvas)
        return self.child(self.order.index(focused)) if focused in self.order else NOTHING

    def rect(self) -> QRect:
        return QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._canvas.hasFocus()
        state.multiSelectable = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        document = self._canvas.session.document
        if kind == QAccessible.Text.Name:
            return document.properties.title or tr(message("Blueprint"))
        if kind == QAccessible.Text.Description:
            return tr(
                message(
                    "{lanes} lanes, {columns} columns, {steps} steps",
                    lanes=len(document.lanes),
                    columns=len(document.columns),
                    steps=len(document.steps),
                )
            )
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The title is changed in the inspector."""

    def backgroundColor(self) -> QColor:
        return QColor(self._canvas.theme.window.sheet)

    def foregroundColor(self) -> QColor:
        return QColor(self._canvas.theme.window.ink)


class CardInterface(QAccessibleInterface):
    """One card: named by its text, described by all that it shows."""

    def __init__(self, whole: CanvasInterface, canvas: CanvasView, id: str) -> None:
        super().__init__()
        self._whole = whole
        self._canvas = canvas
        self.id = id

    def isValid(self) -> bool:
        return self._canvas.session.layout.shows_step(self.id)

    def object(self) -> QObject:
        return NO_OBJECT

    def window(self) -> QWindow:
        return self._whole.window()

    def parent(self) -> QAccessibleInterface:
        return self._whole

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        return NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NOTHING

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        card = self._canvas.session.layout.card(self.id).box
        box = self._canvas.view_of(card).box_on_screen(card)
        corner = self._canvas.viewport().mapToGlobal(QPoint(round(box.x), round(box.y)))
        return QRect(corner.x(), corner.y(), round(box.width), round(box.height))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = state.editable = True
        state.focused = focused_card(self._canvas) == self.id and self._canvas.hasFocus()
        state.selected = self.id in self._canvas.session.selection
        state.invalid = not self.isValid()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._canvas.session.document.step(self.id).label
        if kind in (QAccessible.Text.Description, QAccessible.Text.Value):
            return card_words(self._canvas.session, self.id)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are typed in place."""

    def backgroundColor(self) -> QColor:
        return self._whole.backgroundColor()

    def foregroundColor(self) -> QColor:
        return self._whole.foregroundColor()


def _point_box(canvas: CanvasView, at: QPoint) -> Box:
    x, y = canvas.view_at(Point(at.x(), at.y())).to_drawing(at.x(), at.y())
    return Box(x, y, 0.01, 0.01)
