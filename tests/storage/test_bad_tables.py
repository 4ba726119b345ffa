"""A bad table is refused whole, and every bad row and column is named in both languages."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.i18n import translate
from blueprint.storage import Unreadable, open_document, reading
from blueprint.storage.outcome import SHOWN
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.sheet import read_csv
from blueprint.storage.table.workbook import read_xlsx

HEAD = "id,lane,column,label,next,duration,span,kind,emotion,fail_probability,severity"


def refusal(content: str | bytes) -> list[str]:
    """What is told of a table; checked to be translated."""
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(Unreadable) as refused:
        document_of(read_csv(raw))
    for each in refused.value.messages:
        assert translate(each, "zh_CN") != translate(each, "en")
        assert len(str(each)) < 400
    return [str(each) for each in refused.value.messages]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,onstge,1,x", "Row 2, column “lane”: “onstge” is not known. Did you mean “onstage”?"),
        (
            "a,顾客行动,1,x",
            "Row 2, column “lane”: “顾客行动” is not known. Did you mean “顾客行为”?",
        ),
        ("a,Kitchen,1,x", "Row 2, column “lane”: “Kitchen” is no lane."),
        ("a,,1,x", "Row 2, column “lane”: “” is no lane."),
        ("a,customer,1,x,,5 parsecs", "Row 2, column “duration”: “parsecs” in “5 parsecs”"),
        ("a,customer,1,x,,nan", "Row 2, column “duration”: “nan” is not a duration."),
        ("a,customer,0,x", "Row 2, column “column”: “0” is below 1."),
        ("a,customer,1.5,x", "Row 2, column “column”: “1.5” is not a whole number."),
        ("a,customer,first,x", "Row 2, column “column”: “first” is not a number."),
        ("a,customer,20001,x", "Row 2, column “column”: A blueprint has at most 20000 columns."),
        ("a,customer,1,x,zz", "Row 2, column “next”: No step has the id or label “zz”."),
        ("a,customer,1,x,a:b:c", "Row 2, column “next”: “a:b:c” cannot be read."),
        ("a,customer,1,x,;<>", "Row 2, column “next”: “<>” names no step."),
        ("a,customer,1,x,a@1.2", "Row 2, column “next”: A probability is a number from 0 to 1"),
        ("a,customer,1,x,,,0", "Row 2, column “span”: “0” is not from 1 to 10000."),
        ("a,customer,1,x,,,,actoin", "Row 2, column “kind”: “actoin” is not known. Did you mean"),
        ("a,customer,1,x,,,,,3", "Row 2, column “emotion”: “3” is not from -2 to 2."),
        ("a,customer,1,x,,,,,,2", "Row 2, column “fail_probability”: A probability is"),
        ("a,customer,1,x,,,,,,,11", "Row 2, column “severity”: “11” is not from 1 to 10."),
        ("a,customer,1,x,,,,,,,,more", "Row 2, column “L”: “more” stands under no column name."),
        ("a,customer,1,x\x07", "Row 2, column “label”: The text holds a control character"),
        ("a,customer,1,x\na,customer,2,y", "Row 3, column “id”: Row 2 has the id “a” too."),
        (
            "a,customer,1,Pay\nb,customer,2,Pay\nc,customer,3,x,Pay",
            "Row 4, column “next”: “Pay” is the label of several steps (rows 2, 3).",
        ),
        ('a,customer,1,"x', "Row 2: a quotation mark is not closed"),
        ("a,customer,1," + "x" * 120_000, "Row 2, column “label”: The text is too long."),
        ("a,customer,1," + "x" * 140_000, "Row 2 holds a text that is too long."),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(row: str, told: str) -> None:
    (found,) = refusal(f"{HEAD}\n{row}\n")
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b" \n\n ", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"lane,label\n", "The table has no rows below its header."),
        (b"lane,label\n,\n", "The table has no rows below its header."),
        (b"lane,lable\ncustomer,x\n", "The column “label” is missing. Is “lable” meant?"),
        (b"label\nx\n", "The column “lane” is missing. The first row holds: label."),
        (b"lane,label,lane\ncustomer,x,y\n", "Row 1 names the column “lane” twice."),
        ("lane,label\ncustomer,Entrée".encode("latin-1"), "Line 2 is not UTF-8."),
        ("lane,label\n顾客行为,顾客到店点菜".encode()[:-1] + b",", "Line 2 is not UTF-8."),
        ("lane,label\n顾客行为,到店\n后台,备菜\n".encode()[:-3], "Line 3 is not UTF-8."),
        ("lane,label\ncustomer,é".encode("utf-16"), "The table is UTF-16."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "This is not a table of text"),
        (b"MZ\x00\x01binary" * 9, "This is not a table of text"),
    ],
)
def test_a_file_that_is_no_table_says_why(content: bytes, told: str) -> None:
    assert refusal(content)[0].startswith(told)


def test_all_bad_rows_are_told_by_row_and_the_rest_counted() -> None:
    rows = "\n".join(f"s{n},nowhere,1,x" for n in range(30))
    told = refusal(f"{HEAD}\n{rows}\n")
    assert len(told) == SHOWN + 1
    assert told[0].startswith("Row 2,")
    assert told[-2].startswith("Row 21,")
    assert told[-1] == "… and 10 more."


def test_every_bad_cell_of_one_row_is_told() -> None:
    told = refusal(f"{HEAD}\na,nowhere,zero,x,gone,soon,-1,odd,9,9,99\n")
    assert len(told) == 9


def test_a_table_beyond_the_largest_size_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.csv"
    with open(file, "wb") as sparse:
        sparse.truncate(reading.LARGEST + 1)
    monkeypatch.setattr("builtins.open", None)
    with pytest.raises(Unreadable, match="at most 64 MB"):
        open_document(file)


@pytest.mark.parametrize(
    ("name", "told"),
    [("gone.csv", "no such file"), ("", "a folder"), ("notes.docx", "cannot be opened"),
     ("a\x00b.csv", "no name of a file")],
)  # fmt: skip
def test_what_is_no_readable_file_is_refused(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    with pytest.raises(Unreadable, match=told):
        open_document(tmp_path / name)


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 torn", b"\x00" * 200, b"lane,label", zipped({"a.txt": b"x"}), zipped({})],
)
def test_a_workbook_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no sound XLSX file"):
        read_xlsx(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprint.storage.table.workbook.LARGEST_UNPACKED", 1_000_000)
    bomb = zipped({"xl/worksheets/sheet1.xml": b"\x00" * 5_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(Unreadable, match="Unpacked"):
        read_xlsx(bomb)


def test_formulas_count_by_their_stored_values_and_without_one_are_named() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["lane", "label", "latitude"])
    sheet.append(["customer", "x", "=1+1"])
    content = io.BytesIO()
    book.save(content)
    with pytest.raises(Unreadable, match="Cell C2 is a formula without a stored value"):
        read_xlsx(content.getvalue())


PIECES = st.sampled_from(
    [",", ";", "\t", "\n", '"', "lane", "label", "customer", "next", "id", "column", "9" * 30,
     "a", "@", ":", "!", "'", "=1", "document.language", "顾客", "\x00", "\ufeff", "-1 s"]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=40).map("".join).map(str.encode))
)
def test_any_bytes_give_a_document_or_a_clear_refusal(content: bytes) -> None:
    for raw in (content, b"id,lane,label,next,document.title\n" + content):
        try:
            document, _ = document_of(read_csv(raw))
        except Unreadable as refused:
            told = refused.messages
        else:
            told = ()
            assert document.columns
        assert all(str(each) for each in told)


def workbook(rows: list[list[object]], **sheets: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_cells_of_a_workbook_are_read_as_their_texts_in_a_table() -> None:
    rows: list[list[object]] = [
        ["lane", "label", "duration", "latitude", "moment_of_truth", "document.date"],
        ["customer", "x", datetime.timedelta(minutes=2), 3.0, True, datetime.date(2026, 5, 1)],
        ["customer", "y", datetime.time(0, 1, 30), None, False, None],
    ]
    assert read_xlsx(workbook(rows)).rows[1:] == [
        ["customer", "x", "120 s", "3", "yes", "2026-05-01"],
        ["customer", "y", "90 s", "", "no"],
    ]


def test_the_first_sheet_with_the_columns_of_a_step_table_is_read() -> None:
    notes: list[list[object]] = [["Notes"], ["nothing here"]]
    steps: list[list[object]] = [["Label", "Lane"], ["x", "customer"]]
    assert read_xlsx(workbook(notes, more=notes, steps=steps)).rows == steps


def test_a_cell_far_away_costs_no_time() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "lane", "label", "customer", "x"
    sheet["XFD1048576"] = None
    content = io.BytesIO()
    book.save(content)
    assert len(read_xlsx(content.getvalue()).rows) == 2
    sheet["A1048576"] = "far"
    book.save(content)
    with pytest.raises(Unreadable, match="more than 100000 rows"):
        read_xlsx(content.getvalue())
