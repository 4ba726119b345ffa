"""Profit of one execution over the time that it takes."""

from __future__ import annotations

from blueprint.analysis.chart import (
    Chart,
    Heading,
    Mark,
    Sheet,
    bottom_labels,
    finished,
    horizontal,
    left_labels,
    missing,
    vertical,
)
from blueprint.analysis.scale import Scale, round_step, time_step
from blueprint.drawing.primitives import Circle, Path, Primitive, Stroke
from blueprint.drawing.shapes import polyline
from blueprint.drawing.writing import line, line_ending_at
from blueprint.i18n import message
from blueprint.layout.geometry import Box
from blueprint.measures.money import Economics
from blueprint.measures.summary import NO_PRICE, UNTIMED, Measures
from blueprint.measures.timing import Timing
from blueprint.model.document import Document
from blueprint.model.notation import LaneRole
from blueprint.model.units import show_duration, show_money


def profit_chart(document: Document, measures: Measures, sheet: Sheet) -> Chart:
    """The line π(t), marked at the standard, the acceptable and the break-even time."""
    title = sheet.say(message("Profit and execution time"))
    money, timing = measures.economics, measures.timing
    if money is None or "money.price" in measures.missing:
        return missing(sheet, "profit", title, sheet.say(measures.missing.get("money", NO_PRICE)))
    if timing is None:
        return missing(sheet, "profit", title, sheet.say(measures.missing.get("time", UNTIMED)))
    plot = sheet.plot(64, right=24)
    across, up = _scales(money, timing, plot)
    shown = _Shown(document, sheet)
    parts: list[Primitive] = [
        *left_labels(sheet, plot, [(up.at(tick), shown.money(tick)) for tick in _money_ticks(up)]),
        *bottom_labels(
            sheet,
            plot,
            [
                (across.at(tick), show_duration(tick, sheet.language))
                for tick in across.ticks(time_step(across.high - across.low, 5))
            ],
            grid=False,
        ),
        horizontal(up.at(0), plot, Stroke(sheet.theme.window.ink2, 1.25)),
        _line(money, across, up, sheet),
    ]
    points = dict.fromkeys([timing.standard, timing.tolerance])
    marks = []
    for seconds in points:
        value = money.profit(seconds)
        x, y = across.at(seconds), up.at(value)
        parts += _point(x, y, shown.money(value), plot, sheet)
        words = f"{show_duration(seconds, sheet.language)}: {shown.money(value)}"
        marks.append(Mark(Box(x - 8, y - 8, 16, 16), timing.critical_steps, words))
    parts += _break_even(money, plot, across, sheet)
    heading = Heading("profit", title, shown.summary(money))
    return finished(sheet, heading, parts, marks)


class _Shown:
    """Amounts in the document's currency and the sheet's language."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self._currency = document.properties.currency
        self._sheet = sheet

    def money(self, amount: float) -> str:
        return show_money(amount, self._currency, self._sheet.language)

    def summary(self, money: Economics) -> str:
        if money.wage == 0:
            return self._sheet.say(message("Time costs nothing: no resource has a cost per hour."))
        minute = self.money(money.wage * 60)
        return self._sheet.say(message("Each extra minute costs {amount}.", amount=minute))


def _scales(money: Economics, timing: Timing, plot: Box) -> tuple[Scale, Scale]:
    latest = max(timing.tolerance, timing.standard, money.break_even or 0.0) * 1.1 or 60.0
    first = min(timing.standard / 2, latest / 4)
    values = [money.profit(first), money.profit(latest), 0.0]
    margin = (max(values) - min(values)) * 0.1 or 1.0
    return (
        Scale(first, latest, plot.x, plot.right),
        Scale(min(values) - margin, max(values) + margin, plot.bottom, plot.y),
    )


def _money_ticks(up: Scale) -> list[float]:
    return up.ticks(round_step(up.high - up.low, 5))


def _line(money: Economics, across: Scale, up: Scale, sheet: Sheet) -> Primitive:
    ends = [(across.at(t), up.at(money.profit(t))) for t in (across.low, across.high)]
    return Path(polyline(ends), stroke=Stroke(sheet.theme.roles[LaneRole.ONSTAGE].strong, 2))


def _point(x: float, y: float, words: str, plot: Box, sheet: Sheet) -> list[Primitive]:
    window = sheet.theme.window
    ring = Stroke(sheet.theme.roles[LaneRole.ONSTAGE].strong, 2)
    writes = line_ending_at if x > plot.right - 64 else line
    aside = x - 8 if x > plot.right - 64 else x + 8
    return [
        Circle(x, y, 5, window.panel, ring),
        writes(words, aside, y - 8, 11, window.ink, bold=True),
    ]


def _break_even(money: Economics, plot: Box, across: Scale, sheet: Sheet) -> list[Primitive]:
    even = money.break_even
    if even is None or not across.low <= even <= across.high:
        return []
    window = sheet.theme.window
    time = show_duration(even, sheet.language)
    words = sheet.say(message("break-even {time}", time=time))
    return [
        vertical(across.at(even), plot, Stroke(window.error, 1.25, (5, 3))),
        line_ending_at(words, across.at(even) - 6, plot.bottom - 8, 11, window.error, bold=True),
    ]
