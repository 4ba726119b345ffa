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
    """The right edge of a phase in the hand: it takes columns from its neighbour or gives them."""

    phase: str
    last: int
    """The place of its last column."""
    now: Point
    back: State

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, now=pointer.at)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        wanted = self._wanted(bench)
        columns = session.document.columns
        if wanted > self.last:
            joining = [column.id for column in columns[self.last + 1 : wanted + 1]]
            session.attempt(lambda: set_phase(session.document, joining, self.phase))
        elif wanted < self.last:
            following = columns[self.last + 1].phase if self.last + 1 < len(columns) else None
            leaving = [column.id for column in columns[wanted + 1 : self.last + 1]]
            session.attempt(lambda: set_phase(session.document, leaving, following))
        return self.back

    def _wanted(self, bench: Bench) -> int:
        """The place of the last column that the phase is to have; it keeps at least one."""
        columns = bench.session.document.columns
        first = next(place for place, found in enumerate(columns) if found.phase == self.phase)
        bands = bench.session.layout.columns
        reached = sum(1 for band in bands if (band.left + band.right) / 2 < self.now.x) - 1
        return max(first, min(reached, len(columns) - 1))

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        return Overlay(insert=InsertLine(x=gutter_x(bench, self._wanted(bench) + 1)))

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
