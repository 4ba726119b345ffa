"""Draws page furniture: primitives on a grid of half points, so that text can be 9.5 pt.

The drawing's texts have whole sizes. Furniture is drawn twice as large and shown at half size,
so each of its numbers is given in points and doubled here, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from blueprint.drawing.primitives import Colour, Group, Layer, Path, Primitive, Rect, Stroke
from blueprint.drawing.writing import centred_line, line, line_ending_at, shortened
from blueprint.layout.fonts import advance
from blueprint.layout.geometry import Box

FINE = 2
"""Units a point."""

Anchor = Literal["left", "right", "middle"]
_WRITERS = {"left": line, "right": line_ending_at, "middle": centred_line}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """In points."""
    return advance(text, size, bold)


@dataclass(slots=True)
class Pen:
    """Collects primitives; all measures in points, the origin at the furniture's top left."""

    groups: list[Group] = field(default_factory=list)
    _primitives: list[Primitive] = field(default_factory=list)

    def text(
        self,
        text: str,
        x: float,
        baseline: float,
        size: float,
        colour: Colour,
        *,
        bold: bool = False,
        anchor: Anchor = "left",
        width: float = 10_000.0,
    ) -> None:
        """One line; cut with an ellipsis if it is longer than `width`."""
        fine = round(size * FINE)
        shown = shortened(text, width * FINE, fine, bold=bold)
        if shown:
            write = _WRITERS[anchor]
            self._primitives.append(
                write(shown, x * FINE, baseline * FINE, fine, colour, bold=bold)
            )

    def line(self, x: float, y: float, right: float, bottom: float, stroke: Stroke) -> None:
        course = (("M", x * FINE, y * FINE), ("L", right * FINE, bottom * FINE))
        self._primitives.append(Path(course, stroke=_doubled(stroke)))

    def frame(self, x: float, y: float, width: float, height: float, stroke: Stroke) -> None:
        self._primitives.append(
            Rect(x * FINE, y * FINE, width * FINE, height * FINE, stroke=_doubled(stroke))
        )

    def add(self, primitives: Iterable[Primitive]) -> None:
        """Primitives that are given in units of the fine grid already."""
        self._primitives.extend(primitives)

    def close(self, name: str, title: str, width: float, height: float) -> None:
        """End a group of what was drawn since the last."""
        if self._primitives:
            box = Box(0, 0, width * FINE, height * FINE)
            shapes = tuple(self._primitives)
            self.groups.append(Group(name, Layer.HEADERS, 0, 0, box, shapes, title))
            self._primitives = []


def _doubled(stroke: Stroke) -> Stroke:
    dash = tuple(length * FINE for length in stroke.dash)
    return Stroke(stroke.colour, stroke.width * FINE, dash, stroke.cap)
