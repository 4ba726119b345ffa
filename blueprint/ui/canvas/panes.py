"""Frozen lanes and columns: the window as panes, of which some keep still while one scrolls.

A frozen lane stands where it belongs until it would be scrolled out at the top; from then on
it stays there, below those that are frozen above it. Frozen columns stay at the left likewise.
Each pane is a view of its own over the same drawing, so whatever is asked of a view (what lies
under a point, where a card is seen) is asked of the pane.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, NamedTuple

from blueprint.layout.geometry import Box, Point
from blueprint.layout.layout import Layout
from blueprint.layout.sizes import LANE_GAP, LANE_HEADER
from blueprint.model.document import Document
from blueprint.ui.canvas.view import View

MOST_SHARE: Final = 0.6
"""The share of the window's body that frozen lanes, and frozen columns, take at most."""


class Frozen(NamedTuple):
    """What of a drawing is frozen, in its points."""

    lanes: tuple[tuple[str, float, float], ...] = ()
    """(lane, top, bottom), each with half the gap around it, from the top."""
    rights: tuple[float, ...] = ()
    """The right edges of the frozen columns, from the left."""


NOTHING_FROZEN: Final = Frozen()


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the window. `lane` is the frozen lane it shows; "" in what scrolls up and down."""

    view: View
    lane: str = ""
    has_columns: bool = False
    """Whether it shows the frozen columns."""

    @property
    def key(self) -> tuple[str, bool]:
        """What stays the same when the view moves."""
        return self.lane, self.has_columns


Panes = tuple[Pane, ...]
"""From the one that scrolls both ways to those that lie above it; never empty."""


def frozen_of(document: Document, layout: Layout) -> Frozen:
    """What of a document is frozen, as it stands now."""
    half = LANE_GAP / 2
    lanes = tuple(
        (band.lane, band.box.y - half, band.box.bottom + half)
        for band in layout.lanes
        if document.lane(band.lane).frozen
    )
    rights: tuple[float, ...] = ()
    places = [place for place, column in enumerate(document.columns) if column.frozen]
    if places:
        rights = tuple(band.right for band in layout.columns[: places[-1] + 1])
    return Frozen(lanes, rights) if lanes or rights else NOTHING_FROZEN


def panes_of(view: View, frozen: Frozen) -> Panes:
    """The panes of a window that scrolls to `view`."""
    if frozen is NOTHING_FROZEN:
        return (Pane(view),)
    right = _stuck_right(view, frozen)
    found = []
    for lane, strip in (("", view), *_stuck_lanes(view, frozen)):
        found.append(Pane(strip, lane))
        if right > LANE_HEADER:
            width = view.left + ceil((right - LANE_HEADER) * view.zoom)
            found.append(Pane(replace(strip, x=LANE_HEADER, width=width), lane, True))
    return tuple(found)


def _stuck_lanes(view: View, frozen: Frozen) -> Iterator[tuple[str, View]]:
    """The frozen lanes that would be scrolled out, each with its view."""
    edge = view.top
    for lane, top, bottom in frozen.lanes:
        height = ceil((bottom - top) * view.zoom)
        if view.to_screen(0, top).y >= edge or not _has_room(view, edge + height):
            return
        yield lane, replace(view, y=top, top=edge, height=edge + height)
        edge += height


def _has_room(view: View, bottom: float) -> bool:
    return bottom - view.top <= MOST_SHARE * view.body.height


def _stuck_right(view: View, frozen: Frozen) -> float:
    """Up to where columns are frozen; 0 if all are where they belong."""
    if view.x <= LANE_HEADER:
        return 0.0
    room = MOST_SHARE * view.body.width / view.zoom
    return max((x for x in frozen.rights if x - LANE_HEADER <= room), default=0.0)


def pane_at(panes: Panes, at: Point) -> Pane:
    """The pane under a pixel; over a header, the one that the header belongs to."""
    scrolled = panes[0].view
    x, y = max(at.x, scrolled.left), max(at.y, scrolled.top)
    shown = (pane for pane in reversed(panes) if pane.view.body.contains(x, y))
    return next(shown, panes[0])


def pane_of(panes: Panes, box: Box) -> Pane:
    """The pane in which a box of the drawing is seen."""
    middle = box.middle
    best = panes[0]
    for pane in panes[1:]:
        seen = pane.view.visible
        in_lane = not pane.lane or seen.y <= middle.y <= seen.bottom
        in_columns = not pane.has_columns or middle.x <= seen.right
        if in_lane and in_columns:
            best = pane
    return best


def free_body(panes: Panes) -> Box:
    """What the strips leave of the window's body, in pixels."""
    body = panes[0].view.body
    top = max((pane.view.height for pane in panes if pane.lane), default=body.y)
    left = max((pane.view.width for pane in panes if pane.has_columns), default=body.x)
    return Box(left, top, body.right - left, body.bottom - top)


def steps_seen(layout: Layout, panes: Panes) -> Sequence[str]:
    """The steps that any pane shows, each once."""
    if len(panes) == 1:
        return layout.steps_in(panes[0].view.visible)
    found: dict[str, None] = {}
    for pane in panes:
        found.update(dict.fromkeys(layout.steps_in(pane.view.visible)))
    return tuple(found)


def room_for(box: Box, view: View, frozen: Frozen) -> Box:
    """`box` with what the strips will cover above and left of it; all this is to be shown.

    Where a strip shows the box already it is as high, or as wide, as what is in view, so
    that nothing scrolls that way.
    """
    if frozen is NOTHING_FROZEN:
        return box
    seen = view.visible
    pane = pane_of(panes_of(view, frozen), box)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    if pane.lane:
        y = bottom = seen.middle.y
    else:
        y -= _covered([(top, end) for _, top, end in frozen.lanes if end <= y], view)
    if pane.has_columns:
        x = right = seen.middle.x
    elif frozen.rights and x >= frozen.rights[-1]:
        x -= _stuck_right(replace(view, x=LANE_HEADER + 1), frozen) - LANE_HEADER
    return Box(x, y, right - x, bottom - y)


def _covered(lanes: Sequence[tuple[float, float]], view: View) -> float:
    """How much frozen lanes above a place cover, in points of the drawing."""
    total = 0.0
    for top, bottom in lanes:
        if (total + bottom - top) * view.zoom > MOST_SHARE * view.body.height:
            break
        total += bottom - top
    return total
