"""What a flow looks like: rounded corners, arches over what it crosses, heads and a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import hypot
from typing import Final, Protocol

from blueprint.drawing.detail import Detail
from blueprint.drawing.primitives import (
    Cap,
    Colour,
    Command,
    Group,
    Layer,
    Path,
    Primitive,
    Rect,
    Stroke,
)
from blueprint.drawing.shapes import bend, polygon, polyline
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block
from blueprint.i18n import message, translate
from blueprint.layout.geometry import Box, Connector, Label, LaneBand, Point
from blueprint.model.document import Document
from blueprint.model.notation import FlowKind

RADIUS: Final = 8.0
JUMP: Final = 5.0
MERGED: Final = 12.0
"""Jumps nearer than this are one wider arch."""
HEAD: Final = 8.0
HEAD_HALF: Final = 4.0
OPEN_HALF: Final = 4.5
REACH: Final = 8.0
"""How far heads and arches reach beyond the points."""
LABEL_RADIUS: Final = 4.0


class PlacesConnectors(Protocol):
    """What of a layout the drawing of connectors needs."""

    @property
    def lanes(self) -> Sequence[LaneBand]: ...

    def connector(self, id: str, /) -> Connector: ...


def flow_groups(
    document: Document,
    layout: PlacesConnectors,
    theme: Theme,
    language: str,
    flow_id: str,
    *,
    detail: Detail = Detail.FULL,
) -> tuple[Group, ...]:
    """A flow's line and, from 100 % on, its label, each relative to its own first point."""
    connector = layout.connector(flow_id)
    line = _line_group(document, connector, theme, language, detail)
    if connector.label is None or detail < Detail.FULL:
        return (line,)
    return line, _label_group(connector.label, connector, layout, theme)


def _line_group(
    document: Document, connector: Connector, theme: Theme, language: str, detail: Detail
) -> Group:
    origin = connector.points[0]
    points = tuple(Point(x - origin.x, y - origin.y) for x, y in connector.points)
    jumps = tuple(Point(x - origin.x, y - origin.y) for x, y in connector.jumps)
    stroke = theme.flows[connector.kind]
    if detail is Detail.BLOCKS:
        parts: tuple[Primitive, ...] = (_hairline(points, stroke.colour),)
    else:
        parts = connector_parts(points, jumps, connector.kind, stroke)
    return Group(
        entity=connector.flow,
        layer=Layer.FLOWS,
        x=origin.x,
        y=origin.y,
        bounds=_around(points).grown(REACH),
        primitives=parts,
        title=_title(document, connector.flow, language),
    )


@lru_cache(maxsize=16_384)
def _hairline(points: tuple[Point, ...], colour: Colour) -> Path:
    """A connector from afar: one pixel wide at any zoom, without heads."""
    return Path(polyline(points), stroke=Stroke(colour, 0.0))


def connector_parts(
    points: Sequence[Point], jumps: Sequence[Point], kind: FlowKind, stroke: Stroke
) -> tuple[Primitive, ...]:
    """The line and its heads."""
    return _connector_parts(tuple(points), tuple(jumps), kind, stroke)


@lru_cache(maxsize=16_384)
def _connector_parts(
    points: tuple[Point, ...], jumps: tuple[Point, ...], kind: FlowKind, stroke: Stroke
) -> tuple[Primitive, ...]:
    if kind is FlowKind.EXCHANGE:
        return (
            Path(course(points, jumps), stroke=stroke),
            open_head(points[1], points[0], stroke.colour),
            open_head(points[-2], points[-1], stroke.colour),
        )
    return (
        Path(course(_short_of_head(points), jumps), stroke=stroke),
        filled_head(points[-2], points[-1], stroke.colour),
    )


def course(points: Sequence[Point], jumps: Sequence[Point]) -> tuple[Command, ...]:
    """A line through `points` with rounded corners, and arches where it jumps."""
    commands: list[Command] = [("M", *points[0])]
    at = points[0]
    for place in range(1, len(points)):
        corner = points[place]
        after = points[place + 1] if place + 1 < len(points) else None
        radius = _radius(at if place == 1 else points[place - 1], corner, after)
        end = _towards(corner, points[place - 1], radius)
        commands += _arches(at, end, jumps)
        commands.append(("L", *end))
        if after is not None and radius:
            at = _towards(corner, after, radius)
            commands.append(bend(end, corner, at))
        else:
            at = corner
    return tuple(commands)


def _radius(before: Point, corner: Point, after: Point | None) -> float:
    if after is None:
        return 0.0
    shorter = min(_distance(before, corner), _distance(corner, after))
    return min(RADIUS if shorter >= 2 * RADIUS else RADIUS / 2, shorter / 2)


def _arches(start: Point, end: Point, jumps: Sequence[Point]) -> Iterator[Command]:
    """Half circles above a horizontal, on the side away from the reader's feet."""
    if start.y != end.y or not jumps:
        return
    way = 1 if end.x > start.x else -1
    low, high = min(start.x, end.x) + JUMP, max(start.x, end.x) - JUMP
    found = sorted(x * way for x, y in jumps if y == start.y and low <= x <= high)
    for first, last in _merged(found):
        begin, finish = (first - JUMP) * way, (last + JUMP) * way
        top = start.y - JUMP
        rise, fall = Point(first * way, top), Point(last * way, top)
        yield ("L", begin, start.y)
        yield bend((begin, start.y), (begin, top), rise)
        if rise != fall:
            yield ("L", *fall)
        yield bend(fall, (finish, top), (finish, start.y))


def _merged(places: list[float]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for place in places:
        if merged and place - merged[-1][1] < MERGED:
            merged[-1] = (merged[-1][0], place)
        else:
            merged.append((place, place))
    return merged


def _short_of_head(points: Sequence[Point]) -> list[Point]:
    """The same points, ending inside the head, so that the line does not widen its tip."""
    back = min(HEAD - 1, _distance(points[-2], points[-1]) - 0.5)
    return [*points[:-1], _towards(points[-1], points[-2], max(0.0, back))]


def filled_head(before: Point, tip: Point, colour: Colour) -> Path:
    """A filled triangle whose tip is at the end of a line."""
    return Path(polygon(_head(before, tip, HEAD_HALF)), fill=colour)


def open_head(before: Point, tip: Point, colour: Colour) -> Path:
    """An open V whose tip is at the end of a line."""
    return Path(polyline(_head(before, tip, OPEN_HALF)), stroke=Stroke(colour, 1.5, cap=Cap.ROUND))


def _head(before: Point, tip: Point, half: float) -> list[Point]:
    length = _distance(before, tip) or 1.0
    along = ((tip.x - before.x) / length, (tip.y - before.y) / length)
    foot = Point(tip.x - HEAD * along[0], tip.y - HEAD * along[1])
    return [
        Point(foot.x - half * along[1], foot.y + half * along[0]),
        tip,
        Point(foot.x + half * along[1], foot.y - half * along[0]),
    ]


def _towards(start: Point, goal: Point, by: float) -> Point:
    length = _distance(start, goal)
    if not length or not by:
        return start
    return Point(
        start.x + (goal.x - start.x) / length * by, start.y + (goal.y - start.y) / length * by
    )


def _distance(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)


def _around(points: Sequence[Point]) -> Box:
    across, down = zip(*points, strict=True)
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


def _title(document: Document, flow_id: str, language: str) -> str:
    flow = document.flow(flow_id)
    source, target = document.step(flow.source).label, document.step(flow.target).label
    return _title_pattern(language).format(source=source, target=target)


@cache
def _title_pattern(language: str) -> str:
    return translate(message("“{source}” to “{target}”"), language)


def _label_group(
    label: Label, connector: Connector, layout: PlacesConnectors, theme: Theme
) -> Group:
    box = label.box
    ground = Rect(0, 0, box.width, box.height, LABEL_RADIUS, _ground(box, layout, theme))
    colour = (
        theme.flows[connector.kind].colour
        if connector.kind is FlowKind.RECOVERY
        else theme.window.ink2
    )
    text = block(label.text, label.text_at.x, label.text_at.y, colour)
    return Group(
        entity=connector.flow,
        layer=Layer.LABELS,
        x=box.x,
        y=box.y,
        bounds=Box(0, 0, box.width, box.height),
        primitives=(ground, *text),
    )


def _ground(box: Box, layout: PlacesConnectors, theme: Theme) -> Colour:
    """The colour that the label stands on."""
    y = box.middle.y
    for lane in layout.lanes:
        if lane.box.y <= y <= lane.box.bottom:
            return theme.roles[lane.role].band
    return theme.window.sheet
