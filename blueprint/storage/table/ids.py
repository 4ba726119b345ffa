"""Ids of what a table names: those that its rows give, and others made from what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from blueprint.i18n import message
from blueprint.storage.outcome import quoted
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.rows import Row

_LONGEST = 1_000


class Ids:
    """Gives out ids, each once; the same calls in the same order give the same ids."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._again: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """`wish`, or with a number after it where it is taken."""
        if len(wish) > _LONGEST - 12:
            kind, _, rest = wish.partition(":")
            wish = f"{kind}:{hashlib.sha256(rest.encode()).hexdigest()}"
        id = wish
        while id in self._taken:
            self._again[wish] = self._again.get(wish, 1) + 1
            id = f"{wish}~{self._again[wish]}"
        self._taken.add(id)
        return id


def given_ids(rows: Iterable[Row], problems: Problems) -> set[str]:
    """The ids that rows give, which become those of their steps."""
    first: dict[str, int] = {}
    for row in rows:
        id = row.cells.get("id", "")
        if not id:
            continue
        if id in first:
            problems.add(
                row.number,
                "id",
                message("Row {other} has the id “{id}” too.", other=first[id], id=quoted(id)),
            )
        else:
            first[id] = row.number
            row.id = id
    return set(first)
