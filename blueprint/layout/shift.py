"""Tells what looks different after an update, and what only stands elsewhere."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise
from typing import NamedTuple

from blueprint.layout.bands import Bands, Channel
from blueprint.layout.choose import slots_across, slots_near
from blueprint.layout.follow import Followed
from blueprint.layout.geometry import Point
from blueprint.layout.neighbourhood import Area, path_area
from blueprint.layout.routing import Routing
from blueprint.layout.view import View
from blueprint.layout.wires import Wire

Points = dict[str, tuple[Point, ...]]
Vertical = tuple[float, float, float]
"""x, top and bottom."""

_LABEL_KEYS = 2
"""How many keys away a label may stand from its connector."""


class Sizes(NamedTuple):
    """All lengths of a layout at one moment."""

    gutters: list[int]
    rows: list[int]
    channels: list[Channel]
    express: list[int]
    """Where the express tracks begin in each channel."""

    @classmethod
    def of(cls, bands: Bands) -> Sizes:
        return cls(
            list(bands.gutter_widths),
            list(bands.row_heights),
            list(bands.channels),
            [tracks.upper for tracks in bands.tracks],
        )


class Resized(NamedTuple):
    """The keys of gutters, and of rows and channels, that have another length now."""

    x: list[int]
    y: list[int]


def resized(before: Sizes, after: Sizes) -> Resized:
    if before == after:
        return Resized([], [])
    channels = zip(before.channels, before.express, strict=True)
    now = zip(after.channels, after.express, strict=True)
    y = [2 * n for n, (old, new) in enumerate(zip(channels, now, strict=True)) if old != new]
    y += [2 * n + 1 for n in _differing(before.rows, after.rows)]
    return Resized([2 * n for n in _differing(before.gutters, after.gutters)], sorted(y))


def _differing(before: list[int], after: list[int]) -> list[int]:
    if before == after:
        return []
    return [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]


def stretched_steps(routing: Routing, lengths: Resized) -> set[str]:
    """The steps whose cards have another size."""
    grid = routing.grid
    found = {
        grid.at[key >> 1, column].id
        for key in lengths.y
        if key & 1
        for column in grid.across[key >> 1]
    }
    for key in lengths.x:
        gutter = key >> 1
        if gutter < len(grid.down):
            found.update(grid.at[row, gutter].id for row in grid.spanned[gutter])
    return found


def stretched_wires(routing: Routing, lengths: Resized) -> dict[str, Wire]:
    """The flows that meet something of another length; all others moved as one piece.

    A label may stand beside its connector: with one, a connector meets more.
    """
    crossings = routing.crossings
    columns, rows = len(crossings.passing) - 1, len(crossings.standing) - 1
    slots: set[int] = set()
    labelled: set[int] = set()
    for key in lengths.x:
        left, right = max(0, key - _LABEL_KEYS), min(columns, key + _LABEL_KEYS)
        slots |= slots_near(crossings, key, key, 0, rows)
        labelled |= slots_near(crossings, left, right, 0, rows)
    for key in lengths.y:
        slots |= _slots_at(routing, key)
        for near in range(max(0, key - _LABEL_KEYS), min(rows, key + _LABEL_KEYS) + 1):
            labelled |= _slots_at(routing, near)
    wires = [wire for slot in slots if (wire := routing.at_slot[slot]) is not None]
    for slot in labelled - slots:
        wire = routing.at_slot[slot]
        if wire is not None and wire.block is not None:
            wires.append(wire)
    return {wire.id: wire for wire in wires}


def _slots_at(routing: Routing, key: int) -> set[int]:
    """The slots of all flows that pass a row or channel, run in it or end at its cards."""
    found = slots_across(routing.crossings, key)
    if key & 1:
        grid, ends, row = routing.grid, routing.regions.ends, key >> 1
        spots = {grid.at[row, column] for column in grid.across[row]}
        found.update(wire.slot for spot in spots for wire in ends.of_card(spot))
    return found


def disturbed_wires(view: View, done: Followed, drawn: Container[str], old: Points) -> set[str]:
    """Flows that stayed but jump over what moved, or keep their labels clear of it.

    Only those that were `drawn` are told; `old` are the points of flows before the update.
    """
    areas = done.paths | {path_area(wire.path, wire.vertical) for wire in done.wires.values()}
    areas |= {(2 * first, 2 * last + 2, 2 * y, 2 * y + 2) for y, first, last in done.cells}
    near = {wire for area in areas for wire in _wires_in(view.routing, area, _LABEL_KEYS)}
    moved = done.wires.keys()
    before = [v for id in moved | done.gone.keys() for v in _verticals(old.get(id, ()))]
    after = [v for wire in done.wires.values() for v in _verticals(view.points(wire))]
    return {
        wire.id
        for wire in near
        if wire.id in drawn
        and wire.id not in moved
        and (
            wire.block is not None
            or _crosses(old.get(wire.id, ()), before)
            or _crosses(view.points(wire), after)
        )
    }


def _wires_in(routing: Routing, area: Area, by: int) -> list[Wire]:
    left, right, top, bottom = area
    most = len(routing.crossings.passing) - 1
    slots = slots_near(
        routing.crossings, max(0, left - by), min(most, right + by), top - by, bottom + by
    )
    return [wire for slot in slots if (wire := routing.at_slot[slot]) is not None]


def _verticals(points: tuple[Point, ...]) -> list[Vertical]:
    return [(a.x, min(a.y, b.y), max(a.y, b.y)) for a, b in pairwise(points) if a.x == b.x]


def _crosses(points: tuple[Point, ...], verticals: list[Vertical]) -> bool:
    """Whether a horizontal of a connector passes over one of the verticals."""
    for a, b in pairwise(points):
        if a.y == b.y:
            low, high, y = min(a.x, b.x), max(a.x, b.x), a.y
            if any(low < x < high and top < y < bottom for x, top, bottom in verticals):
                return True
    return False
