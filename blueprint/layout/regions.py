"""Keeps the places of all connectors in the four kinds of region, and settles what changed.

Order matters: ports need the courses alone, gutters need the ports of rows, channels need the
ports of columns and the tracks of gutters.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable

from blueprint.layout import sizes, tracks
from blueprint.layout.bands import Bands, Tracks, row_least
from blueprint.layout.index import Occupancy
from blueprint.layout.labelroom import (
    crosses_gutter_only,
    kept_free,
    label_width,
    segment_with_room,
    tracks_for,
)
from blueprint.layout.ports import Ends, Gap, gap_of, row_need, solve
from blueprint.layout.tracks import EXPRESS, LOWER, REGION, UPPER, Run
from blueprint.layout.wires import LONG, Place, Wire

Stretch = tuple[int, int, Run]
"""A run with its channel and zone."""
_REACH = (LONG + 2) * REGION
"""No run of the upper or lower zone is longer."""


class Zone:
    """The runs of one zone of a channel, sorted by where they begin, and their tracks."""

    __slots__ = ("runs", "taken")

    def __init__(self) -> None:
        self.runs: list[tuple[float, str, int, Run]] = []
        self.taken: dict[tuple[str, int], int] = {}
        """By id and segment, the first track after the run."""

    def depth(self) -> int:
        return max(self.taken.values(), default=0)

    def add(self, run: Run) -> None:
        insort(self.runs, (run.low, run.id, run.segment, run))

    def remove(self, run: Run) -> None:
        del self.runs[bisect_left(self.runs, (run.low, run.id, run.segment))]
        del self.taken[run.id, run.segment]

    def around(self, low: float, high: float) -> list[Run]:
        """The runs that touch an extent, directly or through others."""
        while True:
            first = bisect_left(self.runs, (low - _REACH,))
            end = bisect_left(self.runs, (high + tracks.APART + 1,), first)
            found = [
                run
                for _, _, _, run in self.runs[first:end]
                if run.high + tracks.APART >= low and run.low - tracks.APART <= high
            ]
            wider = (
                min([low, *(run.low for run in found)]),
                max([high, *(run.high for run in found)]),
            )
            if wider == (low, high):
                return found
            low, high = wider


class Regions:
    """All gaps, gutters and channels. `moved` collects the flows whose places change."""

    def __init__(self, grid: Occupancy, bands: Bands) -> None:
        self.grid = grid
        self.bands = bands
        self.body = bands.grid.body
        self.ends = Ends()
        self.gutters: list[dict[str, tuple[Wire, int]]] = [
            {} for _ in range(len(bands.gutter_widths))
        ]
        self.gutter_labels: list[dict[str, float]] = [{} for _ in self.gutters]
        self.row_ports: list[dict[int, float]] = [{} for _ in bands.row_heights]
        self.channels: list[tuple[Zone, Zone, Zone]] = [
            (Zone(), Zone(), Zone()) for _ in bands.tracks
        ]
        self.runs: dict[str, list[Stretch]] = {}
        self.moved: dict[str, Wire] = {}

    # --- wires come and go -------------------------------------------------------------------

    def enter(self, wire: Wire) -> None:
        """Take a wire with a new course into its gaps and gutters."""
        self.ends.add(wire)
        wire.label_at = -1 if wire.block is None else segment_with_room(wire)
        path = wire.path
        for i in range(len(path) - 2):
            if wire.is_vertical(i) and not path[i + 1] & 1:
                self.gutters[path[i + 1] >> 1][wire.id] = (wire, i)
        if wire.block is not None and crosses_gutter_only(wire):
            gutter = (path[0] + path[2]) >> 2
            self.gutter_labels[gutter][wire.id] = label_width(wire.block)

    def gutters_of(self, wire: Wire) -> set[int]:
        """The gutters that a wire has to do with."""
        path = wire.path
        found = {
            path[i + 1] >> 1
            for i in range(len(path) - 2)
            if wire.is_vertical(i) and not path[i + 1] & 1
        }
        if crosses_gutter_only(wire):
            found.add((path[0] + path[2]) >> 2)
        return found

    def leave(self, wire: Wire) -> None:
        """Take a wire out of its gaps and gutters, before its course changes."""
        self.ends.remove(wire)
        for gutter in self.gutters_of(wire):
            self.gutters[gutter].pop(wire.id, None)
            self.gutter_labels[gutter].pop(wire.id, None)

    # --- gaps --------------------------------------------------------------------------------

    def all_gaps(self) -> set[Gap]:
        return {gap_of(self.grid, side) for side in self.ends.at}

    def settle_gaps(self, gaps: Iterable[Gap]) -> None:
        grid, ends, body = self.grid, self.ends, self.body
        for gap in gaps:
            most = 0.0
            for wire, segment, place in solve(grid, ends, gap, body):
                most = max(most, place[1])
                if wire.places[segment] != place:
                    wire.places[segment] = place
                    self.moved[wire.id] = wire
            if not gap.vertical:
                ports = self.row_ports[gap.at]
                if most:
                    ports[gap.after] = most
                else:
                    ports.pop(gap.after, None)

    def _put(self, wire: Wire, segment: int, place: Place) -> None:
        if wire.places[segment] != place:
            wire.places[segment] = place
            self.moved[wire.id] = wire

    # --- gutters -----------------------------------------------------------------------------

    def settle_gutters(self, gutters: Iterable[int]) -> None:
        for gutter in gutters:
            found = self.gutters[gutter].values()
            found_runs = [tracks.gutter_run(wire, i) for wire, i in found]
            runs = tracks.stacked(found_runs, 0.0, tracks.wish_across)
            count = max((track for _, track in runs), default=-1) + 1
            labels = self.gutter_labels[gutter]
            width, first, pitch = _gutter(count, max(labels.values(), default=0.0))
            self.bands.gutter_widths[gutter] = width
            free = width / 2 - sizes.CLEARANCE if count == 1 and not labels else 0.0
            for run, track in runs:
                aside = free * (tracks.wish_across(run) or 0.0)
                self._put(run.wire, run.segment, (first + pitch * track + aside, 0.0))

    # --- channels ----------------------------------------------------------------------------

    def settle_all_channels(self, wires: Iterable[Wire]) -> None:
        for wire in wires:
            self.runs[wire.id] = found = self._stretches(wire)
            for channel, kind, run in found:
                self.channels[channel][kind].add(run)
        for channel, zones in enumerate(self.channels):
            for kind in (UPPER, LOWER):
                runs = (run for *_, run in zones[kind].runs)
                for cluster in tracks.clusters(runs, tracks.APART):
                    self._stack(zones[kind], kind, cluster)
            self._settle_express(zones[EXPRESS])
            self._count(channel)

    def settle_channels(self, wires: Iterable[Wire], gone: Iterable[Wire]) -> None:
        """Settle the channels around the runs of `wires`, whose courses or places changed."""
        touched: defaultdict[int, list[tuple[int, Run]]] = defaultdict(list)
        for wire in gone:
            self._exchange(self.runs.pop(wire.id, []), [], touched)
        for wire in wires:
            new = self._stretches(wire)
            self._exchange(self.runs.get(wire.id, []), new, touched)
            self.runs[wire.id] = new
        for channel, runs in touched.items():
            self._settle_around(channel, runs)
            self._count(channel)

    def _exchange(
        self,
        old: list[Stretch],
        new: list[Stretch],
        touched: defaultdict[int, list[tuple[int, Run]]],
    ) -> None:
        for stretch in old:
            if stretch not in new:
                channel, kind, run = stretch
                self.channels[channel][kind].remove(run)
                touched[channel].append((kind, run))
        for stretch in new:
            channel, kind, run = stretch
            if stretch not in old:
                self.channels[channel][kind].add(run)
                touched[channel].append((kind, run))
            elif run.segment >= 0:
                self._place(run, kind, self.channels[channel][kind].taken[run.id, run.segment])

    def _settle_around(self, channel: int, touched: list[tuple[int, Run]]) -> None:
        zones = self.channels[channel]
        for kind in (UPPER, LOWER):
            done: set[tuple[str, int]] = set()
            for of_kind, run in touched:
                if of_kind != kind:
                    continue
                cluster = zones[kind].around(run.low, run.high)
                if not all((found.id, found.segment) in done for found in cluster):
                    done.update((found.id, found.segment) for found in cluster)
                    self._stack(zones[kind], kind, cluster)
        if any(kind == EXPRESS for kind, _ in touched):
            self._settle_express(zones[EXPRESS])

    def _stretches(self, wire: Wire) -> list[Stretch]:
        path = wire.path
        found = []
        for i in range(len(path) - 2):
            if not wire.is_vertical(i) and not path[i + 1] & 1:
                labelled = i == wire.label_at and wire.block is not None
                width = tracks_for(wire.block) if labelled and wire.block else 1
                run = tracks.channel_run(wire, i, width)
                found.append((path[i + 1] >> 1, tracks.zone(run), run))
        free = kept_free(wire, self.body)
        if free is not None:
            found.append((free[0], UPPER, free[1]))
        return found

    def _stack(self, zone: Zone, kind: int, cluster: list[Run]) -> None:
        stack = tracks.stacked_from_below if kind == LOWER else tracks.stacked
        for run, track in stack(cluster, tracks.APART):
            self._take(zone, kind, run, track)

    def _settle_express(self, zone: Zone) -> None:
        for run, track in tracks.in_free_tracks(run for *_, run in zone.runs):
            self._take(zone, EXPRESS, run, track)

    def _take(self, zone: Zone, kind: int, run: Run, track: int) -> None:
        zone.taken[run.id, run.segment] = track + run.width
        if run.segment >= 0:
            self._place(run, kind, track + run.width)

    def _place(self, run: Run, kind: int, after: int) -> None:
        """Stand in the middle of the tracks that end before `after`."""
        self._put(run.wire, run.segment, (after - (run.width + 1) / 2, float(kind)))

    def _count(self, channel: int) -> None:
        upper, express, lower = (zone.depth() for zone in self.channels[channel])
        self.bands.tracks[channel] = Tracks(upper, lower, express)

    # --- rows --------------------------------------------------------------------------------

    def settle_row(self, row: int) -> None:
        """The height of a row: its tallest card, or what its ports need."""
        least = row_least(self.bands.grid.lanes[self.bands.rows.lane_of[row]])
        cards = max(self.grid.heights[row], default=0)
        ports = row_need(max(self.row_ports[row].values(), default=0.0))
        self.bands.row_heights[row] = max(least, cards, ports)


def _gutter(count: int, label: float) -> tuple[int, float, float]:
    """Width, first track and pitch. A label stands left of the tracks."""
    need = 2 * sizes.CLEARANCE + sizes.TRACK * max(0, count - 1)
    width = max(sizes.GUTTER, need)
    if label:
        beside = sizes.TRACK * count + sizes.LABEL_SIDES if count else 0
        width = max(width, int(label + 0.999) + sizes.STRAIGHT_LABEL_ROOM + beside)
        first = width - sizes.CLEARANCE - sizes.TRACK * (count - 1)
        return width, float(first), float(sizes.TRACK)
    pitch = min(sizes.TRACK_WIDE, (width - 2 * sizes.CLEARANCE) / (count - 1)) if count > 1 else 0.0
    return width, (width - pitch * (count - 1)) / 2, pitch
