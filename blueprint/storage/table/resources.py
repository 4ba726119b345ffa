"""The resources that the rows of a table name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.units import UnitError, parse_money
from blueprint.storage.outcome import quoted
from blueprint.storage.table.columns import read_whole
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.rows import Row

_READERS: Final[dict[str, tuple[str, Callable[[str], float]]]] = {
    "servers": ("capacity", read_whole),
    "cost_per_hour": ("cost_per_hour", parse_money),
}


def resources_of(
    rows: Iterable[Row], problems: Problems
) -> tuple[dict[str, dict[str, float]], list[Message]]:
    """The fields of each resource by its title, in order of appearance, and notices.

    The first row that gives a resource's servers or cost counts.
    """
    found: dict[str, dict[str, float]] = {}
    notices: list[Message] = []
    for row in rows:
        title = row.cells.get("resource", "").strip()
        fields = found.setdefault(title, {}) if title else {}
        for name, (field, read) in _READERS.items():
            if name not in row.cells:
                continue
            try:
                value = read(row.cells[name])
            except UnitError as error:
                problems.add(row.number, name, error.reason)
                continue
            if not title:
                problems.add(row.number, name, message("The row names no resource."))
            elif fields.setdefault(field, value) != value:
                notices.append(_differs(row, name, title))
    return found, notices


def _differs(row: Row, name: str, title: str) -> Message:
    return message(
        "Row {row} gives another “{column}” for “{resource}”; the first one counts.",
        row=row.number,
        column=name,
        resource=quoted(title),
    )
