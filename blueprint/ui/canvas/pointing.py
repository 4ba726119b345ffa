"""Drives the tool in hand with mouse events, and scrolls when a drag nears the window's edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal

from blueprint.layout.geometry import Point
from blueprint.ui.canvas.hit import FINGER, MOUSE, Sight, pick
from blueprint.ui.canvas.panes import Pane, Panes, free_body, pane_at
from blueprint.ui.tools.hand import HandTool, Panning
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.state import Bench, State
from blueprint.ui.tools.targets import NOWHERE, Part, Pointer
from blueprint.ui.tools.toolbox import idle_state

EDGE: Final = 32
"""Pixels from the window's edge within which a drag scrolls."""
FRAME: Final = 16

_ON_CARD: Final = (Part.CARD, Part.CARD_EDGE, Part.HANDLE)


class Pointing(QObject):
    """The state of the tool in hand; `changed` tells that it may look different."""

    changed = Signal()

    def __init__(self, bench: Bench, parent: QObject, panes: Callable[[], Panes]) -> None:
        super().__init__(parent)
        self._bench = bench
        self._panes = panes
        self._pressed_in: tuple[str, bool] = ("", False)
        self.state: State = idle_state(bench.session.tool)
        self.pointer = Pointer(Point(0, 0), Point(-1, -1))
        self.fingers = False
        """Whether fingers point, which need larger targets."""
        self._held: State | None = None
        self.has_panned = False
        """Whether the hand has panned since the space bar went down."""
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._scroll)
        bench.session.tool_changed.connect(self._take_tool)

    @property
    def overlay(self) -> Overlay:
        return self.state.overlay(self._bench)

    @property
    def lane(self) -> str:
        """The lane under the pointer; "" while something is dragged or there is none."""
        cell = None if self.state.drags else self.pointer.target.cell
        return cell.lane if cell is not None else ""

    @property
    def is_dragging(self) -> bool:
        return self.state.drags

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._pressed_in = pane_at(self._panes(), Point(at.x(), at.y())).key
        pointer = self._point(at, modifiers)
        self._after(lambda: self.state.press(pointer, self._bench))

    def press_middle(self, at: QPointF) -> None:
        """Pan until the button goes up."""
        self._turn(Panning(Point(at.x(), at.y()), self.state))

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._turn(self.state.move(self._point(at, modifiers), self._bench))
        if self.state.drags and self._near_edge() != (0, 0):
            self._timer.start()

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._timer.stop()
        pointer = self._point(at, modifiers)
        self._after(lambda: self.state.release(pointer, self._bench))

    def double(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._turn(self.state.double(self._point(at, modifiers), self._bench))

    def leave(self) -> None:
        """The pointer has left the canvas."""
        if not self.state.drags:
            nowhere = replace(self.pointer, target=NOWHERE, screen=Point(-1, -1))
            self.pointer = nowhere
            self._turn(self.state.move(nowhere, self._bench))

    def cancel(self) -> bool:
        """Give up what the hand is doing; False if it does nothing."""
        if not self._after(lambda: self.state.cancel(self._bench)):
            return False
        self._timer.stop()
        return True

    def take(self, state: State | None) -> None:
        """Turn to a state that a key has asked for, if it led to one."""
        if state is not None:
            self._turn(state)

    def type(self, text: str) -> bool:
        """Whether a letter means something to the state in hand; then it has been done."""
        return self._after(lambda: self.state.typed(text, self._bench))

    def reset(self) -> None:
        """Drop whatever the hand is doing: the document has changed under it."""
        self._timer.stop()
        self._held = None
        self._turn(idle_state(self._bench.session.tool))

    def hold_hand(self, held: bool) -> None:
        """Pan while the space bar is held."""
        if held and self._held is None and not self.state.drags:
            self._held = self.state
            self.has_panned = False
            self._turn(HandTool())
        elif not held and self._held is not None:
            back, self._held = self._held, None
            self._turn(back)

    @property
    def holds_hand(self) -> bool:
        return self._held is not None

    def target_at(self, at: QPointF) -> Pointer:
        """What lies under a point, as the tools would be told."""
        return self._point(at, Qt.KeyboardModifier.NoModifier)

    # --- inside ----------------------------------------------------------------------------

    def _after(self, act: Callable[[], State | None]) -> bool:
        """Turn to the state that an act answers, or begin with the tool that it has taken."""
        tool = self._bench.session.tool
        state = act()
        if self._bench.session.tool != tool:
            state = idle_state(self._bench.session.tool)
        if state is not None:
            self._turn(state)
        return state is not None

    def _turn(self, state: State) -> None:
        before, self.state = self.state, state
        self.has_panned = self.has_panned or isinstance(state, Panning)
        if state is not before or state.drags:
            self.changed.emit()

    def _take_tool(self, name: str) -> None:
        self.state = idle_state(name)
        self.changed.emit()

    def _point(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Pointer:
        session = self._bench.session
        screen = Point(at.x(), at.y())
        view = self._pane(screen).view
        last = self.pointer.target
        hovered = last.id if last.part in _ON_CARD else ""
        reach = FINGER if self.fingers else MOUSE
        sight = Sight(session.document, session.layout, view, session.selection, hovered, reach)
        self.pointer = Pointer(
            view.to_drawing(*screen),
            screen,
            pick(sight, screen),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )
        return self.pointer

    def _pane(self, screen: Point) -> Pane:
        """The pane under a pixel, or the one in which something was taken that stays in it."""
        panes = self._panes()
        if self.state.keeps_pane:
            held = [pane for pane in panes if pane.key == self._pressed_in]
            return held[0] if held else panes[0]
        return pane_at(panes, screen)

    def _near_edge(self) -> tuple[float, float]:
        """How far to scroll in a frame: the nearer the edge, the faster.

        What is frozen has an edge of its own beyond it, and over itself none.
        """
        at, panes = self.pointer.screen, self._panes()
        pane, body = pane_at(panes, at), free_body(panes)
        dx = max(0.0, at.x - (body.right - EDGE)) - max(0.0, body.x + EDGE - at.x)
        dy = max(0.0, at.y - (body.bottom - EDGE)) - max(0.0, body.y + EDGE - at.y)
        dx = 0.0 if pane.has_columns and dx < 0 else dx
        dy = 0.0 if pane.lane and dy < 0 else dy
        return min(48.0, max(-48.0, dx)) * 0.4, min(48.0, max(-48.0, dy)) * 0.4

    def _scroll(self) -> None:
        dx, dy = self._near_edge()
        if not self.state.drags or (dx, dy) == (0, 0):
            self._timer.stop()
            return
        self._bench.pan(dx, dy)
        screen = self.pointer.screen
        moved = replace(self.pointer, at=self._pane(screen).view.to_drawing(*screen))
        self.pointer = moved
        self._turn(self.state.move(moved, self._bench))
