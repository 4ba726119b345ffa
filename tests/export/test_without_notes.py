"""Sticky notes are shown in exports unless they are asked to stay out, and then leave no hole."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.cli import main
from blueprint.export.exporter import ExportOptions, Job, exporters
from blueprint.model.document import Document
from blueprint.model.edits.steps import add_step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.storage import save_document
from tests.export.cases import case
from tests.export.pages import opened

SAID = "Zookeeper"


def noted() -> Document:
    document = case("hotel").snapshot()
    lane = next(lane.id for lane in document.lanes if lane.role is LaneRole.CUSTOMER)
    column = document.columns[1].id
    document.apply(add_step(document, lane, column, label=SAID, kind=StepKind.NOTE).change)
    return document


def svg(document: Document, *, notes: bool = True) -> bytes:
    return exporters()["svg"].write(Job(document, ExportOptions(notes=notes))).content


def test_notes_are_drawn_unless_they_stay_out() -> None:
    assert SAID.encode() in svg(noted())
    assert svg(noted(), notes=False) == svg(case("hotel"))


def test_a_report_lists_the_notes_or_leaves_them_out() -> None:
    def said(notes: bool) -> bool:
        job = Job(noted(), ExportOptions(notes=notes))
        pages = opened(exporters()["report"].write(job).content)
        return any(SAID in page.get_textpage().get_text_range() for page in pages)

    assert said(True)
    assert not said(False)


@pytest.mark.parametrize(("flag", "drawn"), [("--notes", True), ("--no-notes", False)])
def test_the_command_line_has_a_switch_for_notes(tmp_path: Path, flag: str, drawn: bool) -> None:
    file, made = tmp_path / "noted.blueprint", tmp_path / "made.svg"
    save_document(noted(), file)
    with pytest.raises(SystemExit) as ended:
        main(["export", str(file), "-o", str(made), flag])
    assert ended.value.code == 0
    assert (SAID in made.read_text(encoding="utf-8")) is drawn
