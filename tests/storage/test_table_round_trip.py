"""What is exported as a step table comes back exactly."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint.export.csv_table import EXPORTER as CSV
from blueprint.export.exporter import Exporter, Job
from blueprint.export.xlsx import EXPORTER as XLSX
from blueprint.model.document import Document
from blueprint.storage import open_document
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.sheet import read_csv
from blueprint.storage.table.workbook import read_xlsx
from tests.storage.documents import documents, held

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.csv"))


@settings(max_examples=60)
@given(documents())
def test_any_document_comes_back_from_csv(document: Document) -> None:
    exported = CSV.write(Job(document))
    again, _ = document_of(read_csv(exported.content))
    assert held(again) == held(document)
    assert exported.notices == ()


@settings(max_examples=15)
@given(documents())
def test_any_document_comes_back_from_xlsx(document: Document) -> None:
    again, _ = document_of(read_xlsx(XLSX.write(Job(document)).content))
    assert held(again) == held(document)


@settings(max_examples=25)
@given(documents())
def test_no_exported_cell_is_a_formula(document: Document) -> None:
    text = CSV.write(Job(document)).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    numbers = {"cost", "price", "emotion", "servers", "cost_per_hour"}
    texts = [
        cell for row in rows for name, cell in zip(rows[0], row, strict=True) if name not in numbers
    ]
    assert not [cell for cell in texts if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("exporter", [CSV, XLSX], ids=lambda exporter: exporter.name)
def test_cases_come_back_equal_down_to_their_ids(
    case: Path, exporter: Exporter, tmp_path: Path
) -> None:
    document = open_document(case).document
    exported = exporter.write(Job(document))
    file = tmp_path / f"again{exporter.suffix}"
    file.write_bytes(exported.content)
    assert open_document(file).document.entities == document.entities
    assert exported.notices == ()


def test_tables_name_lanes_and_kinds_in_the_language_of_the_document() -> None:
    chinese = next(case for case in CASES if case.name.startswith("parcel"))
    text = CSV.write(Job(open_document(chinese).document)).content.decode("utf-8-sig")
    assert "前台员工行为" in text
    assert "活动" in text
