"""Structure: how many flows cross each line, and which steps may be done in many ways."""

from __future__ import annotations

import math

from blueprint.analysis.chart import Chart, Heading, Mark, Sheet, finished, missing
from blueprint.drawing.primitives import Primitive, Rect
from blueprint.drawing.writing import line, line_ending_at, shortened
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.summary import Measures
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import Line
from blueprint.model.reading.process import read
from blueprint.model.terms import LINE_LABELS

MOST_STEPS = 6


def structure_chart(document: Document, measures: Measures, sheet: Sheet) -> Chart:
    """Bars of crossings by line; below them the bits of the steps with the most freedom."""
    title = sheet.say(message("Complexity and divergence"))
    if not measures.actions:
        reason = message("There are no actions yet. Add the customer's first step.")
        return missing(sheet, "structure", title, sheet.say(reason))
    rows: list[tuple[str, float, str, tuple[str, ...], str]] = [
        (sheet.say(LINE_LABELS[which]), count, str(count), (), _line_colour(which, sheet))
        for which, count in measures.crossings.items()
    ]
    crossing = len(rows)
    for step in _freest(document):
        bits = math.log2(step.latitude or 1)
        colour = sheet.theme.roles[document.lane(step.lane).role].strong
        rows.append((step.label, bits, f"{bits:.1f}", (step.id,), colour))
    plot = sheet.plot(148, right=48, bottom=16)
    pitch = min(plot.height / (len(rows) + 2), 32)
    parts: list[Primitive] = []
    marks = []
    y = plot.y
    most = [
        max((row[1] for row in part), default=0) or 1 for part in (rows[:crossing], rows[crossing:])
    ]
    for place, (label, value, words, steps, colour) in enumerate(rows):
        if place in (0, crossing):
            text = message("Flows across each line") if place == 0 else message("Bits of freedom")
            parts.append(line(sheet.say(text), 16, y + 12, 11, sheet.theme.window.ink, bold=True))
            y += pitch
        full = plot.width * value / most[place >= crossing]
        box = Box(plot.x, y + pitch * 0.25, full, pitch * 0.5)
        parts += _row((label, words, colour), box, plot, sheet)
        marks.append(Mark(Box(plot.x, box.y, plot.width, box.height), steps, f"{label}: {words}"))
        y += pitch
    heading = Heading("structure", title, _summary(measures, sheet))
    return finished(sheet, heading, parts, marks)


def _freest(document: Document) -> list[Step]:
    steps = [step for step in read(document).wiring.steps if (step.latitude or 1) > 1]
    return sorted(steps, key=lambda step: (-(step.latitude or 1), step.id))[:MOST_STEPS]


def _line_colour(which: Line, sheet: Sheet) -> str:
    return sheet.theme.lines[which].colour


def _row(texts: tuple[str, str, str], box: Box, plot: Box, sheet: Sheet) -> list[Primitive]:
    """A bar with its label at its left and its figure at its right."""
    label, words, colour = texts
    window = sheet.theme.window
    short = shortened(label, plot.x - 24, 11)
    middle = box.y + box.height / 2 + 4
    return [
        line_ending_at(short, plot.x - 8, middle, 11, window.ink),
        Rect(plot.x, box.y, plot.width, box.height, 2, window.hover),
        Rect(plot.x, box.y, max(box.width, 1), box.height, 2, colour),
        line(words, plot.right + 8, middle, 11, window.ink2),
    ]


def _summary(measures: Measures, sheet: Sheet) -> str:
    bits = measures.divergence
    if bits is None:
        return sheet.say(
            message(
                "{count} actions, intricacy {intricacy}.",
                count=measures.actions,
                intricacy=measures.intricacy,
            )
        )
    return sheet.say(
        message(
            "{count} actions, intricacy {intricacy}, {bits} bits of freedom.",
            count=measures.actions,
            intricacy=measures.intricacy,
            bits=f"{bits:.1f}",
        )
    )
