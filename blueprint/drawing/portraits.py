"""The portrait of a persona: a round picture, or the initials where there is none."""

from __future__ import annotations

from collections.abc import Container, Iterator

from blueprint.drawing.chips import initials
from blueprint.drawing.primitives import Circle, Colour, Path, Picture, Primitive, Stroke
from blueprint.drawing.shapes import Commands, bend
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import centred_line
from blueprint.model.entities import Persona


def portrait(
    persona: Persona,
    radius: float,
    theme: Theme,
    *,
    images: Container[str],
    ground: Colour,
) -> Iterator[Primitive]:
    """A disc about (0, 0) on a ground of one colour, which hides the picture's corners."""
    edge = Stroke(theme.owner_edge, max(1.0, radius / 32))
    if persona.image and persona.image in images:
        side = 2 * radius
        yield Picture(-radius, -radius, side, side, persona.image)
        for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            yield Path(_corner(radius, across, down), ground)
        yield Circle(0, 0, radius, None, edge)
        return
    letters = initials(persona.name or persona.role)
    size = max(8, round(radius * (0.8 if len(letters) > 1 else 0.95)))
    yield Circle(0, 0, radius, theme.phase, edge)
    yield centred_line(letters, 0, size * 0.36, size, theme.window.ink, bold=True)


def _corner(radius: float, across: int, down: int) -> Commands:
    """What of a square lies outside its disc at one corner, and a little beyond."""
    beyond = radius + 1
    top, side = (0.0, down * radius), (across * radius, 0.0)
    return (
        ("M", *top),
        bend(top, (across * radius, down * radius), side),
        ("L", across * beyond, 0.0),
        ("L", across * beyond, down * beyond),
        ("L", 0.0, down * beyond),
        ("Z",),
    )
