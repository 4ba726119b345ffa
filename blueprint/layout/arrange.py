"""Gives every step its columns and its row, the lowest that is free over its whole span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from blueprint.layout import sizes
from blueprint.layout.geometry import TextBlock
from blueprint.model.document import Document
from blueprint.model.entities import Lane, Step
from blueprint.model.notation import LaneRole


class Spot:
    """A step's place: lane, first and last column, row within the lane, and what it needs."""

    __slots__ = ("block", "first", "height", "id", "lane", "last", "role", "row", "step", "y")

    def __init__(self, step: Step, lane: int, role: LaneRole, first: int, last: int) -> None:
        self.id = step.id
        self.step = step
        self.lane = lane
        self.role = role
        self.first = first
        self.last = last
        self.row = -1
        """Within the lane."""
        self.y = -1
        """Among all rows of the drawing."""
        self.block: TextBlock
        self.height = 0

    def measure(self, body: int) -> None:
        """Break the text and find the height that the card needs."""
        self.block = sizes.card_text(self.step, self.role, self.last - self.first + 1, body)
        self.height = sizes.card_height(self.step, self.role, self.block)


@dataclass
class Frame:
    """The grid without its steps: visible lanes and columns, and where each stands."""

    lanes: tuple[Lane, ...]
    columns: tuple[str, ...]
    body: int
    """The width of a column without gutters."""
    folded: frozenset[int] = frozenset()
    """Places of the columns whose phase is folded up: narrow, and without cards."""
    lane_at: dict[str, int] = field(default_factory=dict)
    column_at: dict[str, int] = field(default_factory=dict)

    def width(self, column: int) -> int:
        """The width of the column at a place, without gutters."""
        return sizes.FOLDED_COLUMN if column in self.folded else self.body


def frame(document: Document) -> Frame:
    """The visible lanes and all columns of a document."""
    lanes = tuple(lane for lane in document.lanes if not lane.hidden)
    columns = tuple(column.id for column in document.columns)
    folded = {phase.id for phase in document.phases.values() if phase.collapsed}
    return Frame(
        lanes,
        columns,
        sizes.CARD_WIDTHS[document.properties.column_width],
        frozenset(n for n, column in enumerate(document.columns) if column.phase in folded),
        {lane.id: place for place, lane in enumerate(lanes)},
        {column: place for place, column in enumerate(columns)},
    )


def spot_of(step: Step, grid: Frame) -> Spot | None:
    """The columns of a step and its measured card; None if its lane or column is folded away."""
    lane = grid.lane_at.get(step.lane)
    if lane is None or grid.lanes[lane].collapsed:
        return None
    first = grid.column_at[step.column]
    if first in grid.folded:
        return None
    last = min(first + step.span, len(grid.columns)) - 1
    last = min((place - 1 for place in grid.folded if first < place <= last), default=last)
    spot = Spot(step, lane, grid.lanes[lane].role, first, last)
    spot.measure(grid.body)
    return spot


def assign_rows(spots: Iterable[Spot]) -> int:
    """Set the rows of one lane's steps, or of a span cluster of it; returns how many rows.

    Columns from left to right, within a cell by order; a span keeps its row free for itself.
    """
    taken_to: list[int] = []
    for spot in sorted(spots, key=_reading_order):
        for row, last in enumerate(taken_to):
            if last < spot.first:
                taken_to[row] = spot.last
                spot.row = row
                break
        else:
            spot.row = len(taken_to)
            taken_to.append(spot.last)
    return len(taken_to)


def _reading_order(spot: Spot) -> tuple[int, str, str]:
    return spot.first, spot.step.order, spot.id
