"""Where tokens move: along connectors where there are some, else from card to card."""

from __future__ import annotations

import math
from itertools import pairwise

from blueprint.layout.geometry import Point
from blueprint.layout.layout import Layout
from blueprint.model.document import Document


class Ways:
    """The ways between steps of one document, each found once."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self._layout = layout
        self._flows = {
            (flow.source, flow.target): flow.id
            for flow in document.flows.values()
            if layout.shows_flow(flow.id)
        }
        self._known: dict[tuple[str, ...], tuple[Point, ...]] = {}

    def point(self, path: tuple[str, ...], along: float) -> Point | None:
        """The point so far (0 to 1) along the way through these steps; None if none is shown."""
        if path not in self._known:
            self._known[path] = tuple(self._points(path))
        points = self._known[path]
        if not points:
            return None
        return _at(points, along)

    def _points(self, path: tuple[str, ...]) -> list[Point]:
        shown = [id for id in path if self._layout.shows_step(id)]
        if not shown:
            return []
        points = [self._layout.card(shown[0]).box.middle]
        for one, other in pairwise(shown):
            points += self._between(one, other)
            points.append(self._layout.card(other).box.middle)
        return points

    def _between(self, one: str, other: str) -> list[Point]:
        if flow := self._flows.get((one, other)):
            return list(self._layout.connector(flow).points)
        if flow := self._flows.get((other, one)):
            return list(reversed(self._layout.connector(flow).points))
        return []


def _at(points: tuple[Point, ...], along: float) -> Point:
    """The point at a share of the length of a course."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    left = along * sum(lengths)
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            share = left / length
            return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
        left -= length
    return points[-1]
