"""The cells whose rows hang together: what has to be arranged anew when some cards move."""

from __future__ import annotations

from blueprint.layout.arrange import Spot
from blueprint.layout.routing import Routing

Range = tuple[int, int]
"""First and last column."""


def clusters_of(
    moving: list[tuple[Spot | None, Spot | None]], routing: Routing
) -> dict[int, list[Range]]:
    """Ranges of columns by lane, grown until no card reaches over their ends."""
    ranges: dict[int, list[Range]] = {}
    for pair in moving:
        for spot in pair:
            if spot is not None:
                ranges.setdefault(spot.lane, []).append((spot.first, spot.last))
    return {lane: _grown(routing, lane, found) for lane, found in ranges.items()}


def _grown(routing: Routing, lane: int, ranges: list[Range]) -> list[Range]:
    found: list[Range] = []
    for first, last in sorted(ranges):
        low, high = first, last
        while _spanned(routing, lane, low):
            low -= 1
        while _spanned(routing, lane, high + 1):
            high += 1
        if found and low <= found[-1][1]:
            other = found.pop()
            low, high = min(low, other[0]), max(high, other[1])
        found.append((low, high))
    return found


def _spanned(routing: Routing, lane: int, gutter: int) -> bool:
    """Whether a card of the lane reaches over the gutter before that column."""
    begins = routing.bands.rows.begins
    rows = routing.grid.spanned[gutter]
    return any(begins[lane] <= row < begins[lane + 1] for row in rows)
