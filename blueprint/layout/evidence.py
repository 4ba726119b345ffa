"""The dotted links from evidence down to what it belongs to: they follow from the grid."""

from __future__ import annotations

from blueprint.layout.arrange import Spot
from blueprint.layout.index import Occupancy
from blueprint.model.notation import LaneRole, StepKind

Link = tuple[int, Spot, Spot]
"""Column, evidence, and what it is tied to."""


def link_below(grid: Occupancy, row: int, column: int) -> Spot | None:
    """What the evidence in a cell is tied to in that column, or None.

    Stacked evidence is chained downwards; the lowest joins the customer's step below it, once
    for each column that both share. A card of any other lane between, or a sticky note, leaves it
    without a link.
    """
    upper = grid.at[row, column]
    if upper.role is not LaneRole.EVIDENCE or upper.step.kind is StepKind.NOTE:
        return None
    lower = grid.at.get((grid.below(row, column), column))
    if lower is None or lower.step.kind is StepKind.NOTE:
        return None
    if lower.role not in (LaneRole.EVIDENCE, LaneRole.CUSTOMER):
        return None
    if lower.role is LaneRole.EVIDENCE and column != max(upper.first, lower.first):
        return None
    return lower


def all_links(grid: Occupancy, first: int = 0, end: int | None = None) -> list[Link]:
    """The links of the columns from `first` up to `end` (None: all), by column and row."""
    found = []
    for column, rows in enumerate(grid.down[first:end], start=first):
        for row in rows:
            lower = link_below(grid, row, column)
            if lower is not None:
                found.append((column, grid.at[row, column], lower))
    return found
