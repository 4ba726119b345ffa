"""How much of a drawing is shown at which zoom."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Detail(IntEnum):
    """Levels of detail, from afar to near; each shows what the one before shows, and more."""

    BLOCKS = 25
    """Cards are blocks of colour, badges have no letters, connectors are hairlines."""
    OUTLINES = 50
    """Two lines of text, no chips but those over their limit, no labels."""
    FULL = 100
    """As it is printed; from `READABLE` on, where text of that size can be read."""
    NEAR = 200
    """With limits beside times and quotes beside faces."""


READABLE: Final = 70
"""The zoom in percent at which all is shown: one step of the zoom keys below 100 %."""


def detail_at(zoom: float) -> Detail:
    """The level for a zoom (1.0 is 100 %): the nearest one that is not above it."""
    begins = ((Detail.NEAR, Detail.NEAR), (Detail.FULL, READABLE), (Detail.OUTLINES, 50))
    for level, percent in begins:
        if zoom * 100 >= percent - 0.5:
            return level
    return Detail.BLOCKS
