"""Order keys for a new place in a row of ordered things, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from blueprint.model.order import keys_between


class Ordered(Protocol):
    """What stands in a row by its order key, ties broken by id."""

    @property
    def order(self) -> str: ...

    @property
    def id(self) -> str: ...


def keys_at(row: Sequence[Ordered], index: int, count: int = 1) -> list[str]:
    """`count` ascending keys for things to be put before `row[index]` (at its end beyond it).

    Where equal keys leave no room at that place, the next place with room is taken.
    """
    index = max(0, min(index, len(row)))
    before = row[index - 1].order if index else None
    while index < len(row) and before is not None and row[index].order <= before:
        index += 1
    after = row[index].order if index < len(row) else None
    return keys_between(before, after, count)
