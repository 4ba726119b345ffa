"""The simulated time in system: how many customers take how long."""

from __future__ import annotations

from blueprint.analysis.chart import (
    Chart,
    Heading,
    Mark,
    Sheet,
    bottom_labels,
    finished,
    left_labels,
    missing,
    vertical,
)
from blueprint.analysis.hatching import hatched
from blueprint.analysis.scale import Scale, round_step, rounded_up, time_step
from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.writing import line
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.simulation import Results
from blueprint.model.document import Document
from blueprint.model.notation import LaneRole
from blueprint.model.units import show_duration


def waiting_chart(document: Document, results: Results | None, sheet: Sheet) -> Chart:
    """A histogram of the time in system; what is beyond the promise is hatched."""
    title = sheet.say(message("Simulated time in system"))
    if results is None or not results.histogram:
        reason = message("Run the simulation to see how long customers take.")
        return missing(sheet, "waiting", title, sheet.say(reason))
    plot = sheet.plot(52)
    classes = results.histogram
    across = Scale(0, classes[-1][0], plot.x, plot.right)
    tallest = max(count for _, count in classes)
    step = round_step(tallest, 4)
    up = Scale(0, rounded_up(tallest, step), plot.bottom, plot.y)
    parts: list[Primitive] = list(
        left_labels(sheet, plot, [(up.at(tick), f"{tick:,.0f}") for tick in up.ticks(step)])
    )
    ticks = across.ticks(time_step(across.high, 5))
    labels = [(across.at(tick), show_duration(tick, sheet.language)) for tick in ticks]
    parts += bottom_labels(sheet, plot, labels, grid=False)
    promise = document.properties.promise_seconds
    marks, low = [], 0.0
    for high, count in classes:
        left, right = across.at(low), across.at(high)
        box = Box(left + 0.5, up.at(count), right - left - 1, plot.bottom - up.at(count))
        parts += _bar(box, promise is not None and low >= promise, sheet)
        marks.append(Mark(box, (), _words(low, high, count, sheet)))
        low = high
    parts += _limits(results, promise, plot, across, sheet)
    heading = Heading("waiting", title, _summary(results, sheet))
    return finished(sheet, heading, parts, marks)


def _bar(box: Box, beyond: bool, sheet: Sheet) -> list[Primitive]:
    window = sheet.theme.window
    if beyond:
        return hatched(box, window.error, window.panel)
    colour = sheet.theme.roles[LaneRole.CUSTOMER].stroke
    return [Rect(box.x, box.y, box.width, box.height, 0, colour)]


def _words(low: float, high: float, count: int, sheet: Sheet) -> str:
    return sheet.say(
        message(
            "{low} to {high}: {count} customers",
            low=show_duration(low, sheet.language),
            high=show_duration(high, sheet.language),
            count=f"{count:,}",
        )
    )


def _limits(
    results: Results, promise: float | None, plot: Box, across: Scale, sheet: Sheet
) -> list[Primitive]:
    """The mean and the promise as lines; their names stand one below the other."""
    window = sheet.theme.window
    mean = results.time_in_system.mean
    parts: list[Primitive] = []
    if mean <= across.high:
        words = sheet.say(message("mean {time}", time=show_duration(mean, sheet.language)))
        parts.append(vertical(across.at(mean), plot, Stroke(window.ink, 1.5)))
        parts += _named(words, across.at(mean) + 6, plot.y + 26, window.ink, sheet)
    if promise is not None and promise <= across.high:
        words = sheet.say(message("promise {time}", time=show_duration(promise, sheet.language)))
        parts.append(vertical(across.at(promise), plot, Stroke(window.error, 1.5, (5, 3))))
        parts += _named(words, across.at(promise) + 6, plot.y + 10, window.error, sheet)
    return parts


def _named(words: str, x: float, baseline: float, colour: str, sheet: Sheet) -> list[Primitive]:
    """A name on a ground of its own, so that no line runs through it."""
    text = line(words, x, baseline, 11, colour, bold=True)
    ground = sheet.theme.window.panel
    return [Rect(x - 3, baseline - 12, text.width + 6, 16, 3, ground), text]


def _summary(results: Results, sheet: Sheet) -> str:
    settings = results.settings
    arrivals = f"{settings.customers * settings.replications:,}"
    if results.beyond_promise is None:
        most = show_duration(results.percentiles[90], sheet.language)
        return sheet.say(
            message("{count} arrivals. Nine of ten take up to {most}.", count=arrivals, most=most)
        )
    return sheet.say(
        message(
            "{count} arrivals. {share} take longer than promised.",
            count=arrivals,
            share=f"{results.beyond_promise.mean:.0%}",
        )
    )
