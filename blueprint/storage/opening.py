"""The one door by which documents come in, whatever the format."""

from __future__ import annotations

import os
from pathlib import Path

from blueprint.collector import collector_off
from blueprint.storage.outcome import Opened, unreadable
from blueprint.storage.reading import read_bytes

SUFFIX = ".blueprint"


def open_document(path: str | os.PathLike[str]) -> Opened:
    """The document in a `.blueprint`, `.csv`, `.tsv` or `.xlsx` file. Raises Unreadable.

    A file of another name that holds a blueprint is read as one: version control hands out
    such files.
    """
    path = Path(path)
    content = read_bytes(path)
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv", ".txt"):
        return _table(content, tab=suffix == ".tsv")
    if suffix in (".xlsx", ".xlsm"):
        return _workbook(content)
    if suffix not in (SUFFIX, ".json") and not content.lstrip().startswith(b"{"):
        raise unreadable(
            "Files that end in “{suffix}” cannot be opened. Use .blueprint, .csv, .tsv or .xlsx.",
            suffix=suffix,
        )
    from blueprint.storage.file_format import load

    return load(content)


def _table(content: bytes, *, tab: bool) -> Opened:
    from blueprint.storage.table.importing import document_of
    from blueprint.storage.table.sheet import read_csv

    with collector_off():
        document, notices = document_of(read_csv(content, tab=tab))
    return Opened(document, notices, "csv")


def _workbook(content: bytes) -> Opened:
    from blueprint.storage.table.importing import document_of
    from blueprint.storage.table.workbook import read_xlsx

    with collector_off():
        document, notices = document_of(read_xlsx(content))
    return Opened(document, notices, "xlsx")
