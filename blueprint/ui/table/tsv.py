"""Cells as the text that spreadsheets put on the clipboard, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from blueprint.storage.table.guard import guarded, unguarded


def written(block: Sequence[Sequence[str]]) -> str:
    """Rows of cells with tabs between them; no spreadsheet takes a cell for a formula."""
    text = io.StringIO()
    rows = ([guarded(cell) for cell in row] for row in block)
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return text.getvalue()


def read(text: str) -> list[list[str]]:
    """The rows of cells in a text from a spreadsheet; a plain text is one column of lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    try:
        rows = list(csv.reader(io.StringIO(text, ""), dialect="excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.split("\n")]
    while rows and not any(rows[-1]):
        rows.pop()
    return [[unguarded(cell) for cell in row] for row in rows]
