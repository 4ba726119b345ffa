"""Rows that say something of each column: emotions, channels, the time used of its limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from blueprint.drawing.channel_row import channel_words
from blueprint.drawing.detail import Detail
from blueprint.drawing.moved import moved
from blueprint.drawing.phase_times import is_recovery
from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Colour,
    Group,
    Layer,
    Path,
    Primitive,
    Rect,
    Stroke,
)
from blueprint.drawing.shapes import Commands, curve, hatching, polyline
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block, line, shortened
from blueprint.i18n import message, translate
from blueprint.layout.geometry import Box, ColumnBand, LaneBand, Point
from blueprint.layout.sizes import LANE_HEADER
from blueprint.layout.text import break_text
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import ANNOTATIONS, LaneRole
from blueprint.model.units import show_duration

FACE: Final = 9.0
CURVE: Final = 2.0
QUOTE_LINES: Final = 2
MOST: Final = 2.0
"""Emotion runs from −2 to +2."""
BAR: Final = 9
HATCH: Final = 5.0


class PlacesColumns(Protocol):
    """What of a layout the drawing of annotation rows needs."""

    @property
    def lanes(self) -> Sequence[LaneBand]: ...

    @property
    def columns(self) -> Sequence[ColumnBand]: ...


def annotation_groups(
    document: Document,
    layout: PlacesColumns,
    theme: Theme,
    language: str,
    *,
    detail: Detail = Detail.FULL,
) -> Iterator[Group]:
    """One group for each row of emotions or channels, and each of metrics without own texts."""
    for lane in layout.lanes:
        if lane.role is LaneRole.EMOTION:
            parts = _emotions(document, layout, lane, theme, detail)
        elif lane.role is LaneRole.METRIC and not _has_steps(document, lane.lane):
            parts = _times(document, layout, theme, language, lane)
        elif lane.role is LaneRole.CHANNEL:
            parts = channel_words(document, layout.columns, lane, theme, language)
        else:
            continue
        x, y = LANE_HEADER, lane.box.y
        bounds = Box(0, 0, lane.box.right - LANE_HEADER, lane.box.height).grown(1)
        yield Group(lane.lane, Layer.CARDS, x, y, bounds, tuple(moved(parts, -LANE_HEADER, 0)), "")


def _has_steps(document: Document, lane: str) -> bool:
    return any(document.cell(lane, column.id) for column in document.columns)


# --- emotion -----------------------------------------------------------------------------


class Feeling(NamedTuple):
    """How the customer feels in one column, and their words if there are any."""

    at: Point
    value: float
    words: str
    width: float


def feelings(document: Document, columns: Sequence[ColumnBand], lane: LaneBand) -> list[Feeling]:
    """The row's own values; where it has none, those of the customer's steps in the column."""
    middle, amplitude = lane.box.height / 2, lane.box.height / 2 - 16
    customers = [band.id for band in document.lanes if band.role is LaneRole.CUSTOMER]
    found = []
    for column in columns:
        own = document.cell(lane.lane, column.column)
        steps = own or [
            step for customer in customers for step in document.cell(customer, column.column)
        ]
        value = _mean([step.emotion for step in steps if step.emotion is not None])
        if value is None:
            continue
        words = " ".join(step.label.strip() for step in own)
        at = Point(column.x + column.width / 2, middle - value / MOST * amplitude)
        found.append(Feeling(at, value, words, column.width))
    return found


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _emotions(
    document: Document, layout: PlacesColumns, lane: LaneBand, theme: Theme, detail: Detail
) -> Iterator[Primitive]:
    middle = lane.box.height / 2
    guide = Stroke(theme.window.line2, 1.0, (2.0, 4.0))
    yield Path(polyline([(LANE_HEADER, middle), (lane.box.right, middle)]), stroke=guide)
    found = feelings(document, layout.columns, lane)
    if len(found) > 1:
        width = 0.0 if detail is Detail.BLOCKS else CURVE
        yield Path(curve([f.at for f in found]), stroke=Stroke(theme.window.ink2, width))
    for feeling in _with_faces(found, detail):
        yield from moved(face(feeling.value, theme), *feeling.at)
        if feeling.words and detail >= Detail.FULL:
            yield from _words(feeling, lane, theme)


def _with_faces(found: list[Feeling], detail: Detail) -> list[Feeling]:
    """From afar only the curve, then only its ends of the scale."""
    if detail is Detail.BLOCKS:
        return []
    if detail is Detail.OUTLINES:
        low, high = (
            min((f.value for f in found), default=0),
            max((f.value for f in found), default=0),
        )
        return [f for f in found if f.value in (low, high)]
    return found


def face(value: float, theme: Theme) -> tuple[Primitive, ...]:
    """A face about (0, 0): smiling above zero, frowning below, level at zero."""
    colour = _mood(value, theme)
    mouth = Stroke(colour, 1.4, cap=Cap.ROUND)
    return (
        Circle(0, 0, FACE, theme.window.sheet, Stroke(colour, 1.5)),
        Circle(-2.8, -2.2, 1.1, colour),
        Circle(2.8, -2.2, 1.1, colour),
        Path(_mouth(value), stroke=mouth),
    )


def _mood(value: float, theme: Theme) -> Colour:
    if value > 0:
        return theme.window.ok
    return theme.window.error if value < 0 else theme.window.ink2


def _mouth(value: float) -> Commands:
    if value > 0:
        return (("M", -3.6, 1.5), ("C", -1.2, 4.5, 1.2, 4.5, 3.6, 1.5))
    if value < 0:
        return (("M", -3.6, 4.6), ("C", -1.2, 1.8, 1.2, 1.8, 3.6, 4.6))
    return (("M", -3.6, 3.0), ("L", 3.6, 3.0))


def _words(feeling: Feeling, lane: LaneBand, theme: Theme) -> Iterator[Primitive]:
    """What was said, on the side of the face that has more room."""
    text = break_text(
        feeling.words, feeling.width, 11, line_height=14, most_lines=QUOTE_LINES, centred=True
    )
    x = feeling.at.x - feeling.width / 2
    below = feeling.at.y < lane.box.height / 2
    y = feeling.at.y + FACE + 3 if below else feeling.at.y - FACE - 3 - text.height
    wide = max(part.width for part in text.lines) + 6
    ground = theme.roles[lane.role].band
    yield Rect(feeling.at.x - wide / 2, y, wide, text.height, 3, ground)
    yield from block(text, x, y, theme.window.ink2)


# --- time used of its limit --------------------------------------------------------------


class Used(NamedTuple):
    """Of one column: seconds used and seconds allowed; or a wait, of which nothing is used."""

    column: ColumnBand
    seconds: float
    limit: float
    wait: bool


def time_used(document: Document, columns: Sequence[ColumnBand]) -> list[Used]:
    """Columns whose steps have both a time and a limit, or else a longest wait."""
    lanes = [lane.id for lane in document.lanes if lane.role not in ANNOTATIONS]
    found = []
    for column in columns:
        steps = [step for lane in lanes for step in document.cell(lane, column.column)]
        used = _used(document, steps, column)
        if used is not None:
            found.append(used)
    return found


def _used(document: Document, steps: list[Step], column: ColumnBand) -> Used | None:
    timed = [
        (step.duration.mean, step.tolerance)
        for step in steps
        if step.duration is not None and step.tolerance and not is_recovery(document, step)
    ]
    if timed:
        seconds, limits = zip(*timed, strict=True)
        return Used(column, sum(seconds), sum(limits), wait=False)
    waits = [step.wait.longest for step in steps if step.wait and step.wait.longest]
    return Used(column, 0.0, max(waits), wait=True) if waits else None


def _times(
    document: Document, layout: PlacesColumns, theme: Theme, language: str, lane: LaneBand
) -> Iterator[Primitive]:
    found = time_used(document, layout.columns)
    most = max((max(used.seconds, used.limit) for used in found), default=1.0)
    middle = lane.box.height / 2
    for used in found:
        yield from _bar(used, most, middle - 11, theme)
        text = shortened(_said(used, language), used.column.width, 11)
        yield line(text, used.column.x, middle + 13, 11, theme.window.ink2)


def _bar(used: Used, most: float, y: float, theme: Theme) -> Iterator[Primitive]:
    colours = theme.roles[LaneRole.METRIC]
    x, scale = used.column.x, used.column.width / most
    limit, inside = used.limit * scale, min(used.seconds, used.limit) * scale
    edge = Stroke(colours.stroke, 1.0)
    yield Rect(x + 0.5, y + 0.5, max(1.0, limit - 1), BAR - 1, 2, theme.window.sheet, edge)
    if inside:
        yield Rect(x, y, inside, BAR, 2, colours.strong)
    over = (used.seconds - used.limit) * scale
    if over > 0:
        yield from _over_limit(Box(x + limit, y, over, BAR), theme)


def _over_limit(box: Box, theme: Theme) -> Iterator[Primitive]:
    if not theme.hatched:
        yield Rect(*box, 2, theme.window.error)
        return
    yield Rect(*box, fill=theme.window.sheet, stroke=Stroke(theme.window.error, 1.0))
    for start, end in hatching(*box, HATCH):
        yield Path(polyline([start, end]), stroke=Stroke(theme.window.error, 1.0))


def _said(used: Used, language: str) -> str:
    limit = show_duration(used.limit, language)
    if used.wait:
        return translate(message("wait, up to {limit}", limit=limit), language)
    time = show_duration(used.seconds, language)
    return translate(message("{time} of {limit}", time=time, limit=limit), language)
