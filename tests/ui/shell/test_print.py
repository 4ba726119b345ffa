"""Printing, as a user meets it: set up, look, print."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from blueprint.storage import open_sample
from blueprint.ui.dialogs.print import PrintDialog
from tests.ui.desk import Desk

_pdfium: Any = import_module("pypdfium2")


@pytest.fixture
def dialog(desk: Desk) -> PrintDialog:
    desk.window.files.show_document(open_sample("hotel"))
    desk.window.actions_.run("print")
    found = desk.window.findChild(PrintDialog)
    assert isinstance(found, PrintDialog)
    ready(desk, found)
    return found


def ready(desk: Desk, dialog: PrintDialog) -> None:
    """Wait for the pages."""
    for _ in range(100):
        desk.wait(50)
        if dialog.preview.pages:
            return
    raise AssertionError("no pages")


def printed(dialog: PrintDialog, path: Path) -> Any:
    pages = dialog.preview.pages
    assert pages is not None
    dialog.print_pages(pages, path, lambda _done: None)
    return _pdfium.PdfDocument(path)


def test_one_page_is_printed_as_it_is_shown(
    desk: Desk, dialog: PrintDialog, tmp_path: Path
) -> None:
    document = printed(dialog, tmp_path / "hotel.pdf")
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == [842, 595]
    text = document[0].get_textpage().get_text_range()
    assert "Overnight hotel stay" in text
    dialog.close()


def test_tiles_are_turned_over_and_printed(desk: Desk, dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.choice.across.setValue(3)
    assert not dialog.print_.isEnabled()
    ready(desk, dialog)
    assert dialog.print_.isEnabled()
    assert dialog.preview.where.text() == "1 of 4"
    dialog.preview.turn(1)
    assert dialog.preview.where.text() == "2 of 4"
    assert len(printed(dialog, tmp_path / "hotel.pdf")) == 4
    dialog.close()


def test_black_and_white_prints_no_colour(desk: Desk, dialog: PrintDialog, tmp_path: Path) -> None:
    combo = dialog.choice.combos["theme"]
    combo.setCurrentIndex(combo.findData("mono"))
    ready(desk, dialog)
    page = printed(dialog, tmp_path / "hotel.pdf")[0].render(scale=0.5).to_pil().convert("RGB")
    assert all(max(pixel) - min(pixel) < 8 for pixel in set(page.getdata()))
    dialog.close()


def test_what_was_chosen_is_remembered(desk: Desk, dialog: PrintDialog) -> None:
    dialog.choice.combos["paper"].setCurrentText("A3")
    dialog.choice.across.setValue(2)
    dialog.choice.remember()
    dialog.close()
    desk.window.actions_.run("print")
    again = [found for found in desk.window.findChildren(PrintDialog) if found.isVisible()][-1]
    assert again.choice.setup.options.page == "A3"
    assert again.choice.setup.across == 2
    again.close()


def test_a_file_that_cannot_be_written_is_told(
    desk: Desk, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dialog, "_asked_path", lambda: tmp_path / "no folder" / "x.pdf")
    dialog.print_.click()
    assert "no such folder" in dialog.told.text()
    assert dialog.isVisible()
    dialog.close()
