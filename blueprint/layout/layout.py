"""Where everything of a document stands: one facade over the stages of the layout."""

from __future__ import annotations

from bisect import bisect_right

from blueprint.layout import bands as band_stage
from blueprint.layout import sizes
from blueprint.layout.arrange import Spot, assign_rows, frame, spot_of
from blueprint.layout.candidates import courses
from blueprint.layout.evidence import all_links
from blueprint.layout.geometry import (
    Box,
    Card,
    Cell,
    ColumnBand,
    Connector,
    EvidenceLink,
    LaneBand,
    LineBand,
    Moved,
    PhaseSpan,
    Point,
)
from blueprint.layout.index import Occupancy
from blueprint.model.change import Change
from blueprint.model.document import Document


class Layout:
    """The layout of a document, kept in step with it by `update`.

    Steps of hidden lanes and their flows have no place: ask `shows_step` and `shows_flow`.
    """

    def __init__(self, document: Document, language: str | None = None) -> None:
        self._document = document
        self._full()

    def _full(self) -> None:
        document = self._document
        self._frame = grid = frame(document)
        spots = (spot_of(step, grid) for step in document.steps.values())
        self._spots = {spot.id: spot for spot in spots if spot is not None}
        by_lane: list[list[Spot]] = [[] for _ in grid.lanes]
        for spot in self._spots.values():
            by_lane[spot.lane].append(spot)
        counts = [max(1, assign_rows(found)) for found in by_lane]
        rows = band_stage.rows_of(grid, counts, band_stage.lines_below(document, grid))
        self._occupancy = Occupancy(len(rows.lane_of), len(grid.columns))
        self._bands = bands = band_stage.Bands(grid, rows)
        for spot in self._spots.values():
            spot.y = rows.begins[spot.lane] + spot.row
            self._occupancy.add(spot)
            bands.row_heights[spot.y] = max(bands.row_heights[spot.y], spot.height)
        bands.place()
        self.lanes: tuple[LaneBand, ...] = band_stage.lane_bands(bands)
        self.columns: tuple[ColumnBand, ...] = band_stage.column_bands(bands)
        self.lines: tuple[LineBand, ...] = band_stage.line_bands(bands)
        self.phases: tuple[PhaseSpan, ...] = band_stage.phase_spans(document, self.columns)

    def update(self, change: Change) -> Moved:
        """Follow a change that the document has just applied."""
        self._full()
        return Moved(everything=True, shifted=True)

    @property
    def size(self) -> tuple[float, float]:
        return self._bands.width, self._bands.height

    def shows_step(self, id: str) -> bool:
        """Whether a step has a place: it exists and its lane is visible."""
        return id in self._spots

    def shows_flow(self, id: str) -> bool:
        """Whether a flow has a course: both its steps have a place."""
        flow = self._document.flows.get(id)
        return flow is not None and self.shows_step(flow.source) and self.shows_step(flow.target)

    def card(self, id: str) -> Card:
        """Raises KeyError if the step has no place."""
        spot = self._spots[id]
        box = self._box(spot)
        left, _ = sizes.side_paddings(spot.role, spot.step.kind)
        top = sizes.text_top(spot.step, spot.role, spot.block, int(box.height))
        return Card(id, box, spot.block, Point(left, top), spot.row)

    def _box(self, spot: Spot) -> Box:
        bands = self._bands
        x = bands.column_x[spot.first]
        right = bands.column_x[spot.last] + bands.grid.body
        return Box(x, bands.row_y[spot.y], right - x, bands.row_heights[spot.y])

    def connector(self, id: str) -> Connector:
        """Raises KeyError if the flow has no course."""
        flow = self._document.flow(id)
        a, b = self._spots[flow.source], self._spots[flow.target]
        _, out, into, keys = courses(self._occupancy, a, b, flow.kind)[0]
        start, end = self._end(a, out, keys[0]), self._end(b, into, keys[-1])
        points = [start]
        vertical = out in "TB"
        for place, key in enumerate(keys[1:], 1):
            if (place % 2 == 0) is vertical:
                points.append(Point(self._x(key), points[-1].y))
            else:
                points.append(Point(points[-1].x, self._y(key)))
        points.append(end)
        return Connector(id, flow.kind, tuple(points))

    def _x(self, key: int) -> float:
        bands = self._bands
        if key % 2:
            return bands.column_x[key // 2] + bands.grid.body / 2
        return bands.gutter_x[key // 2] + bands.gutter_widths[key // 2] / 2

    def _y(self, key: int) -> float:
        bands = self._bands
        if key % 2:
            return bands.row_y[key // 2] + bands.row_heights[key // 2] / 2
        return bands.channel_y[key // 2] + bands.channels[key // 2].upper

    def _end(self, spot: Spot, side: str, key: int) -> Point:
        box = self._box(spot)
        if side in "TB":
            return Point(self._x(key), box.y if side == "T" else box.bottom)
        return Point(box.x if side == "L" else box.right, self._y(key))

    def evidence_links(self) -> tuple[EvidenceLink, ...]:
        found = []
        for column, upper, lower in all_links(self._occupancy):
            x = self._x(2 * column + 1)
            start, end = Point(x, self._box(upper).bottom), Point(x, self._box(lower).y)
            found.append(EvidenceLink(upper.id, lower.id, start, end))
        return tuple(found)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell at a point; None beside the grid and between two lanes."""
        if not self.columns or not sizes.LANE_HEADER <= x <= self._bands.width:
            return None
        lane = bisect_right(self._bands.lane_top, y) - 1
        if lane < 0 or y > self._bands.lane_bottom[lane]:
            return None
        column = bisect_right(self.columns, x, key=lambda band: band.left) - 1
        return Cell(self.lanes[lane].lane, self.columns[max(0, column)].column)

    def cell_box(self, lane: str, column: str) -> Box:
        """The whole cell, gutters halved. Raises KeyError if it is not visible."""
        band = self.columns[self._frame.column_at[column]]
        lane_box = self.lanes[self._frame.lane_at[lane]].box
        return Box(band.left, lane_box.y, band.right - band.left, lane_box.height)

    def steps_in(self, box: Box) -> list[str]:
        """Steps whose cards meet a box, each once."""
        return [id for id, spot in self._spots.items() if self._box(spot).meets(box)]

    def flows_in(self, box: Box) -> list[str]:
        """Flows that may meet a box, each once."""
        return [id for id in self._document.flows if self.shows_flow(id)]
