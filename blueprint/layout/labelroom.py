"""Decides which segment of a course has room for its label, and how much room to keep free."""

from __future__ import annotations

from blueprint.layout import sizes
from blueprint.layout.geometry import TextBlock
from blueprint.layout.tracks import REGION, Run
from blueprint.layout.wires import Wire


def label_width(block: TextBlock) -> float:
    """The width of a label's ground."""
    return max((line.width for line in block.lines), default=0.0) + 2 * sizes.LABEL_SIDES


def label_height(block: TextBlock) -> float:
    """The height of a label's ground."""
    return block.height + 2 * sizes.LABEL_TOP


def tracks_for(block: TextBlock) -> int:
    """How many tracks a run in a channel takes so that its label touches no other run."""
    beside = label_height(block) / 2 + 2 - sizes.TRACK
    return 1 + 2 * max(0, -(-int(beside) // sizes.TRACK))


def segment_with_room(wire: Wire) -> int:
    """The segment that carries the label.

    The longest run of at least a column in a channel; else a run in a row over an empty cell;
    else the only one; else the vertical that is nearest to the source.
    """
    path = wire.path
    longest, found = 1, -1
    for i in range(len(path) - 2):
        length = abs(path[i + 2] - path[i])
        if not wire.is_vertical(i) and not path[i + 1] & 1 and length > longest:
            longest, found = length, i
    if found >= 0:
        return found
    for i in range(len(path) - 2):
        if not wire.is_vertical(i) and abs(path[i + 2] - path[i]) >= 3:
            return i
    return 0 if wire.vertical or len(path) == 3 else 1


def crosses_gutter_only(wire: Wire) -> bool:
    """Whether a wire goes straight to the next card with nothing but a gutter between."""
    return len(wire.path) == 3 and not wire.vertical and abs(wire.path[2] - wire.path[0]) == 2


def kept_free(wire: Wire, body: int) -> tuple[int, Run] | None:
    """The channel, and the room in it, that the label of a vertical needs; else None."""
    segment = wire.label_at
    if segment < 0 or wire.block is None or not wire.is_vertical(segment):
        return None
    start, key, end = wire.path[segment : segment + 3]
    step = 1 if end > start else -1
    channel = start + (step if start & 1 else 2 * step)
    if channel == end or (channel > end) is (step > 0):
        return None
    half = label_width(wire.block) / 2
    offset = wire.places[segment][0]
    low = _position(key, offset - half, body)
    high = _position(key, offset + half, body)
    width = tracks_for(wire.block) + 2
    return channel >> 1, Run((1, -low), wire.id, -1, low, high, width, wire)


def _position(key: int, offset: float, body: int) -> float:
    """A place beside a gutter's track, counted in the column that it reaches into."""
    if key & 1:
        return key * REGION + offset
    if offset < 0:
        return (key - 1) * REGION + body / 2 + offset
    if offset > sizes.GUTTER:
        return (key + 1) * REGION - body / 2 + offset - sizes.GUTTER
    return key * REGION + offset
