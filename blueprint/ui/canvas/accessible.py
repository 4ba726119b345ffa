"""The canvas for screen readers: each card is a child of its own, though it is only painted."""

from __future__ import annotations

from typing import Final

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
from blueprint.layout.geometry import Cell
from blueprint.ui.canvas.accessible_parts import (
    NOTHING,
    CardInterface,
    LaneInterface,
    Part,
    PhaseInterface,
)
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.spoken import cell_words, crossing_words
from blueprint.ui.listening import listen

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
        focused = focused_card(self._canvas)
        if focused in self.interface.order:
            event = QAccessibleEvent(self._canvas, QAccessible.Event.Focus)
            event.setChild(self.interface.place_of(focused))
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
    """The canvas: phases as headings, then lanes as lists, with their cards in them.

    Qt names what has the focus by its place among the children, so each card can be asked for
    by a place beyond the last of them as well.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        self._order: list[str] = []
        self._in_lane: dict[str, list[str]] = {}
        self._parts: list[str] = []
        self._known: dict[str, Part] = {}
        self._stale = True
        canvas.session.document_changed.connect(self._forget)
        canvas.session.document_replaced.connect(self._forget)

    def _forget(self, *_args: object) -> None:
        self._stale = True

    def _look(self) -> None:
        """Read the order of everything anew, if the document has changed."""
        if not self._stale:
            return
        self._stale = False
        document, layout = self._canvas.session.document, self._canvas.session.layout
        self._order = cards_in_order(self._canvas)
        self._in_lane = {band.lane: [] for band in layout.lanes}
        for id in self._order:
            self._in_lane[document.step(id).lane].append(id)
        phases = dict.fromkeys(span.phase for span in layout.phases if span.phase)
        self._parts = [*phases, *self._in_lane]

    @property
    def order(self) -> list[str]:
        """All cards, lane by lane."""
        self._look()
        return self._order

    @property
    def parts(self) -> list[str]:
        """The phases from the left, then the lanes from the top."""
        self._look()
        return self._parts

    def cards_of(self, lane: str) -> list[str]:
        """The cards of a lane, from the left."""
        self._look()
        return self._in_lane.get(lane, [])

    def card(self, id: str) -> QAccessibleInterface:
        return self._part(id, CardInterface)

    def lane(self, id: str) -> QAccessibleInterface:
        return self._part(id, LaneInterface)

    def _part(self, id: str, kind: type[Part]) -> Part:
        if id not in self._known:
            self._known[id] = kind(self, self._canvas, id)
        return self._known[id]

    def focused_card(self) -> str:
        """The card that the cursor is on; "" for none."""
        return focused_card(self._canvas)

    def place_of(self, card: str) -> int:
        """The place by which a card can be asked for."""
        return len(self.parts) + self.order.index(card)

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
        return len(self.parts)

    def child(self, index: int) -> QAccessibleInterface:
        parts = self.parts
        if 0 <= index < len(parts):
            is_lane = parts[index] in self._in_lane
            return self._part(parts[index], LaneInterface if is_lane else PhaseInterface)
        beyond = index - len(parts)
        return self.card(self.order[beyond]) if 0 <= beyond < len(self.order) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        id = child.id if isinstance(child, Part) else ""
        return self.parts.index(id) if id in self.parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._canvas.viewport().mapFromGlobal(QPoint(x, y))
        target = self._canvas.target_at(at)
        if target.id in self.order:
            return self.card(target.id)
        id = target.cell.lane if target.cell is not None else target.id
        return self.child(self.parts.index(id)) if id in self.parts else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        focused = focused_card(self._canvas)
        return self.card(focused) if focused in self.order else NOTHING

    def rect(self) -> QRect:
        return QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

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
