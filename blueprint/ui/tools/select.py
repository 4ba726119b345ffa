"""The Select tool: hovering, clicking, and which drag a press turns into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from blueprint.i18n import message
from blueprint.layout.geometry import Point
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import takes_connectors
from blueprint.model.edits.lanes import set_lane
from blueprint.model.entities import Step
from blueprint.model.notation import Line
from blueprint.ui.tools.band import Banding
from blueprint.ui.tools.bars import BarMoving
from blueprint.ui.tools.columns import ColumnDragging, PhaseSizing
from blueprint.ui.tools.connect import Rewiring, Wiring, lane_beyond
from blueprint.ui.tools.drag import Dragging
from blueprint.ui.tools.folding import unfold
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.headings import columns_from
from blueprint.ui.tools.lanes import LaneDragging, LaneSizing
from blueprint.ui.tools.lines import LineDragging
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.span import Spanning
from blueprint.ui.tools.state import Bench, Draft, PhaseDraft, Shape, State
from blueprint.ui.tools.targets import NOWHERE, Part, Pointer, Side, Target

DRAG_DISTANCE: Final = 4
"""Pixels that the pointer moves before a press becomes a drag."""

_SHAPES: Final = {
    Part.CARD_EDGE: Shape.SizeHorCursor,
    Part.HANDLE: Shape.CrossCursor,
    Part.BUBBLE: Shape.PointingHandCursor,
    Part.FLOW: Shape.PointingHandCursor,
    Part.FLOW_SOURCE: Shape.CrossCursor,
    Part.FLOW_TARGET: Shape.CrossCursor,
    Part.LANE: Shape.OpenHandCursor,
    Part.LANE_EDGE: Shape.SizeVerCursor,
    Part.LINE: Shape.OpenHandCursor,
    Part.PHASE: Shape.OpenHandCursor,
    Part.PHASE_EDGE: Shape.SizeHorCursor,
    Part.COLUMN: Shape.OpenHandCursor,
    Part.GUTTER: Shape.PointingHandCursor,
    Part.ADD_LANE: Shape.PointingHandCursor,
}
_ON_CARD: Final = (Part.CARD, Part.CARD_EDGE, Part.HANDLE)
_SELECTABLE: Final = (
    *_ON_CARD,
    Part.FLOW,
    Part.FLOW_SOURCE,
    Part.FLOW_TARGET,
    Part.BAR,
    Part.LANE,
    Part.PHASE,
    Part.COLUMN,
)


@dataclass(frozen=True)
class SelectTool(State):
    """Nothing is pressed; `target` is what lies under the pointer."""

    target: Target = NOWHERE

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return self if pointer.target == self.target else SelectTool(pointer.target)

    def press(self, pointer: Pointer, bench: Bench) -> State:
        session, target = bench.session, pointer.target
        known = target.id in session.selection
        adding = pointer.shift or pointer.ctrl
        if target.part in _SELECTABLE and not known and not adding:
            session.select([target.id])
        return Pressing(pointer, known=known)

    def double(self, pointer: Pointer, bench: Bench) -> State:
        target, session = pointer.target, bench.session
        if target.part is Part.PAPER and target.cell is not None:
            column = place_of(session.document, target.cell.column)
            bench.draft(Draft(target.cell.lane, column))
        elif target.part is Part.PAPER and (lane := lane_beyond(bench, pointer.at)):
            bench.draft(Draft(lane, len(session.document.columns)))
        elif target.part is Part.LANE_EDGE:
            session.attempt(lambda: set_lane(session.document, target.id, least_height=0.0))
        elif target.part is Part.COLUMN:
            bench.draft_phase(PhaseDraft(columns_from(session.document, target.id)))
        elif target.part not in _SELECTABLE:
            pass
        elif not unfold(session, target.id):
            bench.edit(target.id)
        return SelectTool(target)

    def overlay(self, bench: Bench) -> Overlay:
        part, id = self.target.part, self.target.id
        if part is Part.GUTTER:
            return Overlay(plus=self.target.index)
        if part is Part.COLUMN and not bench.session.document.column(id).phase:
            return Overlay(hover=id, hint=message("Double-click: a phase begins here"))
        handles = (id,) if part in _ON_CARD and _has_handles(bench, id) else ()
        return Overlay(hover=id, handles=handles)

    @property
    def shape(self) -> Shape:
        return _shape(self.target)


@dataclass(frozen=True)
class Pressing(State):
    """The button is down and has not moved far. `known`: the thing was selected before."""

    pressed: Pointer
    known: bool
    slipped: bool = False
    """The pointer has moved though there is nothing to drag: no click any more."""

    def move(self, pointer: Pointer, bench: Bench) -> State:
        start = self.pressed.screen
        way = abs(pointer.screen.x - start.x) + abs(pointer.screen.y - start.y)
        if way < DRAG_DISTANCE:
            return self
        begin = _DRAGS.get(self.pressed.target.part)
        state = begin(self.pressed, bench) if begin else None
        return replace(self, slipped=True) if state is None else state.move(pointer, bench)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        target, session = self.pressed.target, bench.session
        adding = self.pressed.shift or self.pressed.ctrl
        if self.slipped:
            return SelectTool(pointer.target)
        if target.part in _SELECTABLE:
            if adding:
                session.toggle(target.id)
            elif self.known:
                session.select([target.id])
        elif target.part is Part.GUTTER:
            made = session.attempt(lambda: insert_column(session.document, target.index))
            if made:
                session.select([made])
        elif target.part is Part.BUBBLE:
            bench.open_thread(target.id)
        elif target.part is Part.ADD_LANE:
            bench.open_lane_menu(pointer)
        elif not adding:
            session.select([])
            session.move_cursor(target.cell)
        return SelectTool(pointer.target)

    def cancel(self, bench: Bench) -> State | None:
        return SelectTool(self.pressed.target)

    def overlay(self, bench: Bench) -> Overlay:
        return replace(SelectTool(self.pressed.target).overlay(bench))

    @property
    def shape(self) -> Shape:
        return _shape(self.pressed.target)


def _has_handles(bench: Bench, id: str) -> bool:
    """Whether connectors may begin at a step; it may be gone while the pointer rests on it."""
    document = bench.session.document
    step = document.get(id, Step)
    return step is not None and takes_connectors(document, step)


def _shape(target: Target) -> Shape:
    if target.part is Part.BAR:
        return Shape.SplitHCursor if target.side is Side.RIGHT else Shape.SplitVCursor
    return _SHAPES.get(target.part, Shape.ArrowCursor)


def _drag_cards(pressed: Pointer, bench: Bench) -> State:
    session, id = bench.session, pressed.target.id
    others = [other for other in session.selected_steps if other != id]
    if id not in session.selection:
        others = []
        session.select([id])
    return Dragging((id, *others), pressed.at, pressed.at, SelectTool())


def _draw_band(pressed: Pointer, bench: Bench) -> State:
    kept = bench.session.selection if pressed.shift or pressed.ctrl else ()
    return Banding(pressed.at, pressed.at, SelectTool(), kept)


def _wire(pressed: Pointer, bench: Bench) -> State:
    target = pressed.target
    return Wiring(target.id, target.side, pressed.at, SelectTool())


def _rewire(pressed: Pointer, bench: Bench) -> State:
    moves_target = pressed.target.part is Part.FLOW_TARGET
    return Rewiring(pressed.target.id, moves_target, pressed.at, SelectTool())


def _move_bar(pressed: Pointer, bench: Bench) -> State:
    bars = bench.session.layout.bars(pressed.target.id)
    bar = next(found for found in bars if found.segment == pressed.target.index)
    return BarMoving(bar, bar.at, SelectTool())


def _drag_phase(pressed: Pointer, bench: Bench) -> State:
    phase = pressed.target.id
    inside = tuple(column.id for column in bench.session.document.columns if column.phase == phase)
    return ColumnDragging(inside, pressed.at, pressed.at, SelectTool(), phase)


def _drag_gutter(pressed: Pointer, bench: Bench) -> State | None:
    """Between two phases a drag moves their border; elsewhere a gutter is only clicked."""
    columns, place = bench.session.document.columns, pressed.target.index
    before = columns[place - 1].phase if place else None
    after = columns[place].phase if place < len(columns) else None
    if before == after:
        return None
    if before:
        return PhaseSizing(before, place - 1, pressed.at, SelectTool())
    return PhaseSizing(after or "", place, pressed.at, SelectTool(), leads=True)


def _drag_columns(pressed: Pointer, bench: Bench) -> State:
    session, id = bench.session, pressed.target.id
    columns = [column.id for column in session.document.columns if column.id in session.selection]
    chosen = tuple(columns) if id in columns else (id,)
    return ColumnDragging(chosen, pressed.at, pressed.at, SelectTool())


def _at(pressed: Pointer) -> tuple[str, Point]:
    return pressed.target.id, pressed.at


_DRAGS: Final[dict[Part, Callable[[Pointer, Bench], State | None]]] = {
    Part.CARD: _drag_cards,
    Part.CARD_EDGE: lambda pressed, bench: Spanning(*_at(pressed), SelectTool()),
    Part.HANDLE: _wire,
    Part.FLOW_SOURCE: _rewire,
    Part.FLOW_TARGET: _rewire,
    Part.BAR: _move_bar,
    Part.PAPER: _draw_band,
    Part.LANE: lambda pressed, bench: LaneDragging(*_at(pressed), pressed.at, SelectTool()),
    Part.LINE: lambda pressed, bench: LineDragging(
        Line(pressed.target.id), pressed.at, pressed.at, SelectTool()
    ),
    Part.LANE_EDGE: lambda pressed, bench: LaneSizing(*_at(pressed), SelectTool()),
    Part.PHASE: _drag_phase,
    Part.PHASE_EDGE: lambda pressed, bench: PhaseSizing(
        pressed.target.id,
        pressed.target.index,
        pressed.at,
        SelectTool(),
        leads=pressed.target.side is Side.LEFT,
    ),
    Part.COLUMN: _drag_columns,
    Part.GUTTER: _drag_gutter,
}
