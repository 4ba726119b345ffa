"""`blueprint measure`: what blueprints say in figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure, coloured, complain, padded, printable, width
from blueprint.i18n import Message, current_language, message, tr
from blueprint.model.units import show_duration, show_money, show_number

if TYPE_CHECKING:
    from blueprint.measures.summary import Measures
    from blueprint.model.document import Document

Row = tuple[Message, str]


def measure_files(files: Sequence[Path], *, as_json: bool) -> int:
    """Print the measures of `files`: in JSON an object for one file, a list for several.

    Returns 0, or 2 if a file could not be read; the others are measured even so.
    """
    from blueprint.measures.as_json import measures_as_json
    from blueprint.measures.summary import measure

    made, unread = [], 0
    for file in files:
        try:
            document = opened(file)
        except Failure as failure:
            complain(failure.messages, about=failure.about)
            unread += 1
            continue
        measures = measure(document)
        if as_json:
            made.append(measures_as_json(document, measures, current_language()))
        else:
            _print(file, _rows(document, measures), measures)
    if as_json and (made or len(files) > 1):
        whole = made[0] if len(files) == 1 else made
        print(json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False))
    return 2 if unread else 0


def _print(file: Path, rows: Iterator[Row], measures: Measures) -> None:
    print(printable(coloured(str(file), "strong")))
    shown = [(tr(name), value) for name, value in rows]
    columns = max(width(name) for name, _ in shown) + 2
    for name, value in shown:
        print(printable(f"  {padded(name, columns)}{value}"))
    for why in dict.fromkeys(measures.missing.values()):
        print(printable(coloured("  " + tr(message("Not known: {why}", why=why)), "faint")))


def _rows(document: Document, measures: Measures) -> Iterator[Row]:
    if measures.contact is not None:
        yield message("Contact degree"), f"{measures.contact:.0%}"
    yield message("Actions"), str(measures.actions)
    yield message("Intricacy"), str(measures.intricacy)
    if measures.divergence is not None:
        yield message("Divergence"), tr("{bits} bits", bits=f"{measures.divergence:.2f}")
    yield from _time_rows(measures)
    yield from _money_rows(document, measures)
    yield from _capacity_rows(document, measures)
    yield from _failure_rows(document, measures)


def _time_rows(measures: Measures) -> Iterator[Row]:
    timing = measures.timing
    if timing is None:
        return
    language = current_language()
    yield message("Standard time"), show_duration(timing.standard, language)
    yield message("Acceptable time"), show_duration(timing.tolerance, language)
    yield message("Expected time"), show_duration(timing.mean, language)
    yield message("Expected waits"), show_duration(timing.wait, language)
    if timing.value_ratio is not None:
        yield message("Value ratio"), f"{timing.value_ratio:.0%}"


def _money_rows(document: Document, measures: Measures) -> Iterator[Row]:
    money, timing = measures.economics, measures.timing
    if money is None:
        return
    language, currency = current_language(), document.properties.currency
    if timing is not None:
        for name, seconds in (
            (message("Profit at the standard time"), timing.standard),
            (message("Profit at the acceptable time"), timing.tolerance),
        ):
            yield name, show_money(money.profit(seconds), currency, language)
    if money.break_even is not None:
        yield message("Break-even time"), show_duration(money.break_even, language)


def _capacity_rows(document: Document, measures: Measures) -> Iterator[Row]:
    capacity = measures.capacity
    for load in () if capacity is None else capacity.loads:
        said = []
        if load.capacity_per_hour is not None:
            said.append(tr("{count} customers per hour", count=f"{load.capacity_per_hour:.1f}"))
        if load.queue is not None:
            said.append(tr("{share} busy", share=f"{load.queue.utilisation:.0%}"))
            if load.queue.stable:
                wait = show_duration(load.queue.wait, current_language())
                said.append(tr("mean wait {wait}", wait=wait))
        title = document.resources[load.resource].title
        yield message("Capacity of “{resource}”", resource=title), tr(", ").join(said) or "–"


def _failure_rows(document: Document, measures: Measures) -> Iterator[Row]:
    for risk in measures.risks:
        said = []
        if risk.rpn is not None:
            said.append(tr("priority number {rpn}", rpn=risk.rpn))
        if risk.failures_per_100 is not None:
            count = show_number(risk.failures_per_100)
            said.append(tr("fails {count} times per 100 customers", count=count))
        if said:
            name = message("Risk of “{step}”", step=document.step(risk.step).label)
            yield name, tr(", ").join(said)
    if measures.rework_per_100:
        rework = show_duration(measures.rework_per_100, current_language())
        yield message("Rework per 100 customers"), rework
