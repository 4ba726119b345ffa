"""The cells of a table, from the bytes of a CSV file."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.storage.outcome import Unreadable, unreadable
from blueprint.storage.table.guard import unguarded

MOST_ROWS: Final = 100_000
MOST_CELLS_IN_A_ROW: Final = 2_000
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS: Final = ",;\t"
_REQUIRED: Final = frozenset({"label", "lane"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of texts; the first one is the header. `rows[n]` is row n + 1 of a spreadsheet."""

    rows: list[list[str]]
    notices: tuple[Message, ...] = ()


def read_csv(content: bytes, *, tab: bool = False) -> Sheet:
    """The table in `content`; `tab` where the file's name says that tabs part the cells.

    Raises Unreadable.
    """
    if content.startswith(_UTF_16):
        raise unreadable("The table is UTF-16. Save it as “CSV UTF-8” and open it again.")
    if b"\x00" in content:
        raise unreadable("This is not a table of text: it holds zero bytes.")
    text, notices = decoded(content)
    if not text.strip():
        raise unreadable("The file is empty. A table needs a first row with “label” and “lane”.")
    delimiter, text = _delimiter(text, tab)
    rows = _records(text, delimiter)
    if "'" in text:
        rows = [[unguarded(cell) for cell in row] for row in rows]
    return Sheet(rows, notices)


def decoded(content: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text in UTF-8, else in GB18030 with a notice. Raises Unreadable."""
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as failure:
        text = _chinese(content)
        if text is not None:
            return text, (message("The table was read as GB18030 (Chinese Excel), not UTF-8."),)
        line = content.count(b"\n", 0, failure.start) + 1
        raise unreadable(
            "Line {line} is not UTF-8. Save the table as “CSV UTF-8” and open it again.",
            line=line,
        ) from None


def _chinese(content: bytes) -> str | None:
    """`content` as GB18030, if nearly all of it beyond ASCII lies where Chinese texts do.

    In GB 2312, to which common characters belong, both bytes are 0xA1 or above. Accented
    letters of a Western encoding are followed by plain letters, and a damaged UTF-8 text taken
    for GB18030 has about every second character elsewhere.
    """
    if b"\x00" in content:
        return None
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    strange = [char for char in text[:100_000] if not char.isascii()]
    common = sum(1 for char in strange if min(char.encode("gb18030")[:2]) >= 0xA1)
    return text if common > len(strange) * 0.8 else None


def _delimiter(text: str, tab: bool) -> tuple[str, str]:
    """What parts the cells, and the text without a line `sep=;` that may say so."""
    if text[:4].lower() == "sep=" and text[5:6] in "\r\n" and text[4:5] in _DELIMITERS:
        return text[4], text[5:].lstrip("\r\n")
    candidates = "\t,;" if tab else _DELIMITERS
    return max(candidates, key=lambda each: _fit(text, each)), text


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    try:
        header = next(csv.reader(io.StringIO(text[:100_000], ""), delimiter=delimiter))
    except (csv.Error, StopIteration):
        return 0, 0
    names = {cell.strip().lower() for cell in header}
    return len(names & _REQUIRED), len(header)


def _records(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, ""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise unreadable("The table has more than {most} rows.", most=MOST_ROWS)
    except csv.Error as failure:
        raise Unreadable([_csv_problem(failure, len(rows) + 1)]) from None
    return rows


def _csv_problem(failure: csv.Error, row: int) -> Message:
    if "field larger" in str(failure):
        return message("Row {row} holds a text that is too long.", row=row)
    return message(
        "Row {row}: a quotation mark is not closed, or stands inside a cell without being doubled.",
        row=row,
    )
