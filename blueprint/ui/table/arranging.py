"""Which steps the table shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from blueprint.model.entities import Step
from blueprint.model.search.gaps import lacking
from blueprint.ui.table.columns import TableColumn
from blueprint.ui.table.reading import Reading


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a row must have to be shown. Empty: anything. `lane` is an id, `gap` one of GAPS."""

    text: str = ""
    lane: str = ""
    owner: str = ""
    channel: str = ""
    gap: str = ""
    tag: str = ""

    def __bool__(self) -> bool:
        whose = self.lane or self.owner or self.channel or self.tag
        return bool(self.text.strip() or whose or self.gap)

    def lets_through(self, reading: Reading, id: str) -> bool:
        step = reading.document.step(id)
        if self.lane and step.lane != self.lane:
            return False
        if self.owner and step.owner != self.owner:
            return False
        if self.channel and step.channel != self.channel:
            return False
        if self.tag and self.tag not in step.tags:
            return False
        words = self.text.casefold().split()
        if not words:
            return True
        text = _texts(reading, step)
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Sorting:
    """By one column; None stands for reading order."""

    column: TableColumn | None = None
    descending: bool = False


def arranged(reading: Reading, ids: Iterable[str], sieve: Sieve, sorting: Sorting) -> list[str]:
    """The ids of the rows to be shown. Empty cells stand last, whichever way is sorted."""
    wanted = set(lacking(reading.document, sieve.gap)) if sieve.gap else None
    found = [
        id for id in ids if sieve.lets_through(reading, id) and (wanted is None or id in wanted)
    ]
    if sorting.column is None:
        return sorted(found, key=reading.place)
    text = _sort_key(sorting.column, reading)
    keyed = [(text(id), id) for id in sorted(found, key=reading.place)]
    full = [(key, id) for key, id in keyed if key not in ("", None)]
    full.sort(key=lambda pair: pair[0], reverse=sorting.descending)
    return [id for _, id in full] + [id for key, id in keyed if key in ("", None)]


def _sort_key(column: TableColumn, reading: Reading) -> Callable[[str], Any]:
    document = reading.document
    if column.name == "column":
        return lambda id: reading.columns[document.step(id).column]
    if column.name == "lane":
        return lambda id: reading.lanes[document.step(id).lane]
    number = column.number
    if number is not None:
        return lambda id: number(document.step(id))
    return lambda id: column.read(reading, id).casefold()


def _texts(reading: Reading, step: Step) -> str:
    fail = step.fail
    return "\n".join(
        (
            step.id,
            step.label,
            step.description,
            step.owner,
            step.channel,
            *step.tags,
            fail.what if fail else "",
            fail.recovery if fail else "",
            reading.lane(step.id),
            reading.phase(step.id),
        )
    ).casefold()
