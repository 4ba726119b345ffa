"""Step tables as CSV, which every spreadsheet opens and the program reads back."""

from __future__ import annotations

import csv
import io

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.i18n import message
from blueprint.storage.table.exporting import table_of
from blueprint.storage.table.guard import guarded


def _write(job: Job) -> Exported:
    """In UTF-8 with a byte-order mark: without it, Excel takes Chinese for another encoding."""
    table = table_of(job.document)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(name) for name in table.header)
    for row in table.rows:
        writer.writerow(_safe(name, cell) for name, cell in zip(table.header, row, strict=True))
    return Exported(text.getvalue().encode("utf-8-sig"), table.notices)


_NUMBERS = frozenset({"cost", "price", "emotion", "servers", "cost_per_hour"})


def _safe(name: str, cell: str) -> str:
    """A negative number is no formula."""
    return cell if name in _NUMBERS else guarded(cell)


EXPORTER = Exporter("csv", ".csv", message("Step table (CSV)"), "text/csv", _write)
