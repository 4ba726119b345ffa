"""Step tables as XLSX, with every cell a text that no spreadsheet runs."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.i18n import Message, message, translate
from blueprint.storage.table.exporting import table_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_LONGEST: Final = 32_767
"""Characters that a cell can hold."""
_ESCAPED: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
_WIDE: Final = {"label": 32, "next": 24, "description": 32, "phase": 14, "lane": 20}


def _write(job: Job) -> Exported:
    from openpyxl import Workbook

    table = table_of(job.document)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(translate(message("Steps"), job.language))
    sheet.freeze_panes = "A2"
    for place, name in enumerate(table.header):
        sheet.column_dimensions[_letters(place)].width = _WIDE.get(name, 12)
    sheet.append([_cell(sheet, name, bold=True) for name in table.header])
    for row in table.rows:
        sheet.append([_content(sheet, cell) for cell in row])
    content = io.BytesIO()
    book.save(content)
    return Exported(content.getvalue(), (*table.notices, *_too_long(table.rows)))


def _letters(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def _content(sheet: WriteOnlyWorksheet, text: str) -> Cell | str | None:
    """What is handed over for a cell: a bare text only where it is taken for nothing else."""
    if text[:1] in ("=", "#") or len(text) > _LONGEST or "_x" in text or "\r" in text:
        return _cell(sheet, text)
    return text or None


def _cell(sheet: WriteOnlyWorksheet, text: str, *, bold: bool = False) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=_escaped(text[:_LONGEST]))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _escaped(text: str) -> str:
    """As the format asks: carriage returns would be lost, and what looks escaped be unescaped."""
    text = _ESCAPED.sub(lambda found: "_x005F" + found[0], text)
    return text.replace("\r", "_x000D_")


def _too_long(rows: list[list[str]]) -> list[Message]:
    count = sum(1 for row in rows for cell in row if len(cell) > _LONGEST)
    if not count:
        return []
    return [
        message(
            "{count} text is cut at {most} characters, the most that a cell of XLSX can hold.",
            "{count} texts are cut at {most} characters, the most that a cell of XLSX can hold.",
            count=count,
            most=_LONGEST,
        )
    ]


EXPORTER = Exporter(
    "xlsx",
    ".xlsx",
    message("Step table (XLSX)"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    _write,
)
