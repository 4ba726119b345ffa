"""Where everything of a document stands: one facade over the stages of the layout."""

from __future__ import annotations

from bisect import bisect_right

from blueprint.layout import bands as band_stage
from blueprint.layout import sizes
from blueprint.layout.arrange import Spot
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
from blueprint.layout.jumps import jumps_of
from blueprint.layout.labels import label_of
from blueprint.layout.points import card_box, vertical_x
from blueprint.layout.routing import Routing
from blueprint.layout.view import View
from blueprint.layout.wires import NOWHERE
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
        self._routing = Routing(self._document)
        self._cards: dict[str, Card] = {}
        self._view = View(self._routing)
        self._connectors: dict[str, Connector] = {}
        self._refresh_bands()

    def _refresh_bands(self) -> None:
        bands = self._bands = self._routing.bands
        self.lanes: tuple[LaneBand, ...] = band_stage.lane_bands(bands)
        self.columns: tuple[ColumnBand, ...] = band_stage.column_bands(bands)
        self.lines: tuple[LineBand, ...] = band_stage.line_bands(bands)
        self.phases: tuple[PhaseSpan, ...] = band_stage.phase_spans(self._document, self.columns)

    def update(self, change: Change) -> Moved:
        """Follow a change that the document has just applied."""
        self._full()
        return Moved(everything=True, shifted=True)

    @property
    def size(self) -> tuple[float, float]:
        return self._bands.width, self._bands.height

    def shows_step(self, id: str) -> bool:
        """Whether a step has a place: it exists and its lane is visible."""
        return id in self._routing.spots

    def shows_flow(self, id: str) -> bool:
        """Whether a flow has a course: both its steps have a place."""
        return id in self._routing.wires

    def card(self, id: str) -> Card:
        """Raises KeyError if the step has no place."""
        if id not in self._cards:
            self._cards[id] = self._card(self._routing.spots[id])
        return self._cards[id]

    def _card(self, spot: Spot) -> Card:
        box = card_box(spot, self._bands)
        before, after = sizes.side_paddings(spot.role, spot.step.kind)
        left = float(before)
        if sizes.centred(spot.role, spot.step.kind):
            left = (box.width - spot.block.width + before - after) / 2
        top = sizes.text_top(spot.step, spot.role, spot.block, box.height)
        return Card(spot.id, box, spot.block, Point(left, top), spot.row)

    def connector(self, id: str) -> Connector:
        """Raises KeyError if the flow has no course."""
        if id not in self._connectors:
            wire = self._routing.wires[id]
            self._connectors[id] = Connector(
                id,
                wire.flow.kind,
                self._view.points(wire),
                label_of(self._view, wire),
                jumps_of(self._view, wire),
            )
        return self._connectors[id]

    def evidence_links(self) -> tuple[EvidenceLink, ...]:
        found = []
        for column, upper, lower in all_links(self._routing.grid):
            x = vertical_x(2 * column + 1, NOWHERE, self._bands)
            upper_box, lower_box = card_box(upper, self._bands), card_box(lower, self._bands)
            start, end = Point(x, upper_box.bottom), Point(x, lower_box.y)
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
        band = self.columns[self._routing.frame.column_at[column]]
        lane_box = self.lanes[self._routing.frame.lane_at[lane]].box
        return Box(band.left, lane_box.y, band.right - band.left, lane_box.height)

    def steps_in(self, box: Box) -> list[str]:
        """Steps whose cards meet a box, each once."""
        return [spot.id for spot in self._view.cards(box)]

    def flows_in(self, box: Box) -> list[str]:
        """Flows that may be seen in a box, each once: some pass it closely by."""
        return [wire.id for wire in self._view.wires(box.grown(sizes.LABEL_REACH))]
