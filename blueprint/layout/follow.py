"""Follows one change of the document: moves what it names, and what that touches.

The outcome equals that of a full pass, point by point. Where a lane gains or loses a row, or
lanes or columns change, the full pass itself is the way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from blueprint.layout.arrange import Spot, assign_rows, spot_of
from blueprint.layout.choose import Earlier
from blueprint.layout.clusters import Range, clusters_of
from blueprint.layout.neighbourhood import Area, Neighbourhood, path_area, segment_areas
from blueprint.layout.ports import Gap, ends_of, gap_of, gaps_at
from blueprint.layout.routing import Routing
from blueprint.layout.wires import Rank, Wire, path_of
from blueprint.model.change import Change
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Properties, Step

Placing = tuple[int, int, int]
"""First and last column, and row."""


class FullPassNeededError(Exception):
    """The change reaches further than an incremental pass does; the state is of no more use."""


@dataclass
class Followed:
    """What a change did to the routing, before any coordinate."""

    steps: set[str] = field(default_factory=set)
    wires: dict[str, Wire] = field(default_factory=dict)
    """Flows with a new course or another place in it."""
    gone: dict[str, Wire] = field(default_factory=dict)
    cells: list[tuple[int, int, int]] = field(default_factory=list)
    """Touched cells: row, first and last column."""
    paths: set[Area] = field(default_factory=set)
    """Where courses were or are now, by keys."""
    rows: set[int] = field(default_factory=set)


class Follower:
    """Carries a routing from one state of its document to the next."""

    def __init__(self, routing: Routing) -> None:
        self._routing = routing
        self._near = Neighbourhood(len(routing.frame.columns), routing.wires.values())

    def follow(self, change: Change) -> Followed:
        """Raises FullPassNeededError where only that will do."""
        if any(_is_structural(*entry) or self._folds(*entry) for entry in change.entries.values()):
            raise FullPassNeededError
        work = _Work(self._routing, self._near)
        work.arrange(change)
        work.collect(change)
        work.choose()
        work.settle()
        return work.done

    def _folds(self, before: AnyEntity | None, after: AnyEntity | None) -> bool:
        """Whether a column joins a folded phase or leaves one."""
        if not isinstance(after, Column) or not isinstance(before, Column):
            return False
        phase = self._routing.document.get(after.phase or "", Phase)
        is_folded = phase is not None and phase.collapsed
        return is_folded is not (self._routing.frame.column_at[after.id] in self._folded)

    @property
    def _folded(self) -> frozenset[int]:
        return self._routing.frame.folded


def _is_structural(before: AnyEntity | None, after: AnyEntity | None) -> bool:
    """Whether lanes or columns stand elsewhere."""
    entity = after or before
    if isinstance(entity, (Lane, Phase, Column, Properties)):
        return _frame_part(before) != _frame_part(after)
    return False


def _frame_part(entity: AnyEntity | None) -> tuple[object, ...] | None:
    match entity:
        case Lane():
            folding = entity.hidden, entity.collapsed
            return entity.order, entity.role, folding, entity.least_height
        case Phase():
            return (entity.collapsed,)
        case Column():
            return (entity.order,)
        case Properties():
            return (
                entity.column_width,
                entity.line_of_order_penetration,
                entity.line_of_implementation,
            )
    return None


class _Work:
    """One change on its way through the stages."""

    def __init__(self, routing: Routing, near: Neighbourhood) -> None:
        self.routing = routing
        self.near = near
        self.done = Followed()
        self.queue: list[tuple[Rank, Wire]] = []
        self.queued: set[Wire] = set()
        self.old_ranks: dict[Wire, Rank] = {}
        """Flows whose rank changed, with the one before."""
        self.left: dict[str, Wire] = {}
        """Flows that were taken out of their regions and have to enter again."""
        self.gaps: set[Gap] = set()
        self.gutters: set[int] = set()
        self.old_sides: set[int] = set()

    # --- arrange -----------------------------------------------------------------------------

    def arrange(self, change: Change) -> None:
        """Set rows anew in the span clusters that the changed steps leave or enter."""
        routing = self.routing
        changed: list[tuple[Spot | None, Spot | None]] = []
        for before, after in change.entries.values():
            if not isinstance(before or after, Step):
                continue
            old = routing.spots.get(before.id) if before is not None else None
            new = spot_of(after, routing.frame) if isinstance(after, Step) else None
            if before is not None and after is not None and (old is None) is not (new is None):
                raise FullPassNeededError
            if old is None and new is None:
                continue
            changed.append((old, new))
            self.done.steps.add((old or new).id)  # type: ignore[union-attr]
        moving = [(old, new) for old, new in changed if not _stays(old, new)]
        clusters = clusters_of(moving, routing)
        for old, new in changed:
            if _stays(old, new):
                assert old is not None
                assert new is not None
                self.done.rows.add(old.y)
                if old.height == new.height:
                    _renew(old, new)
                else:
                    self.routing.grid.remove(old)
                    _renew(old, new)
                    self.routing.grid.add(old)
        if moving:
            self._move(moving, clusters)

    def _move(
        self,
        moving: list[tuple[Spot | None, Spot | None]],
        clusters: dict[int, list[Range]],
    ) -> None:
        routing = self.routing
        members = [
            (lane, low, high, self._members(lane, low, high))
            for lane, ranges in clusters.items()
            for low, high in ranges
        ]
        before: dict[str, tuple[Spot, Placing]] = {}
        for *_, spots in members:
            for spot in spots.values():
                before[spot.id] = (spot, (spot.first, spot.last, spot.y))
                routing.grid.remove(spot)
        for old, new in moving:
            self._replace(old, new)
        for lane, low, high, _ in members:
            self._arrange_cluster(lane, self._members(lane, low, high), before)
        self._touch(before)
        for lane in clusters:
            self._check_last_row(lane)

    def _members(self, lane: int, low: int, high: int) -> dict[str, Spot]:
        found: dict[str, Spot] = {}
        for column in range(low, high + 1):
            found.update(self.routing.cells.get((lane, column), {}))
        return found

    def _replace(self, old: Spot | None, new: Spot | None) -> None:
        """Put a step's new place into the cells; its Spot stays the same."""
        routing = self.routing
        if old is not None:
            del routing.cells[old.lane, old.first][old.id]
        if new is None:
            assert old is not None
            del routing.spots[old.id]
            return
        spot = old or new
        if old is not None:
            spot.lane, spot.role = new.lane, new.role
            spot.first, spot.last = new.first, new.last
            _renew(old, new)
        routing.spots[spot.id] = spot
        routing.cells[spot.lane, spot.first][spot.id] = spot

    def _arrange_cluster(
        self, lane: int, spots: dict[str, Spot], before: dict[str, tuple[Spot, Placing]]
    ) -> None:
        rows = self.routing.bands.rows
        if assign_rows(spots.values()) > rows.counts[lane]:
            raise FullPassNeededError
        for spot in spots.values():
            spot.y = rows.begins[lane] + spot.row
            before.setdefault(spot.id, (spot, (-1, -1, -1)))
            self.routing.grid.add(spot)

    def _touch(self, before: dict[str, tuple[Spot, Placing]]) -> None:
        """Note the cells that cards left or took."""
        for id, (spot, (first, last, row)) in before.items():
            there = id in self.routing.spots
            if there and (first, last, row) == (spot.first, spot.last, spot.y):
                if id in self.done.steps:
                    self.done.rows.add(row)
                continue
            self.done.steps.add(id)
            if row >= 0:
                self.done.cells.append((row, first, last))
                for column in range(first, last + 1):
                    self.routing.regions.row_ports[row].pop(column, None)
            if there:
                self.done.cells.append((spot.y, spot.first, spot.last))
        self.done.rows.update(row for row, _, _ in self.done.cells)

    def _check_last_row(self, lane: int) -> None:
        rows = self.routing.bands.rows
        if rows.counts[lane] > 1 and not self.routing.grid.across[rows.begins[lane + 1] - 1]:
            raise FullPassNeededError

    # --- flows to reconsider -------------------------------------------------------------------

    def collect(self, change: Change) -> None:
        """Take changed flows out and in, and find new options where cells were touched."""
        routing = self.routing
        for before, after in change.entries.values():
            if isinstance(before, Flow) and not _same_course(before, after):
                self._remove(before.id)
        for before, after in change.entries.values():
            if isinstance(after, Flow) and not _same_course(before, after):
                self._insert(after)
            elif isinstance(after, Flow) and after.id in routing.wires:
                routing.wires[after.id].flow = after
                self.done.wires[after.id] = routing.wires[after.id]
        moved = {id for id in self.done.steps if id in routing.spots}
        at_moved: set[Wire] = set()
        for id in moved:
            flows = [*routing.document.outgoing(id), *routing.document.incoming(id)]
            at_moved.update(routing.wires[flow.id] for flow in flows if flow.id in routing.wires)
        for wire in at_moved:
            self.done.wires[wire.id] = wire
        around = {
            wire
            for row, first, last in self.done.cells
            for wire in self.near.near((2 * first + 1, 2 * last + 1, 2 * row + 1, 2 * row + 1))
        }
        for wire in around | (at_moved if self.done.cells else set()):
            self._reconsider(wire)

    def _remove(self, id: str) -> None:
        routing = self.routing
        wire = routing.wires.pop(id, None)
        if wire is None:
            return
        self.near.remove(wire)
        self.queued.discard(wire)
        self._leave(wire)
        del self.left[wire.id]
        routing.crossings.remove(wire)
        self.done.gone[id] = wire
        self._disturb(wire.path, wire.vertical, wire.rank)
        routing.drop(wire)

    def _insert(self, flow: Flow) -> None:
        wire = self.routing.wire_of(flow)
        if wire is None:
            return
        self.routing.reconsider(wire)
        self.near.add(wire)
        self._push(wire)

    def _reconsider(self, wire: Wire) -> None:
        options, rank = wire.options, wire.rank
        self.routing.reconsider(wire)
        moved = wire.a.id in self.done.steps or wire.b.id in self.done.steps
        if options == wire.options and not moved:
            return
        self.near.remove(wire)
        self.near.add(wire)
        if rank != wire.rank and wire.path:
            self.old_ranks.setdefault(wire, rank)
        self._push(wire)

    def _push(self, wire: Wire) -> None:
        if wire not in self.queued:
            self.queued.add(wire)
            heappush(self.queue, (wire.rank, wire))

    # --- choose --------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let flows choose again, in order of rank, until nothing changes any more."""
        self.queue = [(wire.rank, wire) for wire in self.queued]
        heapify(self.queue)
        crossings = self.routing.crossings
        while self.queue:
            _, wire = heappop(self.queue)
            self.queued.discard(wire)
            route = wire.options[0]
            if len(wire.options) > 1:
                route = crossings.choice(wire, Earlier(crossings, wire.rank))
            old_path, old_vertical, old_rank = wire.path, wire.vertical, wire.rank
            if wire in self.old_ranks:
                old_rank = self.old_ranks.pop(wire)
            elif old_path and route[1:] == wire.route[1:] and not self._moved(wire):
                wire.route = route
                continue
            if old_path:
                if wire.id not in self.left:
                    self._leave(wire)
                crossings.remove(wire)
            wire.take(route)
            crossings.add(wire)
            self.left[wire.id] = wire
            first = min(old_rank, wire.rank)
            self._disturb(old_path, old_vertical, first)
            self._disturb(wire.path, wire.vertical, first)

    def _moved(self, wire: Wire) -> bool:
        """Whether one of its cards moved, so that even the same keys end elsewhere."""
        return wire.path != path_of(wire.route, wire.a, wire.b)

    def _disturb(self, path: tuple[int, ...], vertical: bool, rank: Rank) -> None:
        """Let every later flow near a course that went or came choose again."""
        if path:
            self.done.paths.add(path_area(path, vertical))
        for area in segment_areas(path, vertical):
            for wire in self.near.near(area):
                if wire.rank > rank and len(wire.options) > 1:
                    self._push(wire)

    def _leave(self, wire: Wire) -> None:
        """Take a wire out of its regions, which all have to be settled."""
        regions = self.routing.regions
        self.old_sides.update(side for side, _ in ends_of(wire))
        self.gutters.update(regions.gutters_of(wire))
        regions.leave(wire)
        self.left[wire.id] = wire

    # --- settle --------------------------------------------------------------------------------

    def settle(self) -> None:
        """Enter changed wires again and settle every region that they or moved cards touch."""
        regions, grid = self.routing.regions, self.routing.grid
        regions.moved = dict(self.done.wires)
        for wire in self.left.values():
            regions.enter(wire)
            regions.moved[wire.id] = wire
            self.old_sides.update(side for side, _ in ends_of(wire))
        self.gaps.update(gap_of(grid, side) for side in self.old_sides)
        for row, first, last in self.done.cells:
            for column in range(first, last + 1):
                self.gaps.update(gaps_at(grid, row, column))
        regions.settle_gaps(self.gaps)
        for wire in regions.moved.values():
            self.gutters.update(regions.gutters_of(wire))
        regions.settle_gutters(self.gutters)
        regions.settle_channels(list(regions.moved.values()), self.done.gone.values())
        self.done.rows.update(gap.at for gap in self.gaps if not gap.vertical)
        for row in self.done.rows:
            regions.settle_row(row)
        self.done.wires = {
            id: wire for id, wire in regions.moved.items() if id in self.routing.wires
        }


def _stays(old: Spot | None, new: Spot | None) -> bool:
    """Whether a step keeps its cells and its place in the order of the arrangement."""
    return (
        old is not None
        and new is not None
        and (old.lane, old.first, old.last) == (new.lane, new.first, new.last)
        and old.step.order == new.step.order
    )


def _renew(old: Spot, new: Spot) -> None:
    old.step, old.block, old.height = new.step, new.block, new.height


def _same_course(before: object, after: object) -> bool:
    """Whether a flow's course and label are sure to stay."""
    return (
        isinstance(before, Flow)
        and isinstance(after, Flow)
        and all(getattr(before, name) == getattr(after, name) for name in _SHAPING)
    )


_SHAPING: Final = ("source", "target", "kind", "label", "probability", "bar_x", "bar_y")
"""The fields of a flow that its course or its label follow from."""
