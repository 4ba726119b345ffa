"""What a layout says: plain values in points, y down, origin at the drawing's top left.

The drawing includes the lane headers (at its left) and the phase headers (at its top).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from blueprint.model.notation import FlowKind, LaneRole, Line


class Point(NamedTuple):
    x: float
    y: float


class Box(NamedTuple):
    """A rectangle with its sides along the axes."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two share some area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of broken text. `x` and `baseline` are relative to the block's top left."""

    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text broken into lines, in one size and weight."""

    lines: tuple[TextLine, ...]
    size: int
    bold: bool
    width: float
    height: float
    cut: bool = False
    """Whether the text was too long and ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class Card:
    """Where a step stands. `text` is placed relative to the box's top left."""

    step: str
    box: Box
    text: TextBlock
    text_at: Point
    row: int
    """The row within the lane, from 0."""


@dataclass(frozen=True, slots=True)
class LaneBand:
    """A lane across the whole drawing; `header` is its header at the left."""

    lane: str
    role: LaneRole
    box: Box
    header: Box


@dataclass(frozen=True, slots=True)
class ColumnBand:
    """A column; x and width are those of its card body, without gutters."""

    column: str
    x: float
    width: float
    left: float
    """Left edge of the cell: the middle of the gutter before it."""
    right: float


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A run of neighbouring columns of one phase (None: of no phase)."""

    phase: str | None
    first: str
    last: str
    box: Box
    """The header at the drawing's top."""


@dataclass(frozen=True, slots=True)
class LineBand:
    """A line between two lanes. `y` is the line itself, from x to right."""

    line: Line
    y: float
    x: float
    right: float


@dataclass(frozen=True, slots=True)
class Label:
    """A connector's label. `box` is its ground; the text stands relative to the box."""

    box: Box
    text: TextBlock
    text_at: Point


@dataclass(frozen=True, slots=True)
class Connector:
    """The course of a flow: horizontals and verticals only, from its source to its target.

    `jumps` are the places where one of its horizontals passes over another flow's vertical.
    """

    flow: str
    kind: FlowKind
    points: tuple[Point, ...]
    label: Label | None = None
    jumps: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A segment of a connector, from `start` to `end`, that may stand elsewhere in its gutter.

    `low` and `high` are the edges, across it, between which it may stand.
    """

    flow: str
    segment: int
    vertical: bool
    start: Point
    end: Point
    low: float
    high: float

    @property
    def middle(self) -> Point:
        return Point((self.start.x + self.end.x) / 2, (self.start.y + self.end.y) / 2)

    @property
    def at(self) -> float:
        """Where it stands now, between `low` and `high`."""
        return self.start.x if self.vertical else self.start.y

    def place(self, at: float) -> float:
        """A coordinate across the bar as a share from −1 at `low` to 1 at `high`."""
        share = 2 * (at - self.low) / (self.high - self.low) - 1
        return max(-1.0, min(1.0, share))


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """A dotted vertical from evidence down to what it belongs to."""

    evidence: str
    target: str
    start: Point
    end: Point


class Cell(NamedTuple):
    """A place in the grid."""

    lane: str
    column: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What an update of the layout changed.

    `steps` and `flows` look different or stand elsewhere. With `shifted`, rows or columns have
    other coordinates or sizes, so anything may stand elsewhere, and what meets them may look
    different; the sets then tell what moved by itself. With `everything`, they are empty: draw
    all anew.
    """

    steps: frozenset[str] = frozenset()
    flows: frozenset[str] = frozenset()
    shifted: bool = False
    everything: bool = False
