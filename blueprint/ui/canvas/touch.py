"""Fingers on the canvas: one pans or taps, a long press lifts, two zoom and pan."""

from __future__ import annotations

from enum import Enum, auto
from math import hypot
from typing import Final, Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QTouchEvent

from blueprint.layout.geometry import Point
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.tools.targets import Part

LIFT: Final = 400
"""Milliseconds that a finger rests until it lifts what is under it."""
STRAY: Final = 10.0
"""Pixels that a finger may stray while it rests or taps."""
DOUBLE: Final = 400
"""Milliseconds within which a second tap makes a double tap."""
TAP: Final = 250
"""Milliseconds that two fingers stay at most, to have tapped."""
_AT_ONCE: Final = (
    Part.HANDLE,
    Part.FLOW_SOURCE,
    Part.FLOW_TARGET,
    Part.BAR,
    Part.CARD_EDGE,
    Part.LANE_EDGE,
    Part.PHASE_EDGE,
)
"""What a finger drags at once, as it is there to be dragged and for nothing else."""
_NONE: Final = Qt.KeyboardModifier.NoModifier


class _Does(Enum):
    NOTHING = auto()
    RESTING = auto()
    """One finger is down and has not moved: a tap, or a lift to come."""
    PANNING = auto()
    CARRYING = auto()
    """It works the tool in hand, as a mouse with its button down."""
    PINCHING = auto()


class Touched(Protocol):
    """What fingers need of a canvas beside its pointing and its view."""

    def begin_press(self, *, fingers: bool) -> None:
        """A finger goes down: what is being typed is accepted."""

    def let_go(self, at: QPointF) -> None:
        """What the finger carries is dropped there."""

    def offer_menu_at(self, at: QPointF) -> None:
        """Open the menu for what lies there."""


class Touch(QObject):
    """Turns touch events into what one canvas does."""

    def __init__(
        self, parent: QObject, canvas: Touched, pointing: Pointing, navigator: Navigator
    ) -> None:
        super().__init__(parent)
        self._canvas, self._pointing, self._navigator = canvas, pointing, navigator
        self._does = _Does.NOTHING
        self._start = self._last = QPointF()
        self._spread = self._first_spread = 0.0
        self._has_moved = False
        self._lifted = False
        self._since = QElapsedTimer()
        self._tap_before: tuple[QPointF, int] | None = None
        """Where and when one finger has tapped last."""
        self._pair_before = -DOUBLE
        self._clock = QElapsedTimer()
        self._clock.start()
        self._lift_timer = QTimer(self, singleShot=True, interval=LIFT)
        self._lift_timer.timeout.connect(self._lift)

    def take(self, event: QTouchEvent) -> bool:
        """Do what the fingers mean; touches are always taken, so that Qt makes no mouse of them."""
        down = [p for p in event.points() if p.state() is not QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up()
        elif event.type() == QEvent.Type.TouchBegin and len(down) == 1:
            self._begin(down[0].position())
        elif len(down) >= 2:
            self._pinch(down[0].position(), down[1].position())
        elif down:
            self._move(down[0].position())
        else:
            self._end(event.points()[0].position())
        event.accept()
        return True

    # --- one finger --------------------------------------------------------------------------

    def _begin(self, at: QPointF) -> None:
        self._canvas.begin_press(fingers=True)
        self._start = self._last = at
        self._has_moved = self._lifted = False
        pointer = self._pointing.target_at(at)
        if pointer.target.part in _AT_ONCE:
            self._does = _Does.CARRYING
            self._pointing.press(at, _NONE)
            return
        self._does = _Does.RESTING
        self._lift_timer.start()

    def _lift(self) -> None:
        """The finger has rested: from now on it carries what is under it."""
        if self._does is not _Does.RESTING:
            return
        self._does = _Does.CARRYING
        self._lifted = True
        self._pointing.press(self._start, _NONE)
        self._pointing.move(self._start + QPointF(STRAY, 0), _NONE)
        self._pointing.move(self._start, _NONE)

    def _move(self, at: QPointF) -> None:
        if self._does is _Does.PINCHING:
            self._lose_one(at)
            return
        strayed = _distance(at, self._start) > STRAY
        self._has_moved = self._has_moved or strayed
        if self._does is _Does.RESTING and strayed:
            self._lift_timer.stop()
            self._does = _Does.PANNING
        if self._does is _Does.PANNING:
            self._navigator.pan(self._last.x() - at.x(), self._last.y() - at.y())
        elif self._does is _Does.CARRYING and (self._has_moved or not self._lifted):
            self._pointing.move(at, _NONE)
        self._last = at

    def _lose_one(self, at: QPointF) -> None:
        """Of two fingers one is up: the other pans on, unless both have only tapped."""
        if self._has_moved:
            self._does = _Does.PANNING
        self._last = at

    def _end(self, at: QPointF) -> None:
        self._lift_timer.stop()
        does, self._does = self._does, _Does.NOTHING
        if does is _Does.RESTING:
            self._tap(at)
        elif does is _Does.CARRYING and self._lifted and not self._has_moved:
            self._pointing.cancel()
            QTimer.singleShot(0, self, lambda: self._canvas.offer_menu_at(at))
        elif does is _Does.CARRYING:
            self._canvas.let_go(at)
        elif does is _Does.PINCHING:
            self._pair_tapped()
        self._pointing.leave()

    def _tap(self, at: QPointF) -> None:
        now = self._clock.elapsed()
        before, self._tap_before = self._tap_before, (at, now)
        self._pointing.move(at, _NONE)
        self._pointing.press(at, _NONE)
        self._pointing.release(at, _NONE)
        if before and now - before[1] <= DOUBLE and _distance(at, before[0]) <= 2 * STRAY:
            self._tap_before = None
            self._pointing.double(at, _NONE)

    # --- two fingers -------------------------------------------------------------------------

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        middle, spread = (one + other) / 2, max(1.0, _distance(one, other))
        if self._does is not _Does.PINCHING:
            self._give_up()
            self._canvas.begin_press(fingers=True)
            self._does = _Does.PINCHING
            self._has_moved = False
            self._start, self._first_spread = middle, spread
            self._since.start()
        else:
            self._has_moved = (
                self._has_moved
                or _distance(middle, self._start) > STRAY
                or abs(spread - self._first_spread) > STRAY
            )
            if self._has_moved:
                self._follow(middle, spread)
        self._last, self._spread = middle, spread

    def _follow(self, middle: QPointF, spread: float) -> None:
        """Pan with the fingers' middle and zoom about it."""
        self._navigator.pan(self._last.x() - middle.x(), self._last.y() - middle.y())
        at = Point(middle.x(), middle.y())
        self._navigator.zoom_to(self._navigator.view.zoom * spread / self._spread, at)

    def _pair_tapped(self) -> None:
        """Two fingers are up again; twice in short, they show everything."""
        if self._has_moved or self._since.elapsed() > TAP:
            return
        now = self._clock.elapsed()
        if now - self._pair_before <= DOUBLE:
            self._navigator.fit_all()
            now = -DOUBLE
        self._pair_before = now

    def _give_up(self) -> None:
        self._lift_timer.stop()
        if self._does is _Does.CARRYING:
            self._pointing.cancel()
        self._does = _Does.NOTHING


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
