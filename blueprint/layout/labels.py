"""Finds a free place for a connector's label, when the connector is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from blueprint.layout import sizes
from blueprint.layout.geometry import Box, Label, Point, TextBlock
from blueprint.layout.labelroom import label_height, label_width
from blueprint.layout.points import card_box
from blueprint.layout.view import View
from blueprint.layout.wires import Wire

CLEAR = 2.0
"""Between a label and what it must not cover."""
END = 10.0
"""From a label to the end of a connector, where its head is."""


class Slot(NamedTuple):
    """A stretch along which the middle of a label may slide; `aside` of a vertical or on it."""

    vertical: bool
    at: float
    low: float
    high: float
    wish: float


def label_of(view: View, wire: Wire) -> Label | None:
    """The label on the first segment that has a free place for it.

    The segment for which the routing kept room comes first, then the longest. A vertical is
    tried with the label on it and beside it. Where no place is free of other connectors, the
    label keeps clear of cards at least.
    """
    block = wire.block
    if block is None:
        return None
    width, height = label_width(block), label_height(block)
    slots = list(_slots(view.points(wire), wire.label_at, width, height))
    for strict in (True, False):
        for slot in slots:
            middle = _free(view, wire, slot, (width, height), strict)
            if middle is not None:
                return _label(block, _box(slot, middle, width, height))
    return _label(block, _box(slots[0], slots[0].wish, width, height))


def _label(block: TextBlock, box: Box) -> Label:
    x = round(box.x + box.width / 2 - block.width / 2, 3)
    ground = Box(round(box.x, 3), round(box.y, 3), box.width, box.height)
    return Label(ground, block, Point(x - ground.x, sizes.LABEL_TOP))


def _box(slot: Slot, middle: float, width: float, height: float) -> Box:
    x, y = (slot.at, middle) if slot.vertical else (middle, slot.at)
    return Box(x - width / 2, y - height / 2, width, height)


def _slots(points: tuple[Point, ...], first: int, width: float, height: float) -> Iterator[Slot]:
    """All stretches, the best ones first."""
    parts = list(enumerate(pairwise(points)))
    parts.sort(key=lambda part: (part[0] != first, -_length(*part[1]), part[0]))
    last = len(points) - 2
    verticals = []
    for place, (a, b) in parts:
        vertical = a.x == b.x
        half = (height if vertical else width) / 2
        low, high = sorted((a.y, b.y) if vertical else (a.x, b.x))
        wish = (low + high) / 2
        ahead, behind = (END if place == 0 else CLEAR), (END if place == last else CLEAR)
        if (b.y < a.y) if vertical else (b.x < a.x):
            ahead, behind = behind, ahead
        low, high = low + half + ahead, high - half - behind
        if low > high:
            low = high = wish
        slot = Slot(vertical, a.x if vertical else a.y, low, high, wish)
        yield slot
        if vertical:
            verticals.append(slot)
    for slot in verticals:
        aside = width / 2 + CLEAR + 1
        yield slot._replace(at=slot.at + aside)
        yield slot._replace(at=slot.at - aside)


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _free(
    view: View, wire: Wire, slot: Slot, size: tuple[float, float], strict: bool
) -> float | None:
    """The middle nearest to the wished one at which the label covers nothing."""
    width, height = size
    low_box = _box(slot, slot.low, width, height)
    high_box = _box(slot, slot.high, width, height)
    area = Box(low_box.x, low_box.y, high_box.right - low_box.x, high_box.bottom - low_box.y).grown(
        CLEAR
    )
    bands = view.routing.bands
    if area.x < sizes.LANE_HEADER or area.y < sizes.TOP or area.right > bands.width:
        return None
    blocked = [card_box(spot, bands) for spot in view.cards(area)]
    if strict:
        blocked += view.foreign_segments(wire, area)
        blocked += [
            Box(area.x, y - 1, area.width, 2) for y in bands.line_y if area.y <= y <= area.bottom
        ]
    half = (height if slot.vertical else width) / 2 + CLEAR
    taken = [
        (box.y - half, box.bottom + half) if slot.vertical else (box.x - half, box.right + half)
        for box in blocked
    ]
    return nearest_free(taken, slot.low, slot.high, slot.wish)


def nearest_free(
    taken: list[tuple[float, float]], low: float, high: float, wish: float
) -> float | None:
    """The number from low to high, nearest to `wish`, strictly inside none of `taken`."""
    places = [min(max(wish, low), high), low, high]
    places += [edge for interval in taken for edge in interval if low <= edge <= high]
    for place in sorted(places, key=lambda place: (abs(place - wish), place)):
        if not any(start < place < end for start, end in taken):
            return place
    return None
