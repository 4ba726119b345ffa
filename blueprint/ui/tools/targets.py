"""What lies under the pointer, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from blueprint.layout.geometry import Cell, Point


class Part(StrEnum):
    PAPER = "paper"
    """Nothing, or an empty place of the grid (then with its cell)."""
    CARD = "card"
    CARD_EDGE = "card edge"
    """The right edge of a card, which spans it over columns."""
    BUBBLE = "bubble"
    """The bubble of comments at a card's corner."""
    HANDLE = "handle"
    FLOW = "flow"
    FLOW_SOURCE = "flow source"
    FLOW_TARGET = "flow target"
    BAR = "bar"
    """The handle of a segment that may be moved; `index` is the segment, `side` where to."""
    LANE = "lane"
    """A lane's header."""
    LANE_EDGE = "lane edge"
    LINE = "line"
    """The label of a line."""
    PHASE = "phase"
    PHASE_EDGE = "phase edge"
    COLUMN = "column"
    """A column's number in the phase band."""
    GUTTER = "gutter"
    """Between two columns in the phase band; `index` is the place of a column put there."""
    ADD_LANE = "add lane"


class Side(StrEnum):
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Target:
    """`id` is the entity's; `cell` the cell beneath, if any."""

    part: Part = Part.PAPER
    id: str = ""
    cell: Cell | None = None
    side: Side | None = None
    index: int = -1


NOWHERE: Final = Target()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mouse event. `at` is in the drawing's points, `screen` in the canvas's pixels."""

    at: Point
    screen: Point
    target: Target = NOWHERE
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
