"""Puts the runs of a gutter or of a channel side by side so that they neither touch nor cross.

A run's key says where its two ends turn. In the order of the keys each run takes the first
track after all earlier runs that it touches: this keeps the order, which avoids crossings.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from blueprint.layout.wires import LONG, Wire

APART: Final = 12.0
"""Ends of two runs in one channel that are nearer than this count as touching."""
REGION: Final = float(1 << 20)
"""Between the positions of two neighbouring keys: more than any offset within a key."""

UPPER, EXPRESS, LOWER = range(3)
"""Zones of a channel: from the top, long runs, from the bottom."""


class Run(NamedTuple):
    """A run with its extent, in an order of its own; `width` tracks, it stands in the middle."""

    order: tuple[int, float]
    id: str
    segment: int
    """-1 for the room that the label of a vertical keeps free."""
    low: float
    high: float
    width: int
    wire: Wire


def gutter_run(wire: Wire, segment: int) -> Run:
    """A vertical run; its ends stand at row ports or somewhere in a channel."""
    path = wire.path
    first, second = path[segment], path[segment + 2]
    start = first * REGION + (wire.places[segment - 1][0] if first & 1 else 0.0)
    end = second * REGION + (wire.places[segment + 1][0] if second & 1 else 0.0)
    x = path[segment + 1]
    before, after = path[segment - 1] < x, path[segment + 3] < x
    if start > end:
        start, end, before, after = end, start, after, before
    return Run(_order(before, after, start, end), wire.id, segment, start, end, 1, wire)


def channel_run(wire: Wire, segment: int, width: int) -> Run:
    """A horizontal run; its ends stand at column ports or gutter tracks."""
    path = wire.path
    start = path[segment] * REGION + wire.places[segment - 1][0]
    end = path[segment + 2] * REGION + wire.places[segment + 1][0]
    y = path[segment + 1]
    before, after = path[segment - 1] < y, path[segment + 3] < y
    if start > end:
        start, end, before, after = end, start, after, before
    return Run(_order(before, after, start, end), wire.id, segment, start, end, width, wire)


def _order(start_back: bool, end_back: bool, start: float, end: float) -> tuple[int, float]:
    """Which end turns back (left or up) decides on which side a run wants to stand."""
    if start_back:
        return (0, end - start) if end_back else (1, -start)
    return (1, start) if end_back else (2, start - end)


def zone(run: Run) -> int:
    """The zone of a channel that a run belongs to: the one it is wished in, if it is not long."""
    path = run.wire.path
    if abs(path[run.segment] - path[run.segment + 2]) > LONG:
        return EXPRESS
    wish = run.wire.flow.bar_y
    if wish:
        return UPPER if wish < 0 else LOWER
    return LOWER if run.order[0] == 2 else UPPER


def wish_across(run: Run) -> float | None:
    """Where a run in a gutter is wished: −1 at the left to 1 at the right."""
    return run.wire.flow.bar_x


def _wish_in_upper(run: Run) -> float | None:
    """Where a run in the upper zone of a channel is wished: −1 at the first track."""
    wish = run.wire.flow.bar_y if run.segment >= 0 else None
    return None if not wish else 2 * wish + 1


def _wish_in_lower(run: Run) -> float | None:
    """The same in the lower zone, whose first track is the lowest."""
    wish = run.wire.flow.bar_y if run.segment >= 0 else None
    return None if not wish else 1 - 2 * wish


def stacked(
    runs: Iterable[Run], apart: float, wish: Callable[[Run], float | None] = _wish_in_upper
) -> list[tuple[Run, int]]:
    """Each run with its first track: after all runs earlier in order that it touches.

    Runs nearer than `apart` touch; so do those whose ends meet. A wish puts a run before or
    after those whose tracks it would pass, and on no earlier track than the wished one.
    """
    found = _in_order(((run, 0) for run in sorted(runs)), apart)
    if all(wish(run) is None for run, _ in found):
        return found
    last = max(track for _, track in found)
    places = []
    for run, track in found:
        wished = wish(run)
        place = float(track) if wished is None else _place_of(wished, last)
        least = 0 if wished is None else round((wished + 1) / 2 * last)
        places.append((place, run, least))
    return _in_order(((run, least) for _, run, least in sorted(places)), apart)


def _place_of(wish: float, last: int) -> float:
    """Among tracks from 0 to `last`; at an edge beyond all that stands there by itself."""
    beyond = 0.5 if wish > 0 else -0.5 if wish < 0 else 0.0
    return (wish + 1) / 2 * last + beyond


def _in_order(runs: Iterable[tuple[Run, int]], apart: float) -> list[tuple[Run, int]]:
    """Each run, in the order given, with its first track, which is not before the one given."""
    found: list[tuple[Run, int]] = []
    for run, first in runs:
        low, high, track = run.low - apart, run.high + apart, first
        for other, taken in found:
            if other.low <= high and low <= other.high and taken + other.width > track:
                track = taken + other.width
        found.append((run, track))
    return found


def stacked_from_below(runs: Iterable[Run], apart: float) -> list[tuple[Run, int]]:
    """The same for runs whose ends both turn down: the shortest stands lowest."""
    turned = [run._replace(order=(0, -run.order[1])) for run in runs]
    return stacked(turned, apart, _wish_in_lower)


def clusters(runs: Iterable[Run], apart: float) -> list[list[Run]]:
    """Runs that touch, directly or through others, together."""
    found: list[list[Run]] = []
    reach = float("-inf")
    for run in sorted(runs, key=_low):
        if run.low - apart > reach or not found:
            found.append([])
        found[-1].append(run)
        reach = max(reach, run.high)
    return found


def _low(run: Run) -> float:
    return run.low


def in_free_tracks(runs: Iterable[Run]) -> list[tuple[Run, int]]:
    """Long runs by id, each in the first track that is free: a new one never moves an old one."""
    tracks: list[list[tuple[float, float]]] = []
    found = []
    for run in sorted(runs, key=lambda run: (run.id, run.segment)):
        track = 0
        while not all(_is_free(taken, run) for taken in tracks[track : track + run.width]):
            track += 1
        while len(tracks) < track + run.width:
            tracks.append([])
        for taken in tracks[track : track + run.width]:
            insort(taken, (run.low, run.high))
        found.append((run, track))
    return found


def _is_free(taken: list[tuple[float, float]], run: Run) -> bool:
    place = bisect_left(taken, (run.high + APART,))
    return place == 0 or taken[place - 1][1] < run.low - APART
