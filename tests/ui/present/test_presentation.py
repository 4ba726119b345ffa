"""A presentation walks through a blueprint by keys, clicker or mouse, and says what matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint.model.edits.start import new_blueprint
from blueprint.storage import open_document
from blueprint.ui.present.presentation import Presentation
from blueprint.ui.present.stage import MOVE
from blueprint.ui.present.stops import facts, stops

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def show(qtbot: QtBot) -> Presentation:
    made = Presentation(open_document(CASES / "hotel.csv").document)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1600, 1000)
    made.show()
    return made


def press(show: Presentation, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(show, key)


def test_a_stop_is_named_after_what_the_customer_does() -> None:
    document = open_document(CASES / "hotel.csv").document
    titles = [stop.title for stop in stops(document, "column")]
    assert titles[:3] == ["Make reservation", "Arrive at hotel", "Give bags to bellperson"]
    assert len(titles) == 11
    by_phase = stops(document, "phase")
    assert [stop.phase for stop in by_phase] == ["Reserve", "Arrive", "Stay", "Leave"]
    assert by_phase[1].title == "Arrive"


def test_a_step_that_lasts_is_lit_at_each_of_its_columns() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    lit = [stop for stop in stops(document, "column") if "cw" in stop.steps]
    assert len(lit) == 4


def test_facts_say_who_is_met_and_what_may_fail() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    stop = next(stop for stop in stops(document, "column") if "o2" in stop.steps)
    said = {name.text: text for name, text in facts(document, stop, "en")}
    assert said["Can fail"] == "Wrong colour of wax"
    assert said["Takes"] == "30 s"
    assert said["Sees"] == "Wax tins in all colours"
    assert "Waits" not in said


def test_keys_and_clicker_walk_through(show: Presentation) -> None:
    press(show, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
    assert show.place == 3
    assert show.notes.title.text() == "Check in"
    press(show, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
    assert show.place == 1
    press(show, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert show.place == 10
    assert show.notes.next.text() == ""
    press(show, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert show.place == 0


def test_a_number_and_enter_go_to_a_stop(show: Presentation) -> None:
    press(show, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert show.notes.title.text() == "Check out and leave"
    press(show, Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return)
    assert show.place == 10


def test_b_blanks_the_screen_until_the_next_key(show: Presentation) -> None:
    press(show, Qt.Key.Key_B)
    assert show.is_blank
    press(show, Qt.Key.Key_Right)
    assert not show.is_blank
    assert show.place == 0


def test_o_shows_the_whole_map(show: Presentation) -> None:
    near = show.stage.scale
    press(show, Qt.Key.Key_O)
    assert show.stage.scale < near
    press(show, Qt.Key.Key_O)
    assert show.stage.scale == near


def test_walking_by_phase_stays_where_it_was(show: Presentation) -> None:
    show.go_to(6)
    show.walk_by("phase")
    assert show.notes.where.text().endswith("Stay")
    show.walk_by("column")
    assert show.notes.where.text().endswith("Stay")


def test_escape_leaves(qtbot: QtBot, show: Presentation) -> None:
    with qtbot.waitSignal(show.left):
        press(show, Qt.Key.Key_Escape)
    assert show.isHidden()


def test_an_empty_blueprint_says_what_to_do(qtbot: QtBot) -> None:
    made = Presentation(new_blueprint())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    press(made, Qt.Key.Key_Right)
    assert made.notes.title.text() == "Nothing to present yet"


def test_the_whole_map_begins_at_its_first_column_though_the_last_move_was_not_over(
    show: Presentation,
) -> None:
    press(show, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_O)
    QTest.qWait(2 * MOVE)
    assert show.stage._left == 0.0
