"""Where things stand that are named by id, whatever they are."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout


def box_of(layout: Layout, id: str) -> Box | None:
    """The box of a step, flow, lane, column or phase; None if it is not shown."""
    if layout.shows_step(id):
        return layout.card(id).box
    if layout.shows_flow(id):
        points = layout.connector(id).points
        return united([Box(point.x, point.y, 0, 0) for point in points])
    for lane in layout.lanes:
        if lane.lane == id:
            return Box(layout.columns[0].left, lane.box.y, 1, lane.box.height)
    for column in layout.columns:
        if column.column == id:
            return Box(column.left, layout.lanes[0].box.y, column.right - column.left, 1)
    for span in layout.phases:
        if span.phase == id:
            return Box(span.box.x, layout.lanes[0].box.y, span.box.width, 1)
    return None


def around(layout: Layout, ids: Iterable[str]) -> Box | None:
    """The least box around all that is shown of `ids`; None if nothing is."""
    boxes = [box for id in ids if (box := box_of(layout, id)) is not None]
    return united(boxes) if boxes else None


def united(boxes: list[Box]) -> Box:
    """The least box around some boxes, at least one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
