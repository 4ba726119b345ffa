"""A chart: primitives in points, and the marks in it that stand for steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.drawing.primitives import Path, Primitive, Stroke
from blueprint.drawing.shapes import polyline
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block, centred_line, line, line_ending_at
from blueprint.i18n import Message, translate
from blueprint.layout.fonts import advance
from blueprint.layout.geometry import Box
from blueprint.layout.text import break_text

PADDING = 16.0
LABEL = 11
"""Size of the words along an axis."""
HEAD = 64.0
"""Height of title and summary."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a chart that stands for steps: where it is, and what it says when pointed at."""

    box: Box
    steps: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`primitives` stand relative to the chart's top left; the ground is the painter's."""

    name: str
    title: str
    summary: str
    width: float
    height: float
    primitives: tuple[Primitive, ...]
    marks: tuple[Mark, ...] = ()

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The mark under a point, in the chart's own coordinates."""
        return next((mark for mark in self.marks if mark.box.grown(2).contains(x, y)), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart is drawn on: its size, look and language."""

    width: float
    height: float
    theme: Theme
    language: str

    def say(self, text: Message) -> str:
        return translate(text, self.language)

    def plot(self, left: float, right: float = PADDING, bottom: float = 40) -> Box:
        """The area between the axes, with room for labels at its left, right and bottom."""
        return Box(left, HEAD, self.width - left - right, self.height - HEAD - bottom)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a chart is called, in the program and on the sheet, and what it says in short."""

    name: str
    title: str
    summary: str = ""


def finished(
    sheet: Sheet, heading: Heading, parts: list[Primitive], marks: list[Mark] | None = None
) -> Chart:
    """The chart with its title and summary at the top."""
    name, title, summary = heading.name, heading.title, heading.summary
    head = [
        line(title, PADDING, 28, 14, sheet.theme.window.ink, bold=True),
        *block(
            break_text(summary, sheet.width - 2 * PADDING, 11, line_height=14, most_lines=2),
            PADDING,
            34,
            sheet.theme.window.ink2,
        ),
    ]
    return Chart(
        name, title, summary, sheet.width, sheet.height, (*head, *parts), tuple(marks or ())
    )


def missing(sheet: Sheet, name: str, title: str, why: str) -> Chart:
    """The chart's axes in outline, and what it needs."""
    plot = sheet.plot(PADDING + 24)
    window = sheet.theme.window
    outline = Stroke(window.line2, 1, (4, 4))
    axes = Path(
        polyline([(plot.x, plot.y), (plot.x, plot.bottom), (plot.right, plot.bottom)]),
        stroke=outline,
    )
    text = break_text(why, plot.width - 32, 12, line_height=16, centred=True)
    words = block(text, plot.x + 16, plot.y + (plot.height - text.height) / 2, window.ink2)
    return finished(sheet, Heading(name, title), [axes, *words])


def vertical(x: float, plot: Box, stroke: Stroke) -> Path:
    """A line across the plot from top to bottom."""
    return Path(polyline([(x, plot.y), (x, plot.bottom)]), stroke=stroke)


def horizontal(y: float, plot: Box, stroke: Stroke) -> Path:
    """A line across the plot from left to right."""
    return Path(polyline([(plot.x, y), (plot.right, y)]), stroke=stroke)


def left_labels(
    sheet: Sheet, plot: Box, labels: list[tuple[float, str]], *, grid: bool = True
) -> Iterator[Primitive]:
    """Labels left of the plot at heights, each with a line across it."""
    window = sheet.theme.window
    for y, text in labels:
        if grid:
            yield horizontal(y, plot, Stroke(window.line, 1))
        yield line_ending_at(text, plot.x - 8, y + 4, 11, window.ink2)


def bottom_labels(
    sheet: Sheet, plot: Box, labels: list[tuple[float, str]], *, grid: bool = True
) -> Iterator[Primitive]:
    """Labels below the plot, each with a line up through it; of labels that touch every second,
    third … one is shown."""
    window = sheet.theme.window
    every = _kept(labels)
    for place, (x, text) in enumerate(labels):
        if grid:
            yield vertical(x, plot, Stroke(window.line, 1))
        if place % every == 0:
            yield centred_line(text, x, plot.bottom + 16, LABEL, window.ink2)


def _kept(labels: list[tuple[float, str]]) -> int:
    """The least number n for which every nth label stands clear of the next that is shown."""
    reach = [advance(text, LABEL) / 2 + 3 for _, text in labels]
    for every in range(1, len(labels)):
        shown = range(0, len(labels) - every, every)
        if all(
            labels[at + every][0] - labels[at][0] >= reach[at] + reach[at + every] for at in shown
        ):
            return every
    return max(1, len(labels))
