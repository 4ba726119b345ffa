"""Placing a new card: a step, evidence or a decision in the cell that is clicked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Cell, Point
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.steps import kind_in, require_place
from blueprint.model.notation import LaneRole, StepKind
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.overlay import Drop, Overlay
from blueprint.ui.tools.state import Bench, Draft, Shape, State
from blueprint.ui.tools.targets import Pointer

NO_EVIDENCE_LANE = message("There is no lane for evidence. Add a lane “Physical evidence” first.")
KINDS: Final = {
    "step": None,
    "evidence": StepKind.EVIDENCE,
    "decision": StepKind.DECISION,
    "note": StepKind.NOTE,
}
"""The tools that place a card, and the kind that they say; None: what the lane holds."""
SPAN_FROM: Final = 24
"""Points into a column from which on a drag reaches it."""
OUTSIDE = message("A step stands in a lane and a column. Click in a cell.")


@dataclass(frozen=True)
class PlaceTool(State):
    """Waits for the cell. Without `kind` the lane decides. Shift keeps the tool in hand."""

    kind: StepKind | None = None
    cell: Cell | None = None
    refusal: Message | None = None

    def move(self, pointer: Pointer, bench: Bench) -> State:
        cell = self._cell(pointer, bench.session.document)
        if cell == self.cell:
            return self
        refusal = objection(bench.session.document, cell, self.kind) if cell else None
        return replace(self, cell=cell, refusal=refusal)

    def _cell(self, pointer: Pointer, document: Document) -> Cell | None:
        cell = pointer.target.cell
        if cell is None or self.kind is not StepKind.EVIDENCE:
            return cell
        lane = evidence_lane(document)
        return Cell(lane, cell.column) if lane else None

    def press(self, pointer: Pointer, bench: Bench) -> State:
        moved = self.move(pointer, bench)
        assert isinstance(moved, PlaceTool)
        session = bench.session
        if moved.cell is None:
            needs_lane = self.kind is StepKind.EVIDENCE and not evidence_lane(session.document)
            session.refuse(NO_EVIDENCE_LANE if needs_lane else OUTSIDE)
            return moved
        if moved.refusal is not None:
            session.refuse(moved.refusal)
            return moved
        return Placing(moved, pointer.at)

    def cancel(self, bench: Bench) -> State | None:
        bench.session.set_tool("select")
        return self

    def overlay(self, bench: Bench) -> Overlay:
        if self.cell is None:
            return Overlay()
        box = bench.session.layout.cell_box(*self.cell).grown(-4)
        refused = self.refusal is not None
        return Overlay(drop=Drop((box,), not refused), hint=self.refusal, refused=refused)

    @property
    def shape(self) -> Shape:
        return Shape.ForbiddenCursor if self.refusal is not None else Shape.CrossCursor


@dataclass(frozen=True)
class Placing(State):
    """The button is down in the cell of a new card; a drag lets it last over more columns."""

    tool: PlaceTool
    now: Point
    span: int = 1

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        bands = bench.session.layout.columns[self._column(bench) :]
        reached = sum(1 for band in bands if band.left + SPAN_FROM < pointer.at.x)
        return replace(self, now=pointer.at, span=max(1, reached))

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session, cell = bench.session, self.tool.cell
        assert cell is not None
        if not pointer.shift:
            session.set_tool("select")
        column = self._column(bench)
        bench.draft(Draft(cell.lane, column, kind=self.tool.kind, span=self.span))
        return self.tool

    def _column(self, bench: Bench) -> int:
        assert self.tool.cell is not None
        return place_of(bench.session.document, self.tool.cell.column)

    def cancel(self, bench: Bench) -> State | None:
        return self.tool

    def overlay(self, bench: Bench) -> Overlay:
        assert self.tool.cell is not None
        lane = self.tool.cell.lane
        place = self._column(bench)
        layout = bench.session.layout
        bands = layout.columns[place : place + self.span]
        boxes = [layout.cell_box(lane, band.column).grown(-4) for band in bands]
        hint = message("{count} column", "{count} columns", count=len(boxes))
        return Overlay(drop=Drop(tuple(boxes)), hint=hint if self.span > 1 else None)

    @property
    def shape(self) -> Shape:
        return Shape.SizeHorCursor if self.span > 1 else Shape.CrossCursor


def evidence_lane(document: Document) -> str:
    """The id of the first lane for evidence; "" if there is none."""
    found = [lane.id for lane in document.lanes if lane.role is LaneRole.EVIDENCE]
    return found[0] if found else ""


def objection(document: Document, cell: Cell, kind: StepKind | None) -> Message | None:
    """Why a new step of that kind cannot stand in a cell; None if it can."""
    try:
        require_place(document, kind or kind_in(document, cell.lane), cell.lane)
    except ChangeRefused as refusal:
        return refusal.reason
    return None
