"""Primitives at another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from blueprint.drawing.icons import placed
from blueprint.drawing.primitives import Path, Primitive, Text


def moved(parts: Iterable[Primitive], x: float, y: float) -> Iterator[Primitive]:
    """`parts` with their origin at (x, y)."""
    for part in parts:
        if isinstance(part, Path):
            yield Path(placed(part.commands, x, y), part.fill, part.stroke)
        elif isinstance(part, Text):
            yield replace(part, x=part.x + x, baseline=part.baseline + y)
        else:
            yield replace(part, x=part.x + x, y=part.y + y)
