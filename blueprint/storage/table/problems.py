"""All that is wrong with a table is told at once, by row and column."""

from __future__ import annotations

from blueprint.i18n import Message, message
from blueprint.storage.outcome import Unreadable, at_most_shown


class Problems:
    """What was found wrong so far. Rows are numbered as a spreadsheet shows them."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int, Message]] = []

    def add(self, row: int, column: str, problem: Message) -> None:
        """Note that the cell of `column` in `row` is wrong."""
        told = message(
            "Row {row}, column “{column}”: {problem}", row=row, column=column, problem=problem
        )
        self._found.append((row, len(self._found), told))

    def refuse_if_any(self) -> None:
        """Raises Unreadable, by row, if anything was noted."""
        if self._found:
            self._found.sort(key=lambda found: found[:2])
            raise Unreadable(at_most_shown([told for _, _, told in self._found]))
