"""Moving the bars of a connector across their gutters, by hand and by keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from blueprint.i18n import message
from blueprint.layout.geometry import Bar, Point
from blueprint.model.edits.bars import move_bars
from blueprint.ui.session import Session
from blueprint.ui.tools.overlay import Overlay, Wire
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer

SNAP: Final = 6.0
"""Pixels within which a bar snaps; points that it keeps from parallel bars."""


@dataclass(frozen=True)
class BarMoving(State):
    """A bar in the hand; it stands at `at`, across itself."""

    bar: Bar
    at: float
    back: State

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        bar = self.bar
        wanted = pointer.at.x if bar.vertical else pointer.at.y
        if not pointer.alt:
            wanted = snapped(bar, wanted, bench.session.layout.parallels(bar), bench.view.zoom)
        return BarMoving(bar, max(bar.low, min(bar.high, wanted)), self.back)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session, bar = bench.session, self.bar
        if self.at != bar.at:
            place = bar.place(self.at)
            session.attempt(
                lambda: move_bars(session.document, bar.flow, vertical=bar.vertical, place=place)
            )
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        points = list(bench.session.layout.connector(self.bar.flow).points)
        for end in (self.bar.segment, self.bar.segment + 1):
            x, y = points[end]
            points[end] = Point(self.at, y) if self.bar.vertical else Point(x, self.at)
        return Overlay(wires=(Wire(tuple(points)),), hover=self.bar.flow)

    @property
    def shape(self) -> Shape:
        return Shape.SplitHCursor if self.bar.vertical else Shape.SplitVCursor


def snapped(bar: Bar, wanted: float, parallels: list[float], zoom: float) -> float:
    """The middle of the gutter, or a place beside a parallel bar, where one is near."""
    middle = (bar.low + bar.high) / 2
    places = [middle, *(at + side for at in parallels for side in (-SNAP, SNAP))]
    nearest = min(places, key=lambda at: abs(at - wanted))
    near = abs(nearest - wanted) * zoom <= SNAP and bar.low <= nearest <= bar.high
    return nearest if near else wanted


def nudge_bars(session: Session, flow: str, right: int, down: int) -> None:
    """Move the bars of a connector past their neighbour, or to the next edge."""
    vertical = bool(right)
    way = right or down
    bars = session.layout.bars(flow) if session.layout.shows_flow(flow) else ()
    found = [bar for bar in bars if bar.vertical is vertical]
    if not found:
        words = (
            message("No upright bar of this connector runs in a gutter. Try up and down.")
            if vertical
            else message("No level bar of this connector has room. Try left and right.")
        )
        session.refuse(words)
        return
    bar = found[0]
    old = session.document.flow(flow)
    wish = old.bar_x if vertical else old.bar_y
    place = bar.place(bar.at) if wish is None else wish
    step = 2 / (len(session.layout.parallels(bar)) + 2)
    session.attempt(
        lambda: move_bars(session.document, flow, vertical=vertical, place=place + way * step)
    )
