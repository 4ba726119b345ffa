"""Contact degree: how much of each lane's time the customer is there for."""

from __future__ import annotations

from blueprint.analysis.chart import Chart, Heading, Mark, Sheet, bottom_labels, finished, missing
from blueprint.analysis.scale import Scale, rounded_up, time_step
from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.writing import line, line_ending_at, shortened
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.path import standard_seconds
from blueprint.measures.summary import UNTIMED, Measures
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.reading.process import read
from blueprint.model.reading.roles import is_customer_present
from blueprint.model.units import show_duration

MOST_BARS = 12
LOW, HIGH = 1 / 3, 2 / 3
TITLE = message("Contact degree")


def contact_chart(document: Document, measures: Measures, sheet: Sheet) -> Chart:
    """A bar for each of the longest steps: its time, filled where the customer is present."""
    title = sheet.say(TITLE)
    if measures.contact is None:
        return missing(sheet, "contact", title, sheet.say(UNTIMED))
    steps = _longest(document)
    plot = sheet.plot(132, right=64)
    longest = max(standard_seconds(step) for step in steps)
    tick = time_step(longest, 4)
    across = Scale(0, rounded_up(longest, tick), plot.x, plot.right)
    height = min(plot.height / len(steps), 32)
    parts: list[Primitive] = list(
        bottom_labels(
            sheet,
            plot,
            [(across.at(at), show_duration(at, sheet.language)) for at in across.ticks(tick)],
        )
    )
    marks = []
    for place, step in enumerate(steps):
        box = Box(plot.x, plot.y + place * height + height * 0.25, plot.width, height * 0.5)
        parts += _bar(document, step, box, across, sheet)
        marks.append(_mark(step, box, sheet))
    heading = Heading("contact", title, _summary(measures.contact, sheet))
    return finished(sheet, heading, parts, marks)


def _longest(document: Document) -> list[Step]:
    """The timed steps that take longest, in the order of the blueprint."""
    steps = [step for step in read(document).wiring.steps if step.duration is not None]
    kept = sorted(steps, key=standard_seconds, reverse=True)[:MOST_BARS]
    return [step for step in steps if step in kept]


def _bar(document: Document, step: Step, box: Box, across: Scale, sheet: Sheet) -> list[Primitive]:
    window = sheet.theme.window
    role = document.lane(step.lane).role
    present = is_customer_present(step, role)
    colours = sheet.theme.roles[role]
    end = across.at(standard_seconds(step))
    label = shortened(step.label, box.x - 24, 11)
    seen = sheet.say(message("present")) if present else sheet.say(message("absent"))
    filled = Rect(
        box.x,
        box.y,
        max(end - box.x, 1),
        box.height,
        2,
        colours.strong if present else colours.fill,
        None if present else Stroke(colours.stroke, 1.25),
    )
    return [
        line_ending_at(label, box.x - 8, box.y + box.height / 2 + 4, 11, window.ink),
        Rect(box.x, box.y, box.width, box.height, 2, fill=window.hover),
        filled,
        line(seen, box.right + 8, box.y + box.height / 2 + 4, 11, window.ink2),
    ]


def _mark(step: Step, box: Box, sheet: Sheet) -> Mark:
    time = show_duration(standard_seconds(step), sheet.language)
    return Mark(box, (step.id,), f"{step.label}: {time}")


def _summary(degree: float, sheet: Sheet) -> str:
    share = f"{degree:.0%}"
    words = message("{share} of the time needs the customer.", share=share)
    if degree >= HIGH:
        words = message("{share} of the time needs the customer: high contact.", share=share)
    elif degree <= LOW:
        words = message("{share} of the time needs the customer: low contact.", share=share)
    return sheet.say(words)
