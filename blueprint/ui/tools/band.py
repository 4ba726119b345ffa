"""Selecting with a box drawn on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.layout.geometry import Box, Point
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class Banding(State):
    """A box from `start` to the pointer; it adds to the selection `kept`."""

    start: Point
    now: Point
    back: State
    kept: tuple[str, ...] = ()

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        moved = replace(self, now=pointer.at)
        inside = caught(bench, moved.box, enclosed=pointer.alt)
        bench.session.select((*self.kept, *inside))
        return moved

    def release(self, pointer: Pointer, bench: Bench) -> State:
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        bench.session.select(self.kept)
        return self.back

    @property
    def box(self) -> Box:
        left, right = sorted((self.start.x, self.now.x))
        top, bottom = sorted((self.start.y, self.now.y))
        return Box(left, top, right - left, bottom - top)

    def overlay(self, bench: Bench) -> Overlay:
        return Overlay(band=self.box)

    @property
    def shape(self) -> Shape:
        return Shape.CrossCursor


def caught(bench: Bench, box: Box, *, enclosed: bool) -> list[str]:
    """The steps that a box touches, or that it encloses."""
    layout = bench.session.layout
    found = layout.steps_in(box)
    boxes = {id: layout.card(id).box for id in found}
    if enclosed:
        return [id for id in found if _encloses(box, boxes[id])]
    return [id for id in found if boxes[id].meets(box)]


def _encloses(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )
