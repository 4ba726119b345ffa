"""What meets someone who has just come: the size of the window, chips that can be read, the way
back from a field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.ui.tabs.tab_window import first_size
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import switch_language
from tests.ui.desk import Desk

LONG = "Desk, lobby, registration papers, key and a bowl of apples"


@pytest.fixture
def shown(desk: Desk) -> Desk:
    document = new_blueprint()
    column = document.columns[0].id
    document.apply(add_step(document, "lane-customer", column, label="Check in").change)
    document.apply(add_step(document, "lane-evidence", column, label=LONG).change)
    desk.window.files.show_document(document)
    desk.select("Check in")
    return desk


@pytest.mark.parametrize("screen", [QSize(1280, 720), QSize(1600, 1000), QSize(1366, 768)])
def test_a_first_window_fits_on_the_screen(screen: QSize) -> None:
    size = first_size(screen)
    assert size.width() < screen.width()
    assert size.height() < screen.height()


def test_a_first_window_on_a_large_screen_leaves_room_beside_it() -> None:
    assert first_size(QSize(3840, 2160)) == QSize(1600, 1000)


def test_the_chip_of_long_evidence_says_that_it_goes_on(shown: Desk) -> None:
    chips = shown.window.workspace.inspector.findChildren(QPushButton)
    chip = next(found for found in chips if found.accessibleName() == LONG)
    assert chip.text().startswith("Desk, lobby")
    assert chip.text().endswith("…")
    assert chip.toolTip() == LONG
    assert chip.sizeHint().width() <= chip.width()


def test_enter_leads_back_from_a_field_that_a_key_led_to(shown: Desk) -> None:
    window = shown.window
    window.canvas.setFocus()
    shown.press(Qt.Key.Key_T)
    shown.type("2 min")
    shown.press(Qt.Key.Key_Return)
    assert shown.focus is window.canvas
    shown.press(Qt.Key.Key_M)
    step = next(s for s in window.session.document.steps.values() if s.label == "Check in")
    assert step.moment_of_truth
    assert step.duration is not None


def test_enter_stays_with_an_answer_that_was_not_understood(shown: Desk) -> None:
    shown.window.canvas.setFocus()
    shown.press(Qt.Key.Key_T)
    shown.type("soon")
    shown.press(Qt.Key.Key_Return)
    field = shown.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "soon"


def test_enter_in_a_field_that_was_clicked_stays_there(shown: Desk) -> None:
    row = shown.window.workspace.inspector.field("duration")
    assert row is not None
    field = row.editor.widget
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    shown.type("2 min")
    shown.press(Qt.Key.Key_Return)
    assert shown.focus is field


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [1024, 1150, 1280])
def test_nothing_in_the_toolbar_of_a_small_window_covers_anything(
    shown: Desk, width: int, language: str
) -> None:
    window = shown.window
    document = window.session.document
    window.session.attempt(lambda: set_properties(document, title="Hotel " * 20))
    switch_language(language)
    window.resize(width, 700)
    shown.settle()
    bar = window.toolbar
    assert bar.minimumSizeHint().width() <= width
    views = bar.findChild(Segments)
    assert isinstance(views, Segments)
    assert bar.search.geometry().right() < views.geometry().left()
    assert views.width() >= views.minimumSizeHint().width()


def test_the_search_button_says_as_much_as_it_has_room_for(shown: Desk) -> None:
    search = shown.window.toolbar.search
    assert search.text() == "Search or run a command"
    shown.window.resize(1150, 700)
    shown.settle()
    assert search.text() == "" or search.text().endswith("…")
    assert search.accessibleName() == "Search or run a command"


def test_a_file_that_cannot_be_read_opens_no_second_window(shown: Desk, tmp_path: Path) -> None:
    path = tmp_path / "noise.blueprint"
    path.write_bytes(bytes(range(256)))
    assert not shown.window.files.open_path(path)
    shown.settle()
    assert shown.others == []
    assert shown.window.notices.shows("open")
