"""The bars of a connector: those of its segments that may stand elsewhere, and where."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.layout import sizes
from blueprint.layout.bands import Bands
from blueprint.layout.geometry import Bar, Box
from blueprint.layout.view import View
from blueprint.layout.wires import LONG, Wire


def bars_of(view: View, wire: Wire) -> Iterator[Bar]:
    """The segments of a connector in gutters, and those in channels with a choice of tracks."""
    points, path, bands = view.points(wire), wire.path, view.routing.bands
    for segment in range(len(path) - 2):
        key, vertical = path[segment + 1], wire.is_vertical(segment)
        if key & 1 or (not vertical and abs(path[segment] - path[segment + 2]) > LONG):
            continue
        low, high = _gutter(bands, key >> 1) if vertical else _channel(bands, key >> 1)
        if high > low:
            yield Bar(wire.id, segment, vertical, points[segment], points[segment + 1], low, high)


def _gutter(bands: Bands, gutter: int) -> tuple[float, float]:
    left, width = bands.gutter_x[gutter], bands.gutter_widths[gutter]
    return left + sizes.CLEARANCE, left + width - sizes.CLEARANCE


def _channel(bands: Bands, channel: int) -> tuple[float, float]:
    """Nothing where a lone track is in the middle, wherever it is wished."""
    top, found, tracks = bands.channel_y[channel], bands.channels[channel], bands.tracks[channel]
    has_lines = found.gap > sizes.LANE_GAP
    if tracks.from_top + tracks.lower < 2 and not has_lines:
        return top, top
    return top + sizes.CLEARANCE, top + found.height - sizes.CLEARANCE


def parallels(view: View, wire: Wire, bar: Bar) -> list[float]:
    """Where the bars of other connectors run beside a bar, in order."""
    across = bar.high - bar.low
    if bar.vertical:
        low, high = sorted((bar.start.y, bar.end.y))
        around = Box(bar.low, low, across, high - low)
        found = {box.x for box in view.foreign_segments(wire, around) if box.height}
        return sorted(x for x in found if bar.low <= x <= bar.high)
    low, high = sorted((bar.start.x, bar.end.x))
    around = Box(low, bar.low, high - low, across)
    found = {box.y for box in view.foreign_segments(wire, around) if box.width}
    return sorted(y for y in found if bar.low <= y <= bar.high)
