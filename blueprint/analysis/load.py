"""How busy each resource is; or, with demand by the hour, the busiest resource hour by hour."""

from __future__ import annotations

from functools import reduce

from blueprint.analysis.chart import (
    Chart,
    Heading,
    Mark,
    Sheet,
    finished,
    horizontal,
    left_labels,
    missing,
)
from blueprint.analysis.hatching import hatched
from blueprint.analysis.scale import Scale
from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.writing import centred_line, shortened
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.capacity import Load
from blueprint.measures.summary import NO_DEMAND, NO_RESOURCE, Measures
from blueprint.model.document import Document
from blueprint.model.notation import LaneRole

SOUND = 0.8
"""Above this utilisation small delays grow into long queues."""

_ROLE = LaneRole.CUSTOMER

Column = tuple[str, float, tuple[str, ...]]
"""Label, utilisation, steps."""


def load_chart(document: Document, measures: Measures, sheet: Sheet) -> Chart:
    """Columns of utilisation; what is above 80 % is hatched."""
    title = sheet.say(message("Utilisation of resources"))
    capacity = measures.capacity
    columns = _columns(document, capacity.loads if capacity else ())
    if not columns:
        reason = NO_RESOURCE if capacity is None else NO_DEMAND
        return missing(sheet, "load", title, sheet.say(reason))
    plot = sheet.plot(52)
    top = max(1.0, *(share for _, share, _ in columns))
    up = Scale(0, top, plot.bottom, plot.y + 12)
    parts: list[Primitive] = list(
        left_labels(sheet, plot, [(up.at(share), f"{share:.0%}") for share in (0, 0.4, SOUND, 1)])
    )
    marks = []
    pitch = plot.width / len(columns)
    for place, column in enumerate(columns):
        wide = min(pitch * 0.7, 64)
        left = plot.x + place * pitch + (pitch - wide) / 2
        box = Box(left, up.at(column[1]), wide, plot.bottom - up.at(column[1]))
        parts += _column(column, box, up, pitch, sheet)
        marks.append(Mark(box, column[2], f"{column[0]}: {column[1]:.0%}"))
    parts.append(horizontal(up.at(SOUND), plot, Stroke(sheet.theme.window.ink, 1.25, (5, 3))))
    heading = Heading("load", title, _summary(columns, sheet))
    return finished(sheet, heading, parts, marks)


def _columns(document: Document, loads: tuple[Load, ...]) -> list[Column]:
    queued = [load for load in loads if load.queue is not None]
    if not queued:
        return []
    by_hour = document.properties.arrivals_by_hour
    if not any(by_hour):
        return [
            (document.resources[load.resource].title, _share(load), _users(document, load))
            for load in queued
        ]
    busiest = max(queued, key=_share)
    mean = sum(by_hour) / len(by_hour)
    return [
        (str(hour), _share(busiest) * rate / mean, _users(document, busiest))
        for hour, rate in enumerate(by_hour)
        if rate > 0
    ]


def _share(load: Load) -> float:
    return 0.0 if load.queue is None else load.queue.utilisation


def _users(document: Document, load: Load) -> tuple[str, ...]:
    steps = document.steps.values()
    return tuple(sorted(step.id for step in steps if step.resource == load.resource))


def _column(column: Column, box: Box, up: Scale, pitch: float, sheet: Sheet) -> list[Primitive]:
    window = sheet.theme.window
    title, share, _ = column
    sound = up.at(min(share, SOUND))
    colour = sheet.theme.roles[_ROLE].stroke
    parts: list[Primitive] = [
        Rect(box.x, sound, box.width, box.bottom - sound, 0, colour),
        centred_line(
            shortened(title, pitch - 4, 11), box.middle.x, box.bottom + 16, 11, window.ink2
        ),
    ]
    if share > SOUND + 1e-9:
        parts += hatched(Box(box.x, box.y, box.width, sound - box.y), window.error, window.panel)
        words = f"{share:.0%}"
        parts.append(centred_line(words, box.middle.x, box.y - 5, 11, window.error, bold=True))
    return parts


def _summary(columns: list[Column], sheet: Sheet) -> str:
    over = [title for title, share, _ in columns if share > SOUND + 1e-9]
    if not over:
        return sheet.say(message("None above 80 %: there is time to spare."))
    names = reduce(
        lambda before, last: sheet.say(message("{names}, {last}", names=before, last=last)), over
    )
    return sheet.say(message("Above 80 %: {names}. Queues grow there.", names=names))
