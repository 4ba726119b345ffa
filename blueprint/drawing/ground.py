"""What everything else stands on: lane bands, phase dividers, the lines, evidence links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from blueprint.drawing.primitives import Cap, Circle, Group, Layer, Path, Rect, Stroke
from blueprint.drawing.shapes import polyline
from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box, ColumnBand, EvidenceLink, LaneBand, LineBand, PhaseSpan
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER

DIVIDER_DASH: Final = (0.1, 4.0)
LINE_STARTS: Final = {"interaction": 2.0, "internal_interaction": 3.0}
"""How far a dashed line begins after the header, so that its first dash is whole."""
DOT: Final = 2.5


class PlacesGround(Protocol):
    """What of a layout the ground and the headers need."""

    @property
    def size(self) -> tuple[float, float]: ...

    @property
    def lanes(self) -> Sequence[LaneBand]: ...

    @property
    def columns(self) -> Sequence[ColumnBand]: ...

    @property
    def phases(self) -> Sequence[PhaseSpan]: ...

    @property
    def lines(self) -> Sequence[LineBand]: ...

    def evidence_links(self) -> Sequence[EvidenceLink]: ...


def ground_groups(
    layout: PlacesGround, theme: Theme, *, right: float | None = None
) -> tuple[Group, ...]:
    """Lane bands, phase dividers and lines, as far as `right` or the drawing's own width."""
    end = layout.size[0] if right is None else right
    return (
        *(_band(lane, theme, end) for lane in layout.lanes),
        *_dividers(layout, theme),
        *(_line(line, theme, end) for line in layout.lines),
    )


def _band(lane: LaneBand, theme: Theme, right: float) -> Group:
    width, height = right - LANE_HEADER, lane.box.height
    ground = Rect(0, 0, width, height, fill=theme.roles[lane.role].band)
    return Group(
        lane.lane, Layer.GROUND, LANE_HEADER, lane.box.y, Box(0, 0, width, height), (ground,)
    )


def _dividers(layout: PlacesGround, theme: Theme) -> Iterator[Group]:
    """Dots through all lanes where one phase ends and the next begins."""
    if not layout.lanes:
        return
    height = layout.lanes[-1].box.bottom - PHASE_HEADER
    stroke = Stroke(theme.window.line2, 1.0, DIVIDER_DASH, Cap.ROUND)
    dots = Path(polyline([(0, 0), (0, height)]), stroke=stroke)
    for before, after in zip(layout.phases, layout.phases[1:], strict=False):
        x = round((before.box.right + after.box.x) / 2)
        bounds = Box(-1, -1, 2, height + 2)
        yield Group(after.phase or "", Layer.GROUND, x, PHASE_HEADER, bounds, (dots,))


def _line(line: LineBand, theme: Theme, right: float) -> Group:
    stroke = theme.lines[line.line]
    start = LINE_STARTS.get(line.line, 0.0)
    path = Path(polyline([(start, 0), (right - line.x, 0)]), stroke=stroke)
    bounds = Box(0, 0, right - line.x, 0).grown(2)
    return Group(line.line.value, Layer.LINES, line.x, line.y, bounds, (path,))


def evidence_groups(layout: PlacesGround, theme: Theme) -> tuple[Group, ...]:
    """Dotted links from evidence to what it belongs to, with a dot at each end."""
    return evidence_link_groups(layout.evidence_links(), theme)


def evidence_link_groups(links: Iterable[EvidenceLink], theme: Theme) -> tuple[Group, ...]:
    """The same of some links alone."""
    return tuple(_evidence(link, theme) for link in links)


def _evidence(link: EvidenceLink, theme: Theme) -> Group:
    x, y = link.end.x - link.start.x, link.end.y - link.start.y
    colour = theme.evidence.colour
    parts = (
        Path(polyline([(0, 0), (x, y)]), stroke=theme.evidence),
        Circle(0, 0, DOT, colour),
        Circle(x, y, DOT, colour),
    )
    bounds = Box(min(x, 0), min(y, 0), abs(x), abs(y)).grown(DOT)
    return Group(link.evidence, Layer.FLOWS, link.start.x, link.start.y, bounds, parts)
