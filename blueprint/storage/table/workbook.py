"""The cells of a table, from the bytes of an XLSX file."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from blueprint.i18n import Message, message
from blueprint.model.units import write_number
from blueprint.storage.outcome import Unreadable, at_most_shown, unreadable
from blueprint.storage.table.rows import column_letters
from blueprint.storage.table.sheet import MOST_CELLS_IN_A_ROW, MOST_ROWS, Sheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LARGEST_UNPACKED: Final = 256 * 1024 * 1024
_REQUIRED: Final = frozenset({"label", "lane"})
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")


def read_xlsx(content: bytes) -> Sheet:
    """The first sheet with the columns of a step table, else the first sheet. Raises Unreadable.

    Of a formula the value counts that the spreadsheet stored with it.
    """
    if not content:
        raise unreadable("The file is empty. A table needs a first row with “label” and “lane”.")
    formulas = _checked(content)
    try:
        sheet, name = _chosen(_opened(content, values=True))
        if formulas:
            _refuse_formulas_without_values(content, name, sheet)
    except Unreadable:
        raise
    except Exception:  # the package raises many kinds for damaged files
        raise _damaged() from None
    return sheet


def _checked(content: bytes) -> bool:
    """Whether there are formulas. Raises Unreadable unless `content` is a sound, small zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise unreadable(
                    "Unpacked, the file has more than {most} MB.",
                    most=LARGEST_UNPACKED // 1024 // 1024,
                )
            sheets = [n for n in packed.namelist() if n.startswith("xl/worksheets/")]
            return any(_FORMULA.search(packed.read(name)) for name in sheets)
    except Unreadable:
        raise
    except Exception:  # the package raises many kinds for damaged files
        raise _damaged() from None


def _damaged() -> Unreadable:
    return unreadable("This is no sound XLSX file. Save it again as XLSX or as CSV UTF-8.")


def _opened(content: bytes, *, values: bool) -> Workbook:
    import openpyxl

    return openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=values, keep_links=False
    )


def _chosen(workbook: Workbook) -> tuple[Sheet, str]:
    names = [sheet.title for sheet in workbook.worksheets]
    if not names:
        raise _damaged()
    fit = (name for name in names if _header(workbook, name) >= _REQUIRED)
    name = next(fit, names[0])
    return Sheet(_rows(workbook, name)), name


def _rows(workbook: Workbook, name: str, most: int = MOST_ROWS) -> list[list[str]]:
    """The first rows of a sheet; blank ones only where others follow."""
    rows: list[list[str]] = []
    blank = 0
    for values in _values(workbook, name):
        cells = _trimmed([_text(value) for value in values[: MOST_CELLS_IN_A_ROW + 1]])
        if not cells:
            blank += 1
            continue
        if len(rows) + blank >= most:
            raise unreadable("The table has more than {most} rows.", most=most)
        rows.extend([] for _ in range(blank))
        rows.append(cells)
        blank = 0
    return rows


def _header(workbook: Workbook, name: str) -> set[str]:
    first: Sequence[object] = next(iter(_values(workbook, name)), ())
    return {_text(value).strip().lower() for value in first}


def _values(workbook: Workbook, name: str) -> Iterable[Sequence[object]]:
    """Rows as wide as they are: the size that a sheet claims to have may be far larger."""
    sheet = workbook[name]
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    return sheet.iter_rows(values_only=True)


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: object) -> str:
    """A cell as it would stand in a CSV file; a time of day or a length of time in seconds."""
    match value:
        case None:
            return ""
        case str():
            return _ESCAPED.sub(_unescaped, value) if "_x" in value else value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return write_number(float(value))
        case datetime.timedelta():
            return f"{write_number(value.total_seconds())} s"
        case datetime.time():
            since = datetime.timedelta(hours=value.hour, minutes=value.minute)
            return f"{write_number(since.total_seconds() + value.second)} s"
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
    return str(value)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _refuse_formulas_without_values(content: bytes, name: str, sheet: Sheet) -> None:
    """A formula that no spreadsheet has worked out yet would be read as a blank cell."""
    raw = _rows(_opened(content, values=False), name)
    empty = [
        _no_value(row, place)
        for row, cells in enumerate(raw)
        for place in _formulas(cells)
        if _blank(sheet.rows, row, place)
    ]
    if empty:
        raise Unreadable(at_most_shown(empty))


def _formulas(cells: Iterable[str]) -> Iterable[int]:
    return (place for place, cell in enumerate(cells) if cell.startswith("="))


def _blank(rows: list[list[str]], row: int, place: int) -> bool:
    return row >= len(rows) or place >= len(rows[row]) or not rows[row][place]


def _no_value(row: int, place: int) -> Message:
    return message(
        "Cell {cell} is a formula without a stored value. Open the table in a spreadsheet "
        "program, save it there, and open it again.",
        cell=f"{column_letters(place)}{row + 1}",
    )
