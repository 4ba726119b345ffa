"""The rows of a table under the names of its header."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import Final

from blueprint.i18n import Message, message
from blueprint.storage.outcome import Unreadable, at_most_shown, quoted, unreadable
from blueprint.storage.table.columns import (
    DOCUMENT_PREFIX,
    KNOWN,
    REQUIRED,
    VERBATIM,
    unknown_name,
)
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.properties import PROPERTY_READERS
from blueprint.storage.table.sheet import MOST_CELLS_IN_A_ROW, Sheet

_UNSAVABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LONGEST_TEXT: Final = 100_000
_LONGEST_ID: Final = 1_000


@dataclass(slots=True)
class Row:
    """One row: its number in the spreadsheet and what its cells hold; blank ones are left out."""

    number: int
    cells: dict[str, str]
    """By column, those that the program knows."""
    fields: dict[str, str]
    """By column, all others."""
    document: dict[str, str]
    """By property of the document."""
    id: str = field(default="")

    @property
    def is_step(self) -> bool:
        """Whether the row holds more than properties of the document."""
        return bool(self.cells or self.fields)


def read_rows(sheet: Sheet, problems: Problems) -> tuple[list[Row], list[Message]]:
    """All rows that are not blank, and notices. Raises Unreadable for a bad header."""
    if not sheet.rows:
        raise unreadable("The file is empty. A table needs a first row with “label” and “lane”.")
    notices: list[Message] = []
    names = _header(sheet.rows[0], notices)
    pick = _Picked(names)
    found: list[Row] = []
    for number, cells in enumerate(sheet.rows[1:], 2):
        fits = len(cells) == len(names) and pick.all_named
        row = pick.row(number, cells if fits else _fitted(cells, names, number, problems))
        if row.cells or row.fields or row.document:
            text = "".join(cells)
            if len(text) > _LONGEST_ID or (not text.isprintable() and _UNSAVABLE.search(text)):
                _check_texts(row, problems)
            found.append(row)
    if not found:
        raise unreadable("The table has no rows below its header.")
    return found, notices


def _header(cells: list[str], notices: list[Message]) -> list[str]:
    names = [column_name(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_CELLS_IN_A_ROW:
        raise unreadable("The table has more than {most} columns.", most=MOST_CELLS_IN_A_ROW)
    _refuse_bad_names(names)
    for name in names:
        if name.startswith(DOCUMENT_PREFIX) and not is_property(name):
            problem = unknown_name(
                name[len(DOCUMENT_PREFIX) :], [each.replace("_", " ") for each in PROPERTY_READERS]
            )
            notices.append(
                message(
                    "Column “{column}” was kept as a field of the steps: {problem}",
                    column=quoted(name),
                    problem=problem,
                )
            )
    return names


def column_name(cell: str) -> str:
    """Known names in any case and with spaces for underscores; all others as they stand."""
    plain = "_".join(cell.lower().split())
    return plain if plain in KNOWN or is_property(plain) else cell.strip()


def is_property(name: str) -> bool:
    """Whether a column holds a property of the document, such as `document.title`."""
    return name.startswith(DOCUMENT_PREFIX) and name[len(DOCUMENT_PREFIX) :] in PROPERTY_READERS


def _refuse_bad_names(names: list[str]) -> None:
    messages: list[Message] = []
    seen: set[str] = set()
    for name in names:
        if name and name in seen:
            messages.append(
                message("Row 1 names the column “{column}” twice.", column=quoted(name))
            )
        if len(name) > _LONGEST_ID or _UNSAVABLE.search(name):
            messages.append(
                message(
                    "Row 1: the column name “{column}” cannot be kept.",
                    column=quoted(_UNSAVABLE.sub("?", name)),
                )
            )
        seen.add(name)
    messages.extend(_missing(name, names) for name in REQUIRED if name not in seen)
    if messages:
        raise Unreadable(at_most_shown(messages))


def _missing(name: str, names: list[str]) -> Message:
    plain = {each.lower()[:100]: each for each in names if each and each not in KNOWN}
    near = difflib.get_close_matches(name, plain, 1, 0.6)
    if near:
        return message(
            "The column “{column}” is missing. Is “{near}” meant?",
            column=name,
            near=quoted(plain[near[0]]),
        )
    shown = ", ".join(quoted(_UNSAVABLE.sub("?", each)) for each in names[:10] if each)
    return message(
        "The column “{column}” is missing. The first row holds: {names}.",
        column=name,
        names=shown or "–",
    )


def _fitted(cells: list[str], names: list[str], number: int, problems: Problems) -> list[str]:
    """`cells` as many as `names`; a spreadsheet leaves blank cells at the end out."""
    for place in range(len(cells)):
        if cells[place].strip() and (place >= len(names) or not names[place]):
            problems.add(
                number,
                column_letters(place),
                message("“{text}” stands under no column name.", text=quoted(cells[place])),
            )
            break
    return [*cells[: len(names)], *[""] * (len(names) - len(cells))]


def column_letters(place: int) -> str:
    """How a spreadsheet calls the column at `place`, counted from 0: A, B … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _Picked:
    """Which cells of a row go where. Cells of spaces alone count in texts only."""

    def __init__(self, names: list[str]) -> None:
        self.all_named = all(names)
        places = [(place, name) for place, name in enumerate(names) if name]
        self._texts = [each for each in places if each[1] in VERBATIM]
        self._known = [each for each in places if each[1] in KNOWN - VERBATIM]
        self._others = [each for each in places if each[1] not in KNOWN]
        self._properties = [
            (place, name[len(DOCUMENT_PREFIX) :])
            for place, name in self._others
            if is_property(name)
        ]
        self._others = [each for each in self._others if not is_property(each[1])]

    def row(self, number: int, cells: list[str]) -> Row:
        known = {
            name: cell
            for place, name in self._known
            if (cell := cells[place]) and not cell.isspace()
        }
        for place, name in self._texts:
            if cells[place]:
                known[name] = cells[place]
        return Row(
            number,
            known,
            {name: cell for place, name in self._others if (cell := cells[place])},
            {
                name: cell
                for place, name in self._properties
                if (cell := cells[place]) and not cell.isspace()
            },
        )


def _check_texts(row: Row, problems: Problems) -> None:
    for group in (row.cells, row.fields, row.document):
        for name, cell in group.items():
            if len(cell) > _LONGEST_TEXT or (name == "id" and len(cell) > _LONGEST_ID):
                problems.add(row.number, name, message("The text is too long."))
                group[name] = ""
            elif not cell.isprintable() and _UNSAVABLE.search(cell):
                problems.add(
                    row.number, name, message("The text holds a control character; remove it.")
                )
                group[name] = ""
