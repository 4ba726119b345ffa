"""Lane headers, phase headers and the labels of the lines; on screen they stay in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprint.drawing.ground import PlacesGround
from blueprint.drawing.icons import icon
from blueprint.drawing.phase_times import phase_time
from blueprint.drawing.primitives import Colour, Group, Layer, Path, Primitive, Rect, Stroke
from blueprint.drawing.shapes import polyline
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block, line, line_ending_at, shortened
from blueprint.i18n import message, translate
from blueprint.layout.fonts import advance
from blueprint.layout.geometry import Box, LaneBand, LineBand, PhaseSpan, TextBlock
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER
from blueprint.layout.text import break_text
from blueprint.model.document import Document
from blueprint.model.entities import Lane
from blueprint.model.lane_icons import lane_icon
from blueprint.model.notation import LaneRole, Line
from blueprint.model.terms import LINE_LABELS, ROLE_TITLES
from blueprint.model.units import show_duration

GAP: Final = 4
"""Between a lane's header and its band."""
BAR: Final = 4
TEXT_LEFT: Final = 34
TEXT_RIGHT: Final = 3
ICON_LEFT: Final = 12
ICON_ROOM: Final = 16
"""What the icon of a line's label takes at least."""
TITLE_LINES: Final = 4
SUBTITLE_LINES: Final = 3

_LINE_ICONS: Final = {
    Line.INTERACTION: "swap",
    Line.VISIBILITY: "eye",
    Line.INTERNAL_INTERACTION: "gear2",
}
_TIME_USED: Final = message("Used of limit")


def lane_title(lane: Lane, language: str) -> str:
    """A lane's own title, or its role's name."""
    return lane.title.strip() or translate(ROLE_TITLES[lane.role], language)


def header_groups(
    document: Document, layout: PlacesGround, theme: Theme, language: str
) -> tuple[Group, ...]:
    """All headers at their places in the drawing."""
    timed = {step.lane for step in document.steps.values()}
    return (
        *_edge(layout, theme),
        *(
            lane_header(
                document.lane(band.lane),
                band,
                theme,
                language,
                bare=band.role is LaneRole.METRIC and band.lane not in timed,
            )
            for band in layout.lanes
        ),
        *_folded_notes(document, layout, theme, language),
        *(line_label(band, theme, language) for band in layout.lines),
        *phase_headers(document, layout, theme, language),
    )


def _folded_notes(
    document: Document, layout: PlacesGround, theme: Theme, language: str
) -> Iterator[Group]:
    for band in layout.lanes:
        if document.lane(band.lane).collapsed:
            note = folded_note(document, band, theme, language)
            bounds = Box(0, 0, 200, band.box.height)
            yield Group(band.lane, Layer.HEADERS, LANE_HEADER, band.box.y, bounds, note)


def lane_header(
    lane: Lane,
    band: LaneBand,
    theme: Theme,
    language: str,
    *,
    bare: bool = False,
    on_screen: bool = False,
) -> Group:
    """The header of one lane. `bare` is a metric row without texts, which shows time used.

    That a lane is frozen is shown on screen alone: paper does not scroll.
    """
    colours = theme.roles[lane.role]
    height, width = band.header.height, band.header.width - GAP
    title = break_text(
        lane_title(lane, language),
        width - TEXT_LEFT - TEXT_RIGHT,
        bold=True,
        most_lines=TITLE_LINES if not lane.collapsed else 2,
    )
    parts: list[Primitive] = [Rect(0, 0, width, height, fill=colours.header)]
    if theme.outlined:
        edge = Stroke(colours.stroke, 0.75)
        parts[0] = Rect(0.5, 0.5, width - 1, height - 1, fill=colours.header, stroke=edge)
    parts.append(Rect(0, 0, BAR, height, fill=colours.strong))
    subtitle = _subtitle(lane, width - TEXT_LEFT - TEXT_RIGHT, language, bare=bare)
    subtitle = None if lane.collapsed else subtitle
    top = _text_top(height, title.height + (subtitle.height if subtitle else 0))
    parts.append(icon(lane_icon(lane), ICON_LEFT, top - 0.5, 16, colours.strong))
    parts += block(title, TEXT_LEFT, top, colours.text)
    if subtitle:
        parts += block(subtitle, TEXT_LEFT, top + title.height, theme.window.ink2)
    shown = lane if on_screen else lane.replaced(frozen=False)
    parts += lane_signs(shown, width - 15, 3, 12, colours.strong)
    return Group(
        entity=lane.id,
        layer=Layer.HEADERS,
        x=band.header.x,
        y=band.header.y,
        bounds=Box(0, 0, width, height),
        primitives=tuple(parts),
        title=lane_title(lane, language),
    )


def lane_signs(lane: Lane, right: float, y: float, size: float, colour: Colour) -> list[Path]:
    """What is special about a lane, from the right: locked, frozen. `right` is the last's left."""
    names = [name for name, on in (("lock", lane.locked), ("freeze", lane.frozen)) if on]
    return [
        icon(name, right - place * (size + 2), y, size, colour, weight=1.4)
        for place, name in enumerate(names)
    ]


def folded_note(
    document: Document, band: LaneBand, theme: Theme, language: str
) -> tuple[Primitive, ...]:
    """What a folded lane keeps to itself, in coordinates of the lane's band right of its header."""
    count = sum(step.lane == band.lane for step in document.steps.values())
    text = message("{count} step folded away", "{count} steps folded away", count=count)
    at = band.box.height / 2 + 4
    return (line(translate(text, language), 14, at, 11, theme.roles[band.role].text),)


def _subtitle(lane: Lane, width: float, language: str, *, bare: bool) -> TextBlock | None:
    text = lane.subtitle.strip() or (translate(_TIME_USED, language) if bare else "")
    if not text:
        return None
    return break_text(text, width, 11, line_height=14, most_lines=SUBTITLE_LINES)


def _text_top(height: float, text_height: float) -> float:
    """Text stands in the middle of a low lane and near the top of a high one."""
    return 14.0 if height > 200 else max(6.0, round((height - text_height) / 2) - 1.0)


def line_label(band: LineBand, theme: Theme, language: str) -> Group:
    """A line's name, at the right of the header column where no connector runs."""
    strong = band.line is Line.VISIBILITY
    colour = theme.window.lov if strong else theme.window.loi
    label = translate(LINE_LABELS[band.line], language)
    text = shortened(label, band.x - ICON_ROOM - 6, 11, bold=strong)
    end = band.x - 6
    parts: list[Primitive] = [line_ending_at(text, end, 4, 11, colour, bold=strong)]
    if band.line in _LINE_ICONS:
        left = max(2.0, end - advance(text, 11, strong) - 18)
        weight = 1.8 if strong else 1.4
        parts.append(icon(_LINE_ICONS[band.line], left, -7, 13, colour, weight=weight))
    return Group(
        entity=band.line.value,
        layer=Layer.HEADERS,
        x=0,
        y=band.y,
        bounds=Box(0, -10, band.x, 20),
        primitives=tuple(parts),
        title=text,
    )


def _edge(layout: PlacesGround, theme: Theme) -> Iterator[Group]:
    """The hairline between the headers and the drawing."""
    if not layout.lanes:
        return
    height = layout.lanes[-1].box.bottom - PHASE_HEADER
    stroke = Stroke(theme.window.line2, 1.0)
    path = Path(polyline([(0, 0), (0, height)]), stroke=stroke)
    bounds = Box(-1, -1, 2, height + 2)
    yield Group("", Layer.GROUND, LANE_HEADER - 0.5, PHASE_HEADER, bounds, (path,))


def phase_headers(
    document: Document, layout: PlacesGround, theme: Theme, language: str
) -> Iterator[Group]:
    """The headers of all phases, and the word for them in the corner."""
    named = [span for span in layout.phases if span.phase is not None]
    if not named:
        return
    word = line(translate(message("Phases"), language), ICON_LEFT, 22, 11, theme.window.ink3)
    corner = Box(0, 0, LANE_HEADER, PHASE_HEADER)
    yield Group("", Layer.HEADERS, 0, 0, corner, (word,))
    for span in named:
        yield phase_header(document, span, theme, language)


def phase_header(document: Document, span: PhaseSpan, theme: Theme, language: str) -> Group:
    """One phase: its name, and the time of its steps if there is one and room for it."""
    assert span.phase is not None
    width, height = span.box.width, span.box.height
    phase = document.phases[span.phase]
    edge = Stroke(theme.window.line2, 0.75) if theme.outlined else None
    parts: list[Primitive] = [Rect(0, 0, width, height, 6, theme.phase, edge)]
    seconds = phase_time(document, span)
    note = show_duration(seconds, language) if seconds else ""
    room = width - 20
    taken = advance(note, 11) + 12 if note else 0.0
    if note and advance(phase.title, 12, bold=True) + taken <= room:
        parts.append(line_ending_at(note, width - 10, height / 2 + 4, 11, theme.window.ink2))
    title = shortened(phase.title, room, 12, bold=True)
    parts.append(line(title, 10, height / 2 + 4.5, 12, theme.window.ink, bold=True))
    return Group(
        entity=span.phase,
        layer=Layer.HEADERS,
        x=span.box.x,
        y=span.box.y,
        bounds=Box(0, 0, width, height).grown(0.5),
        primitives=tuple(parts),
        title=phase.title,
    )
