"""Lanes, phases and cards for screen readers: parts of the canvas that are only painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow

from blueprint.layout.geometry import Box
from blueprint.ui.canvas.spoken import card_words, lane_title, lane_words, phase_words

if TYPE_CHECKING:
    from blueprint.ui.canvas.accessible import CanvasInterface
    from blueprint.ui.canvas.canvas import CanvasView

NOTHING: Final = cast(QAccessibleInterface, None)
"""Qt takes None for no interface, though its types do not say so."""
NO_OBJECT: Final = cast(QObject, None)


class Part(QAccessibleInterface):
    """Something of the document that is seen on the canvas, by its id."""

    def __init__(self, whole: CanvasInterface, canvas: CanvasView, id: str) -> None:
        super().__init__()
        self.whole = whole
        self.canvas = canvas
        self.id = id

    def isValid(self) -> bool:
        return self.id in self.canvas.session.document.entities

    def object(self) -> QObject:
        return NO_OBJECT

    def window(self) -> QWindow:
        return self.whole.window()

    def parent(self) -> QAccessibleInterface:
        return self.whole

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        return NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NOTHING

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.id in self.canvas.session.selection
        state.invalid = not self.isValid()
        return state

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are typed in place."""

    def backgroundColor(self) -> QColor:
        return self.whole.backgroundColor()

    def foregroundColor(self) -> QColor:
        return self.whole.foregroundColor()

    def on_screen(self, box: Box) -> QRect:
        """A box of the window, in pixels of the screen."""
        corner = self.canvas.viewport().mapToGlobal(QPoint(round(box.x), round(box.y)))
        return QRect(corner.x(), corner.y(), round(box.width), round(box.height))


class CardInterface(Part):
    """One card: named by its text, described by all that it shows."""

    def isValid(self) -> bool:
        return self.canvas.session.layout.shows_step(self.id)

    def parent(self) -> QAccessibleInterface:
        step = self.canvas.session.document.steps.get(self.id)
        return self.whole.lane(step.lane) if step is not None else self.whole

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        card = self.canvas.session.layout.card(self.id).box
        return self.on_screen(self.canvas.view_of(card).box_on_screen(card))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = state.editable = True
        state.focused = self.whole.focused_card() == self.id and self.canvas.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self.canvas.session.document.step(self.id).label
        if kind in (QAccessible.Text.Description, QAccessible.Text.Value):
            return card_words(self.canvas.session, self.id)
        return ""


class LaneInterface(Part):
    """A lane: a list of its cards from left to right."""

    def childCount(self) -> int:
        return len(self.whole.cards_of(self.id))

    def child(self, index: int) -> QAccessibleInterface:
        cards = self.whole.cards_of(self.id)
        return self.whole.card(cards[index]) if 0 <= index < len(cards) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        cards = self.whole.cards_of(self.id)
        return cards.index(child.id) if isinstance(child, Part) and child.id in cards else -1

    def rect(self) -> QRect:
        for band in self.canvas.session.layout.lanes:
            if band.lane == self.id:
                view = self.canvas.view_of(band.box)
                box = view.box_on_screen(band.box)
                return self.on_screen(Box(0, box.y, view.width, box.height))
        return QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        document = self.canvas.session.document
        if kind == QAccessible.Text.Name:
            return lane_title(document, self.id)
        return lane_words(document, self.id) if kind == QAccessible.Text.Description else ""


class PhaseInterface(Part):
    """A phase: a heading over its columns."""

    def rect(self) -> QRect:
        for span in self.canvas.session.layout.phases:
            if span.phase == self.id:
                view = self.canvas.view_of(span.box)
                box = view.box_on_screen(span.box)
                return self.on_screen(Box(box.x, 0, box.width, view.top))
        return QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Heading

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        document = self.canvas.session.document
        if kind == QAccessible.Text.Name:
            return document.phases[self.id].title
        return phase_words(document, self.id) if kind == QAccessible.Text.Description else ""
