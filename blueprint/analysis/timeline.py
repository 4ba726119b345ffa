"""Standard and acceptable time of the steps of the longest path, one after the other."""

from __future__ import annotations

from blueprint.analysis.chart import (
    Chart,
    Heading,
    Mark,
    Sheet,
    bottom_labels,
    finished,
    missing,
    vertical,
)
from blueprint.analysis.scale import Scale, time_step
from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.writing import line_ending_at, shortened
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.path import standard_seconds, tolerable_seconds
from blueprint.measures.summary import UNTIMED, Measures
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.units import show_duration

MOST_BARS = 10
TITLE = message("Standard and acceptable time")


def timeline_chart(document: Document, measures: Measures, sheet: Sheet) -> Chart:
    """A bar for each timed step of the longest path, where it stands if all accept the most."""
    title = sheet.say(TITLE)
    timing = measures.timing
    steps = [] if timing is None else [document.step(id) for id in timing.critical_steps]
    timed = [step for step in steps if tolerable_seconds(step) > 0][:MOST_BARS]
    if timing is None or not timed:
        reason = measures.missing.get("time", UNTIMED)
        return missing(sheet, "timeline", title, sheet.say(reason))
    promise = document.properties.promise_seconds
    plot = sheet.plot(128, right=24)
    most = max(timing.tolerance, timing.standard, promise or 0.0)
    across = Scale(0, most, plot.x, plot.right)
    ticks = across.ticks(time_step(most, 5))
    labels = [(across.at(tick), show_duration(tick, sheet.language)) for tick in ticks]
    parts: list[Primitive] = list(bottom_labels(sheet, plot, labels))
    marks, start = [], 0.0
    height = min(plot.height / len(timed), 48)
    for place, step in enumerate(timed):
        lasting = max(tolerable_seconds(step), standard_seconds(step))
        left = across.at(start)
        box = Box(
            left,
            plot.y + place * height + height * 0.2,
            across.at(start + lasting) - left,
            height * 0.5,
        )
        parts += _bar(document, step, box, plot, sheet)
        marks.append(Mark(box, (step.id,), _words(step, sheet)))
        start += lasting
    if promise is not None:
        parts.append(
            vertical(across.at(promise), plot, Stroke(sheet.theme.window.error, 1.5, (5, 3)))
        )
    heading = Heading("timeline", title, _summary(document, measures, sheet))
    return finished(sheet, heading, parts, marks)


def _bar(document: Document, step: Step, box: Box, plot: Box, sheet: Sheet) -> list[Primitive]:
    window = sheet.theme.window
    colours = sheet.theme.roles[document.lane(step.lane).role]
    lasting = max(tolerable_seconds(step), standard_seconds(step))
    done = box.width * standard_seconds(step) / lasting
    over = step.tolerance is not None and standard_seconds(step) > step.tolerance
    label = shortened(step.label, plot.x - 24, 11, bold=True)
    times = _words(step, sheet).rpartition(": ")[2]
    return [
        line_ending_at(label, plot.x - 8, box.y + 8, 11, window.ink, bold=True),
        line_ending_at(times, plot.x - 8, box.y + 22, 10, window.ink2),
        Rect(box.x, box.y, box.width, box.height, 3, window.panel, Stroke(window.ink3, 1)),
        Rect(box.x, box.y, done, box.height, 3, window.error if over else colours.strong),
    ]


def _words(step: Step, sheet: Sheet) -> str:
    standard = show_duration(standard_seconds(step), sheet.language)
    if step.tolerance is None:
        return f"{step.label}: {standard}"
    most = show_duration(step.tolerance, sheet.language)
    times = sheet.say(message("{standard} of {most}", standard=standard, most=most))
    return f"{step.label}: {times}"


def _summary(document: Document, measures: Measures, sheet: Sheet) -> str:
    timing = measures.timing
    assert timing is not None
    return sheet.say(
        message(
            "The longest path takes {standard}. Customers accept {most}.",
            standard=show_duration(timing.standard, sheet.language),
            most=show_duration(timing.tolerance, sheet.language),
        )
    )
