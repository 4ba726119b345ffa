"""Where everything of a document stands: one facade over the stages of the layout."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from blueprint.layout import bands as band_stage
from blueprint.layout import sizes
from blueprint.layout.arrange import Spot
from blueprint.layout.bars import bars_of, parallels
from blueprint.layout.evidence import all_links
from blueprint.layout.follow import Followed, Follower, FullPassNeededError
from blueprint.layout.geometry import (
    Bar,
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
from blueprint.layout.shift import Sizes, disturbed_wires
from blueprint.layout.standing import Standing
from blueprint.layout.view import View
from blueprint.layout.wires import NOWHERE
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Column


class Layout:
    """The layout of a document, kept in step with it by `update`.

    Steps of hidden lanes and their flows have no place: ask `shows_step` and `shows_flow`.
    """

    def __init__(self, document: Document, language: str | None = None) -> None:
        self._document = document
        self._full()

    def _full(self) -> None:
        self._routing = Routing(self._document)
        self._follower: Follower | None = None
        self._view = View(self._routing)
        self._cards: dict[str, Card] = {}
        self._connectors: dict[str, Connector] = {}
        self._refresh_bands()

    def _refresh_bands(self) -> None:
        self._bands = self._routing.bands
        self._lanes: tuple[LaneBand, ...] | None = None
        self._columns: tuple[ColumnBand, ...] | None = None
        self._refresh_phases()

    def _refresh_phases(self) -> None:
        self._phases: tuple[PhaseSpan, ...] | None = None

    @property
    def lanes(self) -> tuple[LaneBand, ...]:
        """Visible lanes from top to bottom."""
        if self._lanes is None:
            self._lanes = band_stage.lane_bands(self._bands)
        return self._lanes

    @property
    def columns(self) -> tuple[ColumnBand, ...]:
        """Columns from left to right."""
        if self._columns is None:
            self._columns = band_stage.column_bands(self._bands)
        return self._columns

    @property
    def lines(self) -> tuple[LineBand, ...]:
        """Lines from top to bottom."""
        return band_stage.line_bands(self._bands)

    @property
    def phases(self) -> tuple[PhaseSpan, ...]:
        """Phase headers from left to right, runs of columns without a phase included."""
        if self._phases is None:
            phases = band_stage.phases_of(self._document)
            self._phases = band_stage.phase_spans(phases, self.columns)
        return self._phases

    def prepare(self) -> None:
        """Do now what the first update would otherwise have to do."""
        if self._follower is None:
            self._follower = Follower(self._routing)

    def update(self, change: Change) -> Moved:
        """Follow a change that the document has just applied.

        The outcome equals that of a new layout. The first update takes some time to prepare.
        """
        self.prepare()
        assert self._follower is not None
        before = Sizes.of(self._bands)
        try:
            done = self._follower.follow(change)
        except FullPassNeededError:
            self._full()
            return Moved(shifted=True, everything=True)
        if any(isinstance(before or after, Column) for before, after in change.entries.values()):
            self._refresh_phases()
        return self._moved(done, before)

    def _moved(self, done: Followed, before: Sizes) -> Moved:
        """Place what changed and forget what was found about it."""
        view, bands = self._view, self._bands
        bands.place()
        flows = done.wires.keys() | done.gone.keys()
        if Sizes.of(bands) != before:
            view.forget_all()
            self._refresh_bands()
            self._cards.clear()
            self._connectors.clear()
            return Moved(frozenset(done.steps), frozenset(flows), shifted=True)
        known = view.known()
        old = {id: known[id] for id in flows if id in known}
        view.forget(old)
        flows |= disturbed_wires(view, done, self._connectors, old.values())
        self._forget(done.steps, flows)
        return Moved(frozenset(done.steps), frozenset(flows))

    def _forget(self, steps: Iterable[str], flows: Iterable[str]) -> None:
        for id in steps:
            self._cards.pop(id, None)
        for id in flows:
            self._connectors.pop(id, None)

    def standing(self) -> Standing:
        """Where columns and rows stand now, to be kept and compared with later."""
        return Standing.of(self._bands)

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

    def box(self, id: str) -> Box:
        """A card's box alone: for drawing many small ones. Raises KeyError as `card` does."""
        return card_box(self._routing.spots[id], self._bands)

    def course(self, id: str) -> tuple[Point, ...]:
        """A connector's points alone, without label and jumps. Raises KeyError likewise."""
        return self._view.points(self._routing.wires[id])

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

    def bars(self, id: str) -> tuple[Bar, ...]:
        """The segments of a connector that may be moved. Raises KeyError if it has no course."""
        return tuple(bars_of(self._view, self._routing.wires[id]))

    def parallels(self, bar: Bar) -> list[float]:
        """Where bars of other connectors run beside one, as coordinates across it."""
        return parallels(self._view, self._routing.wires[bar.flow], bar)

    def place_all(self) -> None:
        """Find the points of all connectors now instead of when they are asked for."""
        for wire in self._routing.wires.values():
            self._view.points(wire)

    def evidence_links(self, box: Box | None = None) -> tuple[EvidenceLink, ...]:
        """All links from evidence, or those of the columns that a box meets."""
        first, beyond = 0, len(self.columns)
        if box is not None:
            first = bisect_right(self.columns, box.x, key=lambda band: band.left) - 1
            beyond = bisect_right(self.columns, box.right, key=lambda band: band.left)
        found = []
        for column, upper, lower in all_links(self._routing.grid, max(0, first), beyond):
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

    def has_cell(self, lane: str, column: str) -> bool:
        """Whether a cell is visible."""
        frame = self._routing.frame
        return lane in frame.lane_at and column in frame.column_at

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
