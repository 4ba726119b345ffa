"""Areas filled with slanting lines: what is over a limit shows without colour as well."""

from __future__ import annotations

from blueprint.drawing.primitives import Command, Path, Primitive, Rect, Stroke
from blueprint.layout.geometry import Box

PITCH = 5.0


def hatched(box: Box, colour: str, ground: str) -> list[Primitive]:
    """A box with an edge and lines at 45°, 5 apart."""
    if box.width <= 0 or box.height <= 0:
        return []
    commands: list[Command] = []
    offset = PITCH
    while offset < box.width + box.height:
        down = min(offset, box.height)
        right = min(offset, box.width)
        commands.append(("M", box.x + offset - down, box.y + down))
        commands.append(("L", box.x + right, box.y + offset - right))
        offset += PITCH
    return [
        Rect(box.x, box.y, box.width, box.height, 0, ground),
        Path(tuple(commands), stroke=Stroke(colour, 0.8)),
        Rect(box.x, box.y, box.width, box.height, 0, None, Stroke(colour, 1)),
    ]
