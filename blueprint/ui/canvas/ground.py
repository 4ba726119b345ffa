"""A layout as seen through a box: lanes, phases and lines no longer than what is painted.

A dashed line over a thousand columns would cost as much in every strip that is painted as the
whole line does; here it begins a whole number of dashes before the box.
"""

from __future__ import annotations

from dataclasses import replace

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import (
    Box,
    ColumnBand,
    EvidenceLink,
    LaneBand,
    LineBand,
    PhaseSpan,
)
from blueprint.layout.layout import Layout


class GroundWindow:
    """The part of a layout's ground that a box shows."""

    def __init__(self, layout: Layout, theme: Theme, box: Box) -> None:
        self.size: tuple[float, float] = layout.size
        self.lanes: tuple[LaneBand, ...] = layout.lanes
        self.columns: tuple[ColumnBand, ...] = layout.columns
        self.phases: list[PhaseSpan] = _around(layout.phases, box)
        self.lines: list[LineBand] = [_shortened(line, theme, box) for line in layout.lines]

    def evidence_links(self) -> tuple[EvidenceLink, ...]:
        return ()


def _around(phases: tuple[PhaseSpan, ...], box: Box) -> list[PhaseSpan]:
    """The phases that a box shows, and one more on either side."""
    shown = [
        place
        for place, span in enumerate(phases)
        if span.box.right >= box.x and span.box.x <= box.right
    ]
    if not shown:
        return []
    return list(phases[max(0, shown[0] - 1) : shown[-1] + 2])


def _shortened(line: LineBand, theme: Theme, box: Box) -> LineBand:
    period = sum(theme.lines[line.line].dash) or 1.0
    passed = max(0.0, (box.x - line.x) // period - 1)
    return replace(line, x=line.x + passed * period)
