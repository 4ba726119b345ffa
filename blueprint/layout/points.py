"""Coordinates at last: places in regions become the points of a connector."""

from __future__ import annotations

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
    found = [_end(wire.a, wire.route[1], coordinates[0], bands)]
    vertical = wire.vertical
    before = coordinates[0]
    for after in coordinates[1:]:
        found.append(Point(before, after) if vertical else Point(after, before))
        before, vertical = after, not vertical
    found.append(_end(wire.b, wire.route[2], before, bands))
    return tuple(found)


def _end(spot: Spot, side: str, at: float, bands: Bands) -> Point:
    """Where a connector meets a card; a lozenge is met on its slanting edge."""
    inward = _inward(spot, side, at, bands) if spot.step.kind is StepKind.DECISION else 0.0
    if side == "T":
        return Point(at, bands.row_y[spot.y] + inward)
    if side == "B":
        return Point(at, bands.row_y[spot.y] + bands.row_heights[spot.y] - inward)
    if side == "L":
        return Point(bands.column_x[spot.first] + inward, at)
    return Point(bands.column_x[spot.last] + bands.grid.body - inward, at)


def _inward(spot: Spot, side: str, at: float, bands: Bands) -> float:
    """How far a lozenge's edge stands inside its box, where a connector meets it."""
    box = card_box(spot, bands)
    half = box.height / 2
    if side in "LR":
        return sizes.LOZENGE_POINT * abs(at - box.y - half) / half
    beyond = abs(at - box.x - box.width / 2) - (box.width / 2 - sizes.LOZENGE_POINT)
    return half * beyond / sizes.LOZENGE_POINT if beyond > 0 else 0.0
