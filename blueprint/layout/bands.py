"""Turns counts into lengths: how wide each gutter and how high each row and channel is.

A channel is the room between two rows. Its tracks are counted in two zones: from the top, and
from the bottom. Where lines stand, the zones lie on either side of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple

from blueprint.layout import sizes
from blueprint.layout.arrange import Frame
from blueprint.layout.geometry import Box, ColumnBand, LaneBand, LineBand, PhaseSpan
from blueprint.model.document import Document
from blueprint.model.entities import Lane
from blueprint.model.notation import (
    ANNOTATIONS,
    LINE_BELOW,
    OPTIONAL_LINES,
    ROLE_ORDER,
    LaneRole,
    Line,
)


class Tracks(NamedTuple):
    """How many tracks a channel carries, from the top and from the bottom."""

    upper: int = 0
    lower: int = 0
    express: int = 0
    """Tracks of long runs, which follow those from the top."""

    @property
    def from_top(self) -> int:
        return self.upper + self.express


class Channel(NamedTuple):
    """A channel's height; where its tracks stand; what of it belongs to the lanes."""

    height: int
    upper: float
    """The first track from the top."""
    upper_pitch: float
    lower: float
    """The first track from the bottom, from the channel's top."""
    lower_pitch: float
    above: int
    """What belongs to the lane above."""
    gap: int
    """Between the two lanes; 0 within a lane."""


@dataclass
class Rows:
    """The rows of all lanes on one scale, and the lines between them."""

    counts: list[int]
    lane_of: list[int]
    begins: list[int]
    """The first row of each lane, and one more entry: how many rows there are."""
    lines: list[tuple[Line, ...]]
    """The lines below each lane."""


def rows_of(grid: Frame, counts: list[int], lines: list[tuple[Line, ...]]) -> Rows:
    lane_of = [lane for lane, count in enumerate(counts) for _ in range(count)]
    return Rows(counts, lane_of, [0, *accumulate(counts)], lines)


def lines_below(document: Document, grid: Frame) -> list[tuple[Line, ...]]:
    """The lines that stand below each lane, from top to bottom.

    A line stands below the last lane whose role is at or above its role, if any lane of
    actions comes after it.
    """
    roles = [lane.role for lane in grid.lanes]
    places = [
        place
        for place, role in enumerate(roles)
        if role not in ANNOTATIONS and role is not LaneRole.EVIDENCE
    ]
    found: list[list[Line]] = [[] for _ in roles]
    for line, last_role in LINE_BELOW.items():
        if line in OPTIONAL_LINES and not getattr(document.properties, f"line_of_{line}"):
            continue
        above = [p for p in places if ROLE_ORDER[roles[p]] <= ROLE_ORDER[last_role]]
        if above and places[-1] > above[-1]:
            found[above[-1]].append(line)
    return [tuple(lines) for lines in found]


class Bands:
    """Coordinates of every gutter, column, channel, row and lane."""

    def __init__(self, grid: Frame, rows: Rows) -> None:
        self.grid = grid
        self.rows = rows
        self.gutter_widths = [sizes.GUTTER] * (len(grid.columns) + 1)
        self.row_heights = [row_least(grid.lanes[lane]) for lane in rows.lane_of]
        self.tracks = [Tracks()] * (len(rows.lane_of) + 1)
        self.channels: list[Channel] = []
        self.gutter_x: list[int] = []
        self.column_x: list[int] = []
        self.channel_y: list[int] = []
        self.row_y: list[int] = []
        self.lane_top: list[int] = []
        self.lane_bottom: list[int] = []
        self.line_y: list[float] = []
        self.width = self.height = 0

    def place(self) -> None:
        """Running sums over everything's sizes."""
        self._place_columns()
        self._place_rows()

    def _place_columns(self) -> None:
        body = self.grid.body
        bodies = [body] * len(self.gutter_widths)
        for place in self.grid.folded:
            bodies[place] = sizes.FOLDED_COLUMN
        both = map(add, self.gutter_widths, bodies)
        ends = [*accumulate(both, initial=sizes.LANE_HEADER)]
        self.gutter_x = ends[:-1]
        self.column_x = [*map(sub, ends[1:-1], bodies)]
        self.width = ends[-1] - body

    def _place_rows(self) -> None:
        spare = [self._spare(lane) for lane in range(len(self.rows.counts))]
        self.channels = [self._channel(key, spare) for key in range(len(self.tracks))]
        self.channel_y, self.row_y, self.lane_top, self.lane_bottom = [], [], [], []
        y = sizes.TOP
        for key, channel in enumerate(self.channels):
            self.channel_y.append(y)
            if channel.gap or key == len(self.row_heights):
                self.lane_bottom.append(y + channel.above)
            if channel.gap or key == 0:
                self.lane_top.append(y + channel.above + channel.gap)
            y += channel.height
            if key < len(self.row_heights):
                self.row_y.append(y)
                y += self.row_heights[key]
        if not self.rows.counts:
            self.lane_top, self.lane_bottom, y = [], [], sizes.TOP
        self.height = y
        self.line_y = [
            self.lane_bottom[lane] + sizes.LINE_BAND * (place + 0.5)
            for lane, lines in enumerate(self.rows.lines)
            for place in range(len(lines))
        ]

    def _spare(self, lane: int) -> int:
        """What a lane needs beyond its rows and their paddings to have its least height."""
        first, end = self.rows.begins[lane], self.rows.begins[lane + 1]
        content = sum(self.row_heights[first:end]) + 2 * sizes.LANE_PADDING
        for key in range(first + 1, end):
            content += _within(self.tracks[key]).height
        found = self.grid.lanes[lane]
        least = max(sizes.lane_least(found.role), round(found.least_height))
        return max(0, (sizes.LANE_FOLDED if found.collapsed else least) - content)

    def _channel(self, key: int, spare: list[int]) -> Channel:
        tracks = self.tracks[key]
        lane_of, count = self.rows.lane_of, len(self.row_heights)
        if not count:
            return Channel(0, 0, 0, 0, 0, 0, 0)
        if 0 < key < count and lane_of[key - 1] == lane_of[key]:
            return _within(tracks)
        above = sizes.LANE_PADDING + (spare[lane_of[key - 1]] + 1) // 2 if key else 0
        below = sizes.LANE_PADDING + spare[lane_of[key]] // 2 if key < count else 0
        if not above or not below:
            return _outermost(tracks, above, below)
        lines = self.rows.lines[lane_of[key - 1]]
        if lines:
            return _with_lines(tracks, above, below, len(lines))
        return _between(tracks, above, below)


def row_least(lane: Lane) -> int:
    """The least height of a row of cards in a lane."""
    if lane.collapsed:
        return sizes.LANE_FOLDED - 2 * sizes.LANE_PADDING
    return sizes.row_least(lane.role)


def _pitch(room: float, tracks: int) -> float:
    return min(sizes.TRACK_WIDE, room / (tracks - 1)) if tracks > 1 else 0.0


def _need(tracks: int, edges: int) -> int:
    return edges + sizes.TRACK * max(0, tracks - 1)


def _spread(height: int, tracks: Tracks, above: int, gap: int) -> Channel:
    """Both zones as one block in the middle."""
    count = tracks.from_top + tracks.lower
    pitch = _pitch(height - 2 * sizes.CLEARANCE, count)
    first = (height - pitch * (count - 1)) / 2
    last = first + pitch * (count - 1)
    return Channel(height, first, pitch, last, pitch, above, gap)


def _within(tracks: Tracks) -> Channel:
    need = _need(tracks.from_top + tracks.lower, 2 * sizes.CLEARANCE)
    return _spread(max(sizes.ROW_GAP, need), tracks, 0, 0)


def _between(tracks: Tracks, above: int, below: int) -> Channel:
    height = above + sizes.LANE_GAP + below
    more = max(0, _need(tracks.from_top + tracks.lower, 2 * sizes.CLEARANCE) - height)
    return _spread(height + more, tracks, above + more // 2, sizes.LANE_GAP)


def _with_lines(tracks: Tracks, above: int, below: int, lines: int) -> Channel:
    half = sizes.LINE_BAND // 2
    edges = sizes.CLEARANCE + sizes.LINE_CLEARANCE
    upper = max(above + half, _need(tracks.from_top, edges))
    lower = max(below + half, _need(tracks.lower, edges))
    height = upper + lower + (lines - 1) * sizes.LINE_BAND
    upper_pitch = _pitch(upper - edges, tracks.from_top)
    lower_pitch = _pitch(lower - edges, tracks.lower)
    first = sizes.CLEARANCE + (upper - edges - upper_pitch * max(0, tracks.from_top - 1)) / 2
    last = sizes.CLEARANCE + (lower - edges - lower_pitch * max(0, tracks.lower - 1)) / 2
    return Channel(
        height,
        first,
        upper_pitch,
        height - last,
        lower_pitch,
        upper - half,
        lines * sizes.LINE_BAND,
    )


def _outermost(tracks: Tracks, above: int, below: int) -> Channel:
    """Above the first row or below the last: the block stands beside the row."""
    count = tracks.from_top + tracks.lower
    height = max(above + below, _need(count, sizes.LANE_PADDING))
    pitch = _pitch(height - sizes.LANE_PADDING, count)
    first = float(sizes.CLEARANCE) if above else height - sizes.CLEARANCE - pitch * (count - 1)
    last = first + pitch * (count - 1)
    return Channel(height, first, pitch, last, pitch, height if above else 0, 0)


def lane_bands(bands: Bands) -> tuple[LaneBand, ...]:
    found = []
    for lane, top, bottom in zip(bands.grid.lanes, bands.lane_top, bands.lane_bottom, strict=True):
        box = Box(0, top, bands.width, bottom - top)
        header = Box(0, top, sizes.LANE_HEADER, bottom - top)
        found.append(LaneBand(lane.id, lane.role, box, header))
    return tuple(found)


def column_bands(bands: Bands) -> tuple[ColumnBand, ...]:
    edges = [x + width / 2 for x, width in zip(bands.gutter_x, bands.gutter_widths, strict=True)]
    return tuple(
        ColumnBand(
            column, bands.column_x[place], bands.grid.width(place), edges[place], edges[place + 1]
        )
        for place, column in enumerate(bands.grid.columns)
    )


def line_bands(bands: Bands) -> tuple[LineBand, ...]:
    lines = [line for found in bands.rows.lines for line in found]
    return tuple(
        LineBand(line, y, sizes.LANE_HEADER, bands.width)
        for line, y in zip(lines, bands.line_y, strict=True)
    )


def phases_of(document: Document) -> list[str | None]:
    """The phase of each column."""
    return [column.phase for column in document.columns]


def phase_spans(
    phases: Sequence[str | None], columns: Sequence[ColumnBand]
) -> tuple[PhaseSpan, ...]:
    """Runs of neighbouring columns of one phase."""
    found: list[PhaseSpan] = []
    start = 0
    for end in range(1, len(columns) + 1):
        if end == len(columns) or phases[end] != phases[start]:
            left, right = columns[start].left + 4, columns[end - 1].right - 4
            box = Box(left, 5, right - left, sizes.PHASE_HEADER - 10)
            found.append(
                PhaseSpan(phases[start], columns[start].column, columns[end - 1].column, box)
            )
            start = end
    return tuple(found)
