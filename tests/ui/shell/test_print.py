"""Printing, as a user meets it: set up, look, print."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from shiboken6 import isValid

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


def until_over(desk: Desk, dialog: PrintDialog) -> None:
    """Wait for the print to end, whichever way."""
    for _ in range(400):
        desk.wait(25)
        if not isValid(dialog) or dialog.making.is_over:
            return
    raise AssertionError("still printing")


def printed(desk: Desk, dialog: PrintDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What comes of the button Print."""
    monkeypatch.setattr(dialog, "_asked_path", lambda: path)
    dialog.making.act.click()
    until_over(desk, dialog)
    return _pdfium.PdfDocument(path)


def test_one_page_is_printed_as_it_is_shown(
    desk: Desk, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = printed(desk, dialog, tmp_path / "hotel.pdf", monkeypatch)
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == [842, 595]
    text = document[0].get_textpage().get_text_range()
    assert "Overnight hotel stay" in text


def test_tiles_are_turned_over_and_printed(
    desk: Desk, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choice.across.setValue(3)
    assert not dialog.making.act.isEnabled()
    ready(desk, dialog)
    assert dialog.making.act.isEnabled()
    assert dialog.preview.where.text() == "1 of 4"
    dialog.preview.turn(1)
    assert dialog.preview.where.text() == "2 of 4"
    assert len(printed(desk, dialog, tmp_path / "hotel.pdf", monkeypatch)) == 4


def test_black_and_white_prints_no_colour(
    desk: Desk, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    combo = dialog.choice.combos["theme"]
    combo.setCurrentIndex(combo.findData("mono"))
    ready(desk, dialog)
    page = (
        printed(desk, dialog, tmp_path / "hotel.pdf", monkeypatch)[0]
        .render(scale=0.5)
        .to_pil()
        .convert("RGB")
    )
    pixels = page.tobytes()
    triples = set(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    assert all(max(pixel) - min(pixel) < 8 for pixel in triples)


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
    dialog.making.act.click()
    until_over(desk, dialog)
    assert "no such folder" in dialog.making.told.text()
    assert dialog.isVisible()
    dialog.close()


def test_a_print_given_up_leaves_no_file_and_the_dialog_usable(
    desk: Desk, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choice.across.setValue(3)
    ready(desk, dialog)
    path = tmp_path / "hotel.pdf"
    monkeypatch.setattr(dialog, "_asked_path", lambda: path)
    dialog.making.act.click()
    assert not dialog.making.act.isEnabled()
    dialog.making.cancel.click()
    until_over(desk, dialog)
    assert not path.exists()
    assert dialog.isVisible()
    assert len(printed(desk, dialog, path, monkeypatch)) == 4
