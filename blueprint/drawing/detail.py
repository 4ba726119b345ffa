"""How much of a drawing is shown at which zoom."""

from __future__ import annotations

from enum import IntEnum


class Detail(IntEnum):
    """Levels of detail, from afar to near; each shows what the one before shows, and more."""

    BLOCKS = 25
    """Cards are blocks of colour, badges have no letters, connectors are hairlines."""
    OUTLINES = 50
    """Two lines of text, no chips but those over their limit, no labels."""
    FULL = 100
    """As it is printed."""
    NEAR = 200
    """With limits beside times and quotes beside faces."""


def detail_at(zoom: float) -> Detail:
    """The level for a zoom (1.0 is 100 %): the nearest one that is not above it."""
    for level in (Detail.NEAR, Detail.FULL, Detail.OUTLINES):
        if zoom * 100 >= level - 0.5:
            return level
    return Detail.BLOCKS
