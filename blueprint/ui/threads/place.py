"""Where a thread stands: beside its card and never over it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout.geometry import Box

GAP = 16.0
EDGE = 6.0


def beside(card: Box, width: float, height: float, room: Box) -> Box:
    """A box of that size right of the card, else left, below or above it, within `room`.

    Where nothing fits it stands at the side that has most room, and reaches out of it.
    """
    places = list(_places(card, width, height, room))
    inner = room.grown(-EDGE)
    for place in places:
        if _holds(inner, place):
            return place
    spare = (
        inner.right - card.right,
        card.x - inner.x,
        inner.bottom - card.bottom,
        card.y - inner.y,
    )
    return places[spare.index(max(spare))]


def _places(card: Box, width: float, height: float, room: Box) -> Iterator[Box]:
    top = _within(card.y - 8, height, room.y, room.bottom)
    left = _within(card.x, width, room.x, room.right)
    yield Box(card.right + GAP, top, width, height)
    yield Box(card.x - GAP - width, top, width, height)
    yield Box(left, card.bottom + GAP, width, height)
    yield Box(left, card.y - GAP - height, width, height)


def _within(start: float, length: float, low: float, high: float) -> float:
    return max(low + EDGE, min(start, high - EDGE - length))


def _holds(room: Box, place: Box) -> bool:
    return (
        place.x >= room.x
        and place.y >= room.y
        and place.right <= room.right
        and place.bottom <= room.bottom
    )
