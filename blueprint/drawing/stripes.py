"""The stripe of a coloured card: each colour has a pattern of its own, so that it can do without.

Shape first, colour second: in black-and-white print the pattern alone tells two colours apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from blueprint.drawing.primitives import Cap, Colour, Path, Primitive, Stroke
from blueprint.drawing.shapes import polyline

INSET: Final = 20.0
"""From a card's sides at most, a sixth of its width at least: within every outline."""
FOOT: Final = 4.5
"""From a card's bottom to the middle of its stripe, in what the text leaves free there."""


class _Line(NamedTuple):
    """One line of a stripe: its width, its dash, and how far it lies from the middle."""

    width: float
    dash: tuple[float, ...] = ()
    cap: Cap = Cap.FLAT
    off: float = 0.0


_PATTERNS: Final[dict[str, tuple[_Line, ...]]] = {
    "red": (_Line(3.0),),
    "orange": (_Line(3.0, (14.0, 4.0)),),
    "yellow": (_Line(3.0, (0.1, 6.0), Cap.ROUND),),
    "green": (_Line(1.1, off=-1.4), _Line(1.1, off=1.4)),
    "blue": (_Line(3.0, (4.0, 4.0)),),
    "purple": (_Line(3.0, (12.0, 3.5, 3.0, 3.5)),),
    "grey": (_Line(1.1),),
}


@lru_cache(maxsize=4096)
def stripe(name: str, width: float, height: float, ink: Colour) -> tuple[Primitive, ...]:
    """The stripe of the colour `name` at the foot of a card of that size; none for no colour."""
    inset = min(INSET, width / 6)
    return tuple(
        Path(
            polyline(
                [(inset, height - FOOT + part.off), (width - inset, height - FOOT + part.off)]
            ),
            stroke=Stroke(ink, part.width, part.dash, part.cap),
        )
        for part in _PATTERNS.get(name, ())
    )
