"""What a sticky note looks like: a sheet of paper whose lower right corner is turned up."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from blueprint.drawing.primitives import Colour, Path, Primitive, Stroke
from blueprint.drawing.shapes import Commands, polygon
from blueprint.drawing.theme import Theme
from blueprint.model.notation import StickyColour

EDGE: Final = 1.0
CORNER: Final = 12.0


class Paper(NamedTuple):
    """The ground of a note and its edge."""

    ground: Colour
    edge: Colour


def paper(colour: StickyColour, theme: Theme) -> Paper:
    """The colours of a note; without colours (in print) paper is white and edges are black."""
    window = theme.window
    if theme.outlined:
        return Paper(window.sheet, window.ink)
    return {
        StickyColour.YELLOW: Paper(window.warn_soft, window.warn_fill),
        StickyColour.BLUE: Paper(window.info_soft, window.info),
        StickyColour.GREEN: Paper(window.ok_soft, window.ok),
        StickyColour.RED: Paper(window.error_soft, window.error),
    }[colour]


@lru_cache(maxsize=2048)
def sticky(
    colour: StickyColour, width: float, height: float, theme: Theme
) -> tuple[Primitive, ...]:
    """An empty note, from (0, 0)."""
    found = paper(colour, theme)
    edge = Stroke(found.edge, EDGE)
    flap = polygon(
        [(width - CORNER, height), (width - CORNER, height - CORNER), (width, height - CORNER)]
    )
    return (
        Path(_sheet(width, height), found.ground, edge),
        Path(flap, theme.window.sheet, edge),
    )


@lru_cache(maxsize=2048)
def far_sticky(
    colour: StickyColour, width: float, height: float, theme: Theme
) -> tuple[Primitive, ...]:
    """The note from afar: one shape."""
    found = paper(colour, theme)
    if theme.outlined:
        return (Path(_sheet(width, height), found.ground, Stroke(found.edge, 3)),)
    return (Path(_sheet(width, height), found.edge),)


def _sheet(width: float, height: float) -> Commands:
    return polygon(
        [(0, 0), (width, 0), (width, height - CORNER), (width - CORNER, height), (0, height)]
    )
