"""All stages over one document: arrange, choose, settle, place."""

from __future__ import annotations

from collections import defaultdict

from blueprint.collector import collector_off
from blueprint.layout import bands as band_stage
from blueprint.layout import sizes
from blueprint.layout.arrange import Spot, assign_rows, frame, spot_of
from blueprint.layout.bands import Bands
from blueprint.layout.candidates import courses
from blueprint.layout.choose import Crossings, choose_all
from blueprint.layout.index import Occupancy
from blueprint.layout.regions import Regions
from blueprint.layout.wires import Wire
from blueprint.model.document import Document
from blueprint.model.entities import Flow


class Routing:
    """The state of a layout: where steps stand and how flows run, before any coordinate."""

    def __init__(self, document: Document) -> None:
        self.document = document
        with collector_off():
            self._arrange()
            self._route()
            self._settle()

    # --- full pass ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        document = self.document
        self.frame = grid = frame(document)
        found = (spot_of(step, grid) for step in document.steps.values())
        self.spots: dict[str, Spot] = {spot.id: spot for spot in found if spot is not None}
        self.cells: defaultdict[tuple[int, int], dict[str, Spot]] = defaultdict(dict)
        by_lane: list[list[Spot]] = [[] for _ in grid.lanes]
        for spot in self.spots.values():
            by_lane[spot.lane].append(spot)
            self.cells[spot.lane, spot.first][spot.id] = spot
        counts = [max(1, assign_rows(spots)) for spots in by_lane]
        rows = band_stage.rows_of(grid, counts, band_stage.lines_below(document, grid))
        self.bands = Bands(grid, rows)
        self.grid = Occupancy(len(rows.lane_of), len(grid.columns))
        for spot in self.spots.values():
            spot.y = rows.begins[spot.lane] + spot.row
            self.grid.add(spot)

    def _route(self) -> None:
        self.wires: dict[str, Wire] = {}
        self.at_slot: list[Wire | None] = []
        self.free_slots: list[int] = []
        self.crossings = Crossings(len(self.bands.row_heights), len(self.frame.columns))
        for flow in self.document.flows.values():
            wire = self.wire_of(flow)
            if wire is not None:
                self.reconsider(wire)
        choose_all(self.wires.values(), self.crossings)

    def wire_of(self, flow: Flow) -> Wire | None:
        """A new wire for a flow; None if one of its steps has no place."""
        a, b = self.spots.get(flow.source), self.spots.get(flow.target)
        if a is None or b is None:
            return None
        if self.free_slots:
            slot = self.free_slots.pop()
        else:
            slot = len(self.at_slot)
            self.at_slot.append(None)
            self.crossings.ranks.append((0, ""))
        wire = Wire(flow, a, b, slot, sizes.label_block(flow, self.frame.body))
        self.at_slot[slot] = wire
        self.wires[flow.id] = wire
        return wire

    def drop(self, wire: Wire) -> None:
        """Free the slot of a wire that is gone."""
        self.at_slot[wire.slot] = None
        self.free_slots.append(wire.slot)

    def reconsider(self, wire: Wire) -> None:
        """Find the courses that a wire has, and with them its rank."""
        wire.consider(courses(self.grid, wire.a, wire.b, wire.flow.kind))
        self.crossings.ranks[wire.slot] = wire.rank

    def _settle(self) -> None:
        self.regions = regions = Regions(self.grid, self.bands)
        for wire in self.wires.values():
            regions.enter(wire)
        regions.settle_gaps(regions.all_gaps())
        regions.settle_gutters(range(len(regions.gutters)))
        regions.settle_all_channels(self.wires.values())
        for row in range(len(self.bands.row_heights)):
            regions.settle_row(row)
        self.bands.place()
