"""What a zoom leaves out: small things that nobody could read are not drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """What is shown. `text_lines`: how many lines of a card's text, 0 for none."""

    blocks: bool
    """Cards are solid blocks in their stroke's colour, markers are dots."""
    text_lines: int
    chips: bool
    flow_heads: bool
    labels: bool


_LEVELS = (
    (0.0, Level(blocks=True, text_lines=0, chips=False, flow_heads=False, labels=False)),
    (0.45, Level(blocks=False, text_lines=2, chips=False, flow_heads=True, labels=False)),
    (0.7, Level(blocks=False, text_lines=4, chips=True, flow_heads=True, labels=True)),
    (1.9, Level(blocks=False, text_lines=12, chips=True, flow_heads=True, labels=True)),
)


def level_at(zoom: float) -> Level:
    """The level for a zoom: the highest whose bound the zoom reaches."""
    return [level for least, level in _LEVELS if zoom >= least][-1]
