"""A what-if study: the mean time in system for each value, and all figures in a table below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from blueprint.analysis.chart import (
    Chart,
    Heading,
    Mark,
    Sheet,
    bottom_labels,
    finished,
    horizontal,
    left_labels,
)
from blueprint.analysis.scale import Scale, rounded_up, time_step
from blueprint.drawing.primitives import Circle, Path, Primitive, Stroke
from blueprint.drawing.shapes import polyline
from blueprint.drawing.writing import line, line_ending_at, shortened
from blueprint.i18n import Message, message
from blueprint.layout.geometry import Box
from blueprint.measures.simulation.sweep import Lever, Point, Sweep, shown_value
from blueprint.model.document import Document
from blueprint.model.notation import LaneRole
from blueprint.model.units import show_duration

ROW: Final = 16.0
LEVER_TITLES: Final[dict[Lever, Message]] = {
    Lever.SERVERS: message("Servers"),
    Lever.DEMAND: message("Customers per hour"),
    Lever.DURATIONS: message("Duration"),
}
HEADS: Final = (
    message("Time in system"),
    message("Mean wait"),
    message("Busiest"),
    message("Beyond the promise"),
)


def sweep_chart(document: Document, sweep: Sweep, points: Sequence[Point], sheet: Sheet) -> Chart:
    """A line of means with their 95 % intervals; at least one point."""
    promise = document.properties.promise_seconds
    table = (len(points) + 1) * ROW
    plot = sheet.plot(76, right=24, bottom=36 + table)
    highest = max(point.results.time_in_system.high for point in points)
    step = time_step(max(highest, 1e-9), 4)
    up = Scale(0, rounded_up(max(highest, promise or 0.0), step), plot.bottom, plot.y)
    ticks = [(up.at(tick), show_duration(tick, sheet.language)) for tick in up.ticks(step)]
    parts: list[Primitive] = list(left_labels(sheet, plot, ticks))
    values = [point.value for point in points]
    margin = (max(values) - min(values)) * 0.06 or 1.0
    across = Scale(min(values) - margin, max(values) + margin, plot.x, plot.right)
    labels = [(across.at(value), shown_value(value, sweep.lever)) for value in values]
    parts += bottom_labels(sheet, plot, labels, grid=False)
    if promise is not None:
        parts.append(
            horizontal(up.at(promise), plot, Stroke(sheet.theme.window.error, 1.5, (5, 3)))
        )
    parts += _line(points, across, up, sheet)
    parts += _table(sweep, points, sheet)
    marks = [
        Mark(
            Box(across.at(point.value) - 8, plot.y, 16, plot.height),
            (),
            ", ".join(figures(sweep, point, sheet.language)),
        )
        for point in points
    ]
    title = sheet.say(message("What if: {lever}", lever=named(document, sweep)))
    heading = Heading("sweep", title, _summary(points, sweep, sheet))
    return finished(sheet, heading, parts, marks)


def named(document: Document, sweep: Sweep) -> Message:
    """What is turned, and whose it is."""
    if not sweep.resource:
        return LEVER_TITLES[sweep.lever]
    title = document.resources[sweep.resource].title
    return message("{lever} of “{resource}”", lever=LEVER_TITLES[sweep.lever], resource=title)


def _line(points: Sequence[Point], across: Scale, up: Scale, sheet: Sheet) -> Iterator[Primitive]:
    colour = sheet.theme.roles[LaneRole.CUSTOMER].strong
    means = [(across.at(point.value), up.at(point.results.time_in_system.mean)) for point in points]
    if len(means) > 1:
        yield Path(polyline(sorted(means)), stroke=Stroke(colour, 2))
    for point, (x, y) in zip(points, means, strict=True):
        time = point.results.time_in_system
        ends = [(x, up.at(max(time.low, 0.0))), (x, up.at(time.high))]
        yield Path(polyline(ends), stroke=Stroke(colour, 1.25))
        yield Circle(x, y, 4, sheet.theme.window.panel, Stroke(colour, 2))


def _table(sweep: Sweep, points: Sequence[Point], sheet: Sheet) -> Iterator[Primitive]:
    window = sheet.theme.window
    top = sheet.height - 12 - len(points) * ROW
    width = (sheet.width - 32) / (len(HEADS) + 1)
    heads = [LEVER_TITLES[sweep.lever], *HEADS]
    for place, head in enumerate(heads):
        words = shortened(sheet.say(head), width - 4, 11, bold=True)
        yield from _cell(words, place, top - ROW, width, window.ink, bold=True)
    for row, point in enumerate(points):
        for place, words in enumerate(figures(sweep, point, sheet.language)):
            yield from _cell(words, place, top + row * ROW, width, window.ink2, bold=False)


def _cell(
    words: str, place: int, baseline: float, width: float, colour: str, *, bold: bool
) -> Iterator[Primitive]:
    if place == 0:
        yield line(words, 16, baseline, 11, colour, bold=bold)
    else:
        yield line_ending_at(words, 16 + (place + 1) * width, baseline, 11, colour, bold=bold)


def figures(sweep: Sweep, point: Point, language: str) -> list[str]:
    """The value and its figures, in the order of the table's head."""
    results = point.results
    busiest = results.bottleneck
    beyond = results.beyond_promise
    return [
        shown_value(point.value, sweep.lever),
        show_duration(results.time_in_system.mean, language),
        show_duration(results.wait.mean, language),
        "–" if busiest is None else f"{busiest.utilisation.mean:.0%}",
        "–" if beyond is None else f"{beyond.mean:.0%}",
    ]


def _summary(points: Sequence[Point], sweep: Sweep, sheet: Sheet) -> str:
    least = min(points, key=lambda point: point.results.time_in_system.mean)
    return sheet.say(
        message(
            "Shortest at {value}: {time} in the system on average.",
            value=shown_value(least.value, sweep.lever),
            time=show_duration(least.results.time_in_system.mean, sheet.language),
        )
    )
