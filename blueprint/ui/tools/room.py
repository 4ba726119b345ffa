"""How cards make room for those that are carried over them: what moves aside, and how far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from blueprint.layout import sizes
from blueprint.layout.geometry import Box, Cell
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.ui.tools.drop import Landing

BESIDE: Final = 4.0
"""Points from a card to where the drawing parts: nothing but what leaves the card stands there."""

BELOW: Final = 2.0
"""Points from a lane's lower edge to where it parts: below all that stands at its cards' feet."""


@dataclass(frozen=True, slots=True)
class Room:
    """The drawing parts at `x` or at `y`: what lies before moves by `before`, the rest by `after`.

    `pushed` are steps with how far they move down besides. `landing` is the free place, as it
    lies in the parted drawing. All in points.
    """

    landing: Box
    x: float | None = None
    y: float | None = None
    before: float = 0.0
    after: float = 0.0
    pushed: tuple[tuple[str, float], ...] = ()

    def shift(self, box: Box, share: float = 1.0) -> tuple[float, float]:
        """How far what stands in a box moves while the drawing has parted by a `share`."""
        if self.x is not None:
            return share * (self.before if box.x < self.x else self.after), 0.0
        if self.y is not None:
            return 0.0, share * (self.before if box.y < self.y else self.after)
        return 0.0, 0.0


def room_for(
    document: Document,
    layout: Layout,
    carried: Sequence[str],
    landing: Landing,
    height: float,
) -> Room | None:
    """What makes room for a card of that height; None where nothing has to.

    `carried` are the steps that leave their places for it.
    """
    if landing.insert is not None:
        return _column(layout, landing.cell, landing.insert)
    if landing.index is not None:
        return _row(document, layout, carried, landing, height)
    return None


def _column(layout: Layout, cell: Cell, place: int) -> Room:
    """All lanes open together, as wide as a column."""
    columns = layout.columns
    width = max(band.width for band in columns) + sizes.GUTTER
    lane = layout.cell_box(*cell)
    if place == 0:
        x = columns[0].left + BESIDE
        return Room(Box(x, lane.y, width, lane.height).grown(-4), x=x, after=width)
    band = columns[place - 1]
    x = band.x + band.width + BESIDE
    landing = Box(x - width / 2, lane.y, width, lane.height).grown(-4)
    return Room(landing, x=x, before=-width / 2, after=width / 2)


def _row(
    document: Document, layout: Layout, carried: Sequence[str], landing: Landing, height: float
) -> Room:
    """The cards of a cell below the landing move down; the lane grows where it has to."""
    cell, index = landing.cell, landing.index or 0
    standing = [step.id for step in document.cell(*cell) if layout.shows_step(step.id)]
    boxes = [layout.card(id).box for id in standing]
    slots = [box.y for box in boxes]
    others = [id for id in standing if id not in carried]
    lane = layout.cell_box(*cell)
    after = 0.0
    if len(slots) <= len(others):
        slots.append(boxes[-1].bottom + sizes.ROW_GAP)
        after = max(0.0, slots[-1] + height + sizes.LANE_PADDING - lane.bottom)
    pushed = []
    for place, id in enumerate(others):
        way = slots[place + (place >= index)] - layout.card(id).box.y
        if way:
            pushed.append((id, way))
    top = slots[min(index, len(slots) - 1)]
    free = Box(lane.x + 4, top - 5, lane.width - 8, height + 10)
    split = lane.bottom - BELOW
    return Room(free, y=split if after else None, after=after, pushed=tuple(pushed))
