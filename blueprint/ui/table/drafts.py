"""What was typed into cells and could not be taken: kept, with the reason, until it is mended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from blueprint.i18n import Message

Cell = tuple[str, int]
"""Id of the step and place of the column."""


class Draft(NamedTuple):
    text: str
    reason: Message


class Drafts:
    """Drafts by cell. None of them is part of the document."""

    def __init__(self) -> None:
        self._kept: dict[Cell, Draft] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, id: str, place: int) -> Draft | None:
        return self._kept.get((id, place)) if self._kept else None

    def put(self, id: str, place: int, text: str, reason: Message | None) -> bool:
        """Keep a draft, or forget it where there is no reason; whether anything changed."""
        if reason is None:
            return self._kept.pop((id, place), None) is not None
        self._kept[id, place] = Draft(text, reason)
        return True

    def cells(self) -> list[Cell]:
        """The cells that hold a draft, the oldest first."""
        return list(self._kept)

    def forget_steps(self, ids: Iterable[str]) -> bool:
        """Forget the drafts of steps that are gone; whether there were any."""
        lost = set(ids)
        kept = {cell: draft for cell, draft in self._kept.items() if cell[0] not in lost}
        changed = len(kept) != len(self._kept)
        self._kept = kept
        return changed

    def forget_all(self) -> list[Cell]:
        """Forget all drafts; the cells that held them."""
        cells = self.cells()
        self._kept.clear()
        return cells
