"""Reordering columns and phases by their headers, and how many columns a phase covers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.layout.geometry import Box, Point
from blueprint.model.change import Change
from blueprint.model.edits.columns import move_columns, move_phase, set_phase
from blueprint.ui.tools.drag import gutter_x
from blueprint.ui.tools.overlay import CarriedHeader, Drop, InsertLine, Overlay
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class ColumnDragging(State):
    """Columns in the hand, by their numbers or, with `phase`, by their phase."""

    columns: tuple[str, ...]
    start: Point
    now: Point
    back: State
    phase: str = ""

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, now=pointer.at)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        place = self._place(bench)
        moving = [column.id for column in session.document.columns[:place]]
        index = place - sum(id in self.columns for id in moving)
        session.attempt(lambda: self._change(bench, index))
        return self.back

    def _change(self, bench: Bench, index: int) -> Change:
        if self.phase:
            return move_phase(bench.session.document, self.phase, index)
        return move_columns(bench.session.document, self.columns, index)

    def _place(self, bench: Bench) -> int:
        """The gutter nearest to the pointer, counted from the left."""
        bands = bench.session.layout.columns
        return sum(1 for band in bands if (band.left + band.right) / 2 < self.now.x)

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        shift = (self.now.x - self.start.x) * bench.view.zoom
        return Overlay(
            carried=CarriedHeader(self.phase or self.columns[0], shift),
            insert=InsertLine(x=gutter_x(bench, self._place(bench))),
            drop=Drop(column_boxes(bench, self.columns)),
        )

    @property
    def shape(self) -> Shape:
        return Shape.ClosedHandCursor


@dataclass(frozen=True)
class PhaseSizing(State):
    """An edge of a phase in the hand: it takes columns from its neighbour or gives them."""

    phase: str
    edge: int
    """The place of the column at that edge: its last one or, with `leads`, its first."""
    now: Point
    back: State
    leads: bool = False

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, now=pointer.at)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        columns = session.document.columns
        wanted = self._wanted(bench)
        if wanted == self.edge:
            return self.back
        grows = wanted < self.edge if self.leads else wanted > self.edge
        low, high = sorted((wanted, self.edge))
        passed = columns[low:high] if self.leads else columns[low + 1 : high + 1]
        beside = self.edge - 1 if self.leads else self.edge + 1
        neighbour = columns[beside].phase if 0 <= beside < len(columns) else None
        phase = self.phase if grows else neighbour
        ids = [column.id for column in passed]
        session.attempt(lambda: set_phase(session.document, ids, phase))
        return self.back

    def _wanted(self, bench: Bench) -> int:
        """The place of the column that is to be at the edge; the phase keeps at least one."""
        columns = bench.session.document.columns
        own = [place for place, found in enumerate(columns) if found.phase == self.phase]
        bands = bench.session.layout.columns
        reached = sum(1 for band in bands if (band.left + band.right) / 2 < self.now.x)
        if self.leads:
            return min(own[-1], reached)
        return max(own[0], min(reached - 1, len(columns) - 1))

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        return Overlay(insert=InsertLine(x=gutter_x(bench, self._wanted(bench) + (not self.leads))))

    @property
    def shape(self) -> Shape:
        return Shape.SizeHorCursor


def column_boxes(bench: Bench, columns: tuple[str, ...]) -> tuple[Box, ...]:
    """Each column from the top of the first lane to the bottom of the last."""
    layout = bench.session.layout
    if not layout.lanes:
        return ()
    top, bottom = layout.lanes[0].box.y, layout.lanes[-1].box.bottom
    return tuple(
        Box(band.left, top, band.right - band.left, bottom - top)
        for band in layout.columns
        if band.column in columns
    )
