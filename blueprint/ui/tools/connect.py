"""Drawing connectors: from a handle or a card to another card, or to an empty cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from blueprint.i18n import Message
from blueprint.layout.geometry import Box, Cell, Point
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.flows import (
    connect,
    kind_between,
    reconnect,
    require_connectable,
    require_connectors,
)
from blueprint.model.notation import FlowKind
from blueprint.ui.session import Session
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.overlay import Drop, Overlay, Wire
from blueprint.ui.tools.state import Bench, Draft, Shape, State
from blueprint.ui.tools.targets import Part, Pointer, Side
from blueprint.ui.tools.wire import elbow, facing_sides, nearest_side, on_side

_EMPTY: Final = (Part.PAPER, Part.FLOW, Part.FLOW_SOURCE, Part.FLOW_TARGET, Part.BAR)
"""A connector that passes through a cell does not fill it."""


@dataclass(frozen=True)
class Wiring(State):
    """A connector in the hand, from the step `source`."""

    source: str
    side: Side | None
    now: Point
    back: State
    target: str = ""
    cell: Cell | None = None
    beyond: str = ""
    """The lane, right of the last column, that a new column would begin in."""
    refusal: Message | None = None
    recovery: bool = False
    clicking: bool = False
    """Begun by a click with the connector tool: the next click ends it."""

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        document = bench.session.document
        recovery = pointer.shift and document.step(self.source).fail is not None
        target = under(pointer, bench, but=self.source)
        refusal = self.refusal
        if target != self.target or recovery != self.recovery:
            kind = FlowKind.RECOVERY if recovery else None
            refusal = refusal_of(document, self.source, target, kind) if target else None
        empty = pointer.target.part in _EMPTY and not target
        cell = pointer.target.cell if empty else None
        beyond = lane_beyond(bench, pointer.at) if not target and cell is None else ""
        return replace(
            self, now=pointer.at, target=target, cell=cell, beyond=beyond,
            refusal=refusal, recovery=recovery,
        )  # fmt: skip

    def press(self, pointer: Pointer, bench: Bench) -> State:
        return self._ended(pointer, bench) if self.clicking else self

    def release(self, pointer: Pointer, bench: Bench) -> State:
        return self if self.clicking else self._ended(pointer, bench)

    def _ended(self, pointer: Pointer, bench: Bench) -> State:
        ended = self.move(pointer, bench)
        assert isinstance(ended, Wiring)
        session = bench.session
        kind = FlowKind.RECOVERY if ended.recovery else None
        if ended.target:
            make_connector(session, ended.source, ended.target, kind)
        elif ended.cell is not None:
            column = place_of(session.document, ended.cell.column)
            bench.draft(Draft(ended.cell.lane, column, ended.source, flow=kind))
        elif ended.beyond:
            column = len(session.document.columns)
            bench.draft(Draft(ended.beyond, column, ended.source, flow=kind))
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        layout = bench.session.layout
        start = layout.card(self.source).box
        drop = None
        if self.cell is not None:
            drop = Drop((layout.cell_box(*self.cell).grown(-4),))
        elif self.beyond:
            drop = Drop((box_beyond(bench, self.beyond).grown(-4),))
        end = layout.card(self.target).box if self.target else None
        return Overlay(
            wires=(wire(start, self.side, self.now, end),),
            joined=self.target if self.refusal is None else "",
            targets=legal_targets(bench, self.source),
            drop=drop,
            hint=self.refusal,
            refused=self.refusal is not None,
        )

    @property
    def shape(self) -> Shape:
        return Shape.ForbiddenCursor if self.refusal is not None else Shape.CrossCursor


@dataclass(frozen=True)
class Rewiring(State):
    """An end of a flow in the hand: its target, or its source."""

    flow: str
    moves_target: bool
    now: Point
    back: State
    other: str = ""
    refusal: Message | None = None

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        other = under(pointer, bench)
        refusal = self.refusal
        if other != self.other:
            refusal = self._refusal(bench.session.document, other) if other else None
        return replace(self, now=pointer.at, other=other, refusal=refusal)

    def _refusal(self, document: Document, other: str) -> Message | None:
        try:
            reconnect(document, self.flow, **self._end(other))
        except ChangeRefused as refusal:
            return refusal.reason
        return None

    def _end(self, other: str) -> dict[str, str]:
        return {"target": other} if self.moves_target else {"source": other}

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        if self.other:
            session.attempt(lambda: reconnect(session.document, self.flow, **self._end(self.other)))
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        document, layout = bench.session.document, bench.session.layout
        flow = document.flow(self.flow)
        fixed = flow.source if self.moves_target else flow.target
        end = layout.card(self.other).box if self.other else None
        return Overlay(
            wires=(wire(layout.card(fixed).box, None, self.now, end),),
            joined=self.other if self.refusal is None else "",
            targets=legal_targets(bench, fixed),
            hint=self.refusal,
            refused=self.refusal is not None,
        )

    @property
    def shape(self) -> Shape:
        return Shape.ForbiddenCursor if self.refusal is not None else Shape.CrossCursor


@dataclass(frozen=True)
class ConnectTool(State):
    """Waits for the first card: a click on it or a drag from it."""

    hover: str = ""
    refusal: Message | None = None

    def move(self, pointer: Pointer, bench: Bench) -> State:
        hover = under(pointer, bench)
        if hover == self.hover:
            return self
        return ConnectTool(hover, _no_source(bench.session.document, hover) if hover else None)

    def press(self, pointer: Pointer, bench: Bench) -> State:
        source = under(pointer, bench)
        if not source:
            return self
        refusal = _no_source(bench.session.document, source)
        if refusal is not None:
            bench.session.refuse(refusal)
            return self
        return _FirstCard(source, pointer.at, pointer.screen, self)

    def overlay(self, bench: Bench) -> Overlay:
        handles = (self.hover,) if self.hover and self.refusal is None else ()
        return Overlay(
            hover=self.hover,
            handles=handles,
            hint=self.refusal,
            refused=self.refusal is not None,
        )

    @property
    def shape(self) -> Shape:
        return Shape.ForbiddenCursor if self.refusal is not None else Shape.CrossCursor


def _no_source(document: Document, step: str) -> Message | None:
    """Why no connector leaves a step, whatever the target; None if one may."""
    try:
        require_connectors(document, document.step(step))
    except ChangeRefused as refusal:
        return refusal.reason
    return None


@dataclass(frozen=True)
class _FirstCard(State):
    source: str
    at: Point
    screen: Point
    back: State

    def move(self, pointer: Pointer, bench: Bench) -> State:
        if abs(pointer.screen.x - self.screen.x) + abs(pointer.screen.y - self.screen.y) < 4:
            return self
        return Wiring(self.source, None, pointer.at, self.back).move(pointer, bench)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        return Wiring(self.source, None, pointer.at, self.back, clicking=True)

    def cancel(self, bench: Bench) -> State | None:
        return self.back


def under(pointer: Pointer, bench: Bench, but: str = "") -> str:
    """The step under the pointer, or the nearest within 24 pixels; "" for none."""
    target = pointer.target
    if target.part in (Part.CARD, Part.CARD_EDGE, Part.HANDLE):
        return target.id if target.id != but else ""
    reach = 24 / bench.view.zoom
    at = pointer.at
    layout = bench.session.layout
    around = Box(at.x - reach, at.y - reach, 2 * reach, 2 * reach)
    near = [id for id in layout.steps_in(around) if id != but]
    distances = {id: _distance(layout.card(id).box, at) for id in near}
    close = [id for id in near if distances[id] <= reach]
    return min(close, key=lambda id: distances[id], default="")


def lane_beyond(bench: Bench, at: Point) -> str:
    """The lane at a point right of the last column; "" elsewhere."""
    layout = bench.session.layout
    if not layout.columns or at.x <= layout.columns[-1].right:
        return ""
    lanes = (band.lane for band in layout.lanes if band.box.y <= at.y <= band.box.bottom)
    return next(lanes, "")


def box_beyond(bench: Bench, lane: str) -> Box:
    """The cell that a lane would have in a new last column."""
    layout = bench.session.layout
    last = layout.columns[-1]
    cell: Box = layout.cell_box(lane, last.column)
    return Box(last.right, cell.y, last.right - last.left, cell.height)


def _distance(box: Box, at: Point) -> float:
    dx = max(box.x - at.x, 0.0, at.x - box.right)
    dy = max(box.y - at.y, 0.0, at.y - box.bottom)
    return max(dx, dy)


def refusal_of(
    document: Document, source: str, target: str, kind: FlowKind | None = None
) -> Message | None:
    """Why two steps cannot be connected; None if they can."""
    try:
        chosen = kind or kind_between(document, source, target)
        require_connectable(document, source, target, chosen)
    except ChangeRefused as refusal:
        return refusal.reason
    return None


def legal_targets(bench: Bench, source: str) -> tuple[str, ...]:
    """The cards in view that a connector from `source` may lead to."""
    session = bench.session
    return tuple(
        id for id in bench.steps_in_view() if refusal_of(session.document, source, id) is None
    )


def wire(start: Box, side: Side | None, now: Point, end: Box | None) -> Wire:
    """The course of a connector in the making, from a card to the pointer or to a card."""
    if end is None:
        leaves = side or facing_sides(start, Box(now.x, now.y, 0, 0))[0]
        return Wire(elbow(on_side(start, leaves), leaves, now, None))
    joins = nearest_side(end, now)
    leaves = side or facing_sides(start, end)[0]
    snapped = on_side(end, joins)
    return Wire(elbow(on_side(start, leaves), leaves, snapped, joins), snapped)


def make_connector(session: Session, source: str, target: str, kind: FlowKind | None) -> None:
    """Connect two steps and select the connector; branches and recoveries ask for their label."""
    made = session.attempt(lambda: connect(session.document, source, target, kind))
    if made:
        branches = session.document.step(source).kind.value == "decision"
        session.select([made])
        if branches or session.document.flow(made).kind is FlowKind.RECOVERY:
            session.edit(made)
