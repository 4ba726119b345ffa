"""Panning: the Hand tool, the held space bar and the middle button."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.layout.geometry import Point
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class HandTool(State):
    """Waits for a press. `back` is the state to return to when the space bar goes up."""

    back: State | None = None

    def press(self, pointer: Pointer, bench: Bench) -> State:
        return Panning(pointer.screen, self)

    @property
    def shape(self) -> Shape:
        return Shape.OpenHandCursor


@dataclass(frozen=True)
class Panning(State):
    """The paper in the hand."""

    last: Point
    back: State

    def move(self, pointer: Pointer, bench: Bench) -> State:
        bench.pan(self.last.x - pointer.screen.x, self.last.y - pointer.screen.y)
        return replace(self, last=pointer.screen)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        return self.back

    @property
    def shape(self) -> Shape:
        return Shape.ClosedHandCursor
