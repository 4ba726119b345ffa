"""The columns `document.…`: what a table says of the document as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.colours import COLOURS
from blueprint.model.entities import Properties
from blueprint.model.units import (
    UnitError,
    parse_duration,
    parse_number,
    parse_rate,
    write_number,
)
from blueprint.storage.outcome import quoted
from blueprint.storage.table.columns import read_text, read_yes, unknown_name
from blueprint.storage.table.targets import Target, parse_targets, write_targets

_LANGUAGES: Final = {
    **dict.fromkeys(("en", "en-us", "en-gb", "en_us", "en_gb", "english", "英文", "英语"), "en"),
    **dict.fromkeys(("zh_cn", "zh-cn", "zh", "zh-hans", "chinese", "中文", "简体中文"), "zh_CN"),
}
_STATES: Final = {
    **dict.fromkeys(("as-is", "as is", "asis", "现状"), "as-is"),
    **dict.fromkeys(("to-be", "to be", "tobe", "目标", "未来"), "to-be"),
}
_SEVERITIES: Final = ("error", "warning", "hint", "off")


def _one_of(words: dict[str, str]) -> Callable[[str], str]:
    def read(cell: str) -> str:
        word = words.get(cell.strip().lower())
        if word is None:
            raise UnitError(unknown_name(cell, words.values()))
        return word

    return read


def _rate(cell: str) -> float:
    return parse_rate(cell)


def _rates(cell: str) -> tuple[float, ...]:
    rates = tuple(parse_number(part) for part in cell.split(";"))
    if len(rates) != 24 or min(rates) < 0:
        raise UnitError(
            message(
                "Give 24 numbers from 0 on with ; between, one an hour, not {count}.",
                count=len(rates),
            )
        )
    return rates


def _severities(cell: str) -> dict[str, str]:
    """From `SB020: off; SB061: hint`."""
    found: dict[str, str] = {}
    for target in parse_targets(cell):
        if target.label not in _SEVERITIES:
            raise UnitError(unknown_name(target.label, _SEVERITIES))
        found[target.step] = target.label
    return found


def _colours(cell: str) -> dict[str, str]:
    """From `red: Pain point; green: New`."""
    found = {target.step: target.label for target in parse_targets(cell)}
    for colour in found:
        if colour not in COLOURS:
            raise UnitError(unknown_name(colour, COLOURS))
    return found


PROPERTY_READERS: Final[dict[str, Callable[[str], object]]] = {
    **dict.fromkeys(("title", "subtitle", "service", "purpose", "scope"), read_text),
    **dict.fromkeys(("segment", "scenario"), read_text),
    "state": _one_of(_STATES),
    **dict.fromkeys(("version", "date", "author"), read_text),
    "language": _one_of(_LANGUAGES),
    "currency": read_text,
    "arrivals_per_hour": _rate,
    "arrivals_by_hour": _rates,
    "promise": read_text,
    "promise_seconds": parse_duration,
    "supporting_facility": read_text,
    "facilitating_goods": read_text,
    "explicit_service": read_text,
    "implicit_service": read_text,
    "line_of_order_penetration": read_yes,
    "line_of_implementation": read_yes,
    "column_width": _one_of({each: each for each in ("compact", "normal", "wide")}),
    "severities": _severities,
    "colours": _colours,
}
"""How the cells of each property are read."""


def disagreement(name: str, row: int, kept: str) -> Message:
    """That a later row gives a property another value than the first one did."""
    return message(
        "Row {row} gives “{column}” another value; “{kept}” from the first row counts.",
        row=row,
        column=name,
        kept=quoted(kept),
    )


def property_cells(properties: Properties) -> dict[str, str]:
    """The cell of each property that is set, by name; the language always.

    What the readers of this module read back to the same values.
    """
    unset = Properties()
    cells = {}
    for name in PROPERTY_READERS:
        value = getattr(properties, name)
        if value != getattr(unset, name) or name == "language":
            cells[name] = _cell(value)
    return cells


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return write_number(value)
        case tuple():
            return "; ".join(write_number(each) for each in value)
        case dict():
            return write_targets([Target(name, label=value[name]) for name in sorted(value)])
    return str(value)
