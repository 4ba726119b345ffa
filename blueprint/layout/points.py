"""Coordinates at last: places in regions become the points of a connector."""

from __future__ import annotations

from itertools import pairwise

from blueprint.layout import sizes
from blueprint.layout.arrange import Spot
from blueprint.layout.bands import Bands
from blueprint.layout.geometry import Box, Point
from blueprint.layout.ports import row_offset
from blueprint.layout.tracks import EXPRESS, LOWER
from blueprint.layout.wires import Place, Wire
from blueprint.model.notation import StepKind


def card_box(spot: Spot, bands: Bands) -> Box:
    x = bands.column_x[spot.first]
    right = bands.column_x[spot.last] + bands.grid.width(spot.last)
    return Box(x, bands.row_y[spot.y], right - x, bands.row_heights[spot.y])


def vertical_x(key: int, place: Place, bands: Bands) -> float:
    if key & 1:
        return bands.column_x[key >> 1] + bands.grid.width(key >> 1) / 2 + place[0]
    return bands.gutter_x[key >> 1] + place[0]


def horizontal_y(key: int, place: Place, bands: Bands) -> float:
    at = key >> 1
    if key & 1:
        height = bands.row_heights[at]
        return bands.row_y[at] + height / 2 + row_offset(place, height)
    channel = bands.channels[at]
    track, zone = place
    if zone == LOWER:
        return bands.channel_y[at] + channel.lower - channel.lower_pitch * track
    if zone == EXPRESS:
        track += bands.tracks[at].upper
    return bands.channel_y[at] + channel.upper + channel.upper_pitch * track


def points_of(wire: Wire, bands: Bands) -> tuple[Point, ...]:
    """From the source's edge by right angles to the target's edge."""
    keys, places = wire.route[3], wire.places
    vertical = wire.vertical
    coordinates = []
    for key, place in zip(keys, places, strict=True):
        at = vertical_x if vertical else horizontal_y
        coordinates.append(at(key, place, bands))
        vertical = not vertical
    start = _end(wire.a, wire.route[1], coordinates[0], bands)
    end = _end(wire.b, wire.route[2], coordinates[-1], bands)
    vertical = wire.vertical
    found = [start]
    for before, after in pairwise(coordinates):
        found.append(Point(before, after) if vertical else Point(after, before))
        vertical = not vertical
    found.append(end)
    return tuple(found)


def _end(spot: Spot, side: str, at: float, bands: Bands) -> Point:
    """Where a connector meets a card; a lozenge is met on its slanting edge."""
    box = card_box(spot, bands)
    half = box.height / 2
    lozenge = spot.step.kind is StepKind.DECISION
    if side in "TB":
        beyond = abs(at - box.x - box.width / 2) - (box.width / 2 - sizes.LOZENGE_POINT)
        inward = half * beyond / sizes.LOZENGE_POINT if lozenge and beyond > 0 else 0.0
        return Point(at, box.y + inward if side == "T" else box.bottom - inward)
    inward = sizes.LOZENGE_POINT * abs(at - box.y - half) / half if lozenge else 0.0
    return Point(box.x + inward if side == "L" else box.right - inward, at)
