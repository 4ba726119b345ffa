"""What lies under a point of the canvas, found by the layout's own index; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Final

from blueprint.drawing.cards import BADGE_REACH, bubble_place
from blueprint.drawing.detail import Detail, detail_at
from blueprint.layout.geometry import Bar, Box, Cell, Point
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.edits.flows import takes_connectors
from blueprint.ui.canvas.view import View
from blueprint.ui.tools.targets import NOWHERE, Part, Side, Target
from blueprint.ui.tools.wire import on_side

SLOT_HEIGHT: Final = 28.0
"""Of the slot below the last lane that adds a lane, in pixels."""
SLOT_GAP: Final = 8.0
LEAST_BAR: Final = 24.0
"""Pixels that a bar of a connector is long at least, to have a handle."""
MOST_BARRED: Final = 20
"""Selected flows that have such handles."""
HANDLES_FROM: Final = 0.45
"""The least zoom at which cards have handles."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from a thing it is still hit, in pixels: half of what can be hit."""

    handle: float = 10.0
    flow: float = 5.0
    end: float = 8.0
    edge: float = 5.0
    gutter: float = 7.0
    number: float = 12.0
    """A column's number in the phase band."""
    outward: float = 0.0
    """How far outside a card its handles are felt for, so that most of the card is left."""


MOUSE: Final = Reach()
FINGER: Final = Reach(22.0, 12.0, 22.0, 10.0, 22.0, 22.0, 12.0)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is needed to tell what lies where.

    `hovered` is the card that has shown its handles so far.
    """

    document: Document
    layout: Layout
    view: View
    selection: tuple[str, ...] = ()
    hovered: str = ""
    reach: Reach = MOUSE


def pick(sight: Sight, at: Point) -> Target:
    """What lies under the pixel `at`."""
    layout, view = sight.layout, sight.view
    if at.x < view.left:
        return NOWHERE if at.y < view.top else _in_lane_headers(sight, at)
    if at.y < view.top:
        return _in_phase_band(sight, at)
    return (
        _bubble(sight, at)
        or _handle(sight, at)
        or _flow_end(sight, at)
        or _bar(sight, at)
        or _card(sight, at)
        or _flow(sight, at)
        or Target(cell=layout.cell_at(*view.to_drawing(*at)))
    )


def slot(layout: Layout, view: View) -> Box:
    """The slot that adds a lane, in pixels."""
    bottom = layout.lanes[-1].box.bottom if layout.lanes else view.y
    y = view.to_screen(0, bottom).y + SLOT_GAP
    return Box(1, y, view.left - 4, SLOT_HEIGHT)


def handle_points(box: Box) -> Iterator[tuple[Side, Point]]:
    """Where the four handles of a card stand."""
    for side in Side:
        yield side, on_side(box, side)


def _in_lane_headers(sight: Sight, at: Point) -> Target:
    layout, view = sight.layout, sight.view
    y = view.to_drawing(*at).y
    reach = sight.reach.edge / view.zoom
    for band in layout.lanes:
        if abs(band.box.bottom - y) <= reach:
            return Target(Part.LANE_EDGE, band.lane)
        if band.box.y <= y <= band.box.bottom:
            return Target(Part.LANE, band.lane)
    for line in layout.lines:
        if abs(line.y - y) <= 2 * reach:
            return Target(Part.LINE, line.line.value)
    return Target(Part.ADD_LANE) if slot(layout, view).contains(*at) else NOWHERE


def _in_phase_band(sight: Sight, at: Point) -> Target:
    layout, view = sight.layout, sight.view
    x = view.to_drawing(*at).x
    reach = sight.reach.gutter / view.zoom
    columns = layout.columns
    for place, band in enumerate(columns):
        if abs(band.left - x) <= reach:
            return Target(Part.GUTTER, index=place)
    if columns and abs(columns[-1].right - x) <= reach:
        return Target(Part.GUTTER, index=len(columns))
    for band in columns:
        if abs((band.left + band.right) / 2 - x) * view.zoom <= sight.reach.number:
            return Target(Part.COLUMN, band.column)
    return _phase(sight, x)


def _phase(sight: Sight, x: float) -> Target:
    layout, edge = sight.layout, 2 * sight.reach.edge / sight.view.zoom
    places = {band.column: place for place, band in enumerate(layout.columns)}
    for span in layout.phases:
        if span.phase is None or not span.box.x <= x <= span.box.right:
            continue
        if span.box.right - x <= edge:
            return Target(Part.PHASE_EDGE, span.phase, None, Side.RIGHT, places[span.last])
        if x - span.box.x <= edge and places[span.first]:
            return Target(Part.PHASE_EDGE, span.phase, None, Side.LEFT, places[span.first])
        return Target(Part.PHASE, span.phase)
    for band in layout.columns:
        if band.left <= x <= band.right:
            return Target(Part.COLUMN, band.column)
    return NOWHERE


def _bubble(sight: Sight, at: Point) -> Target | None:
    """The comments of a card, where its bubble is drawn."""
    document, layout, view = sight.document, sight.layout, sight.view
    if not document.comments or detail_at(view.zoom) is Detail.BLOCKS:
        return None
    x, y = view.to_drawing(*at)
    near = [id for id in layout.steps_in(Box(x, y, 0.01, 0.01).grown(BADGE_REACH))]
    if not near:
        return None
    said = {comment.about for comment in document.comments.values() if not comment.resolved}
    for id in near:
        if id not in said:
            continue
        step, card = document.step(id), layout.card(id).box
        middle, top = bubble_place(step, card.width)
        if abs(card.x + middle - x) <= 12 and -10 <= y - (card.y + top) <= 8:
            return Target(Part.BUBBLE, id, Cell(step.lane, step.column))
    return None


def _handle(sight: Sight, at: Point) -> Target | None:
    document, layout, view = sight.document, sight.layout, sight.view
    if view.zoom < HANDLES_FROM:
        return None
    steps = (id for id in chain((sight.hovered,), sight.selection) if layout.shows_step(id))
    for id in dict.fromkeys(islice(steps, 2)):
        step = document.step(id)
        if not takes_connectors(document, step):
            continue
        box = view.box_on_screen(layout.card(id).box).grown(sight.reach.outward)
        for side, near in handle_points(box):
            if max(abs(near.x - at.x), abs(near.y - at.y)) <= sight.reach.handle:
                return Target(Part.HANDLE, id, Cell(step.lane, step.column), side)
    return None


def _flow_end(sight: Sight, at: Point) -> Target | None:
    layout, view = sight.layout, sight.view
    for id in sight.selection:
        if not layout.shows_flow(id):
            continue
        points = layout.connector(id).points
        for part, point in (
            (Part.FLOW_TARGET, points[-1]),
            (Part.FLOW_SOURCE, points[0]),
        ):
            near = view.to_screen(*point)
            if max(abs(near.x - at.x), abs(near.y - at.y)) <= sight.reach.end:
                return Target(part, id)
    return None


def bar_handles(layout: Layout, view: View, flow: str) -> Iterator[tuple[Bar, Point]]:
    """The bars of a flow that are long enough for a handle, with its place in pixels."""
    if view.zoom < HANDLES_FROM:
        return
    for bar in layout.bars(flow):
        length = abs(bar.start.x - bar.end.x) + abs(bar.start.y - bar.end.y)
        if length * view.zoom >= LEAST_BAR:
            yield bar, view.to_screen(*bar.middle)


def _bar(sight: Sight, at: Point) -> Target | None:
    for id in sight.selection[:MOST_BARRED]:
        if not sight.layout.shows_flow(id):
            continue
        for bar, near in bar_handles(sight.layout, sight.view, id):
            if max(abs(near.x - at.x), abs(near.y - at.y)) <= sight.reach.handle:
                cell = sight.layout.cell_at(*sight.view.to_drawing(*at))
                side = Side.RIGHT if bar.vertical else Side.BOTTOM
                return Target(Part.BAR, id, cell, side, bar.segment)
    return None


def _card(sight: Sight, at: Point) -> Target | None:
    document, layout, view = sight.document, sight.layout, sight.view
    x, y = view.to_drawing(*at)
    for id in layout.steps_in(Box(x, y, 0.01, 0.01)):
        box = layout.card(id).box
        if not box.contains(x, y):
            continue
        step = document.step(id)
        cell = layout.cell_at(x, y) or Cell(step.lane, step.column)
        at_edge = (box.right - x) * view.zoom <= sight.reach.edge
        part = Part.CARD_EDGE if at_edge and id in sight.selection else Part.CARD
        return Target(part, id, cell)
    return None


def _flow(sight: Sight, at: Point) -> Target | None:
    layout, view = sight.layout, sight.view
    x, y = view.to_drawing(*at)
    reach = sight.reach.flow / view.zoom
    around = Box(x - reach, y - reach, 2 * reach, 2 * reach)
    best, nearest = None, reach
    for id in layout.flows_in(around):
        connector = layout.connector(id)
        if connector.label is not None and connector.label.box.contains(x, y):
            return Target(Part.FLOW, id, layout.cell_at(x, y))
        distance = min((_distance(a, b, x, y) for a, b in pairwise(connector.points)), default=9e9)
        if distance <= nearest:
            best, nearest = id, distance
    return Target(Part.FLOW, best, layout.cell_at(x, y)) if best else None


def _distance(a: Point, b: Point, x: float, y: float) -> float:
    """From a point to a horizontal or vertical piece, the larger of both directions."""
    left, right = sorted((a.x, b.x))
    top, bottom = sorted((a.y, b.y))
    return max(left - x, x - right, top - y, y - bottom, 0.0)
