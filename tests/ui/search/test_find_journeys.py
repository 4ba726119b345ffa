"""Find and replace in the real window, with the keys alone; what is replaced is undone whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from blueprint.storage.writing import dump
from blueprint.ui.search.bar import FindBar
from tests.ui.desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def shine(desk: Desk) -> Iterator[Desk]:
    desk.window.files.open_path(CASES / "shoeshine.csv")
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield desk
    while session.history.undo_label:
        session.undo()
    assert dump(session.document) == before


def bar(desk: Desk) -> FindBar:
    return desk.window.find_bar


def labels(desk: Desk) -> list[str]:
    return [desk.window.session.document.step(id).label for id in desk.window.session.selection]


def look_for(desk: Desk, words: str, action: str = "find") -> None:
    desk.window.actions_.run(action)
    desk.settle()
    desk.type(words)
    desk.press(Key.Key_Return)
    desk.settle()


def test_enter_walks_through_the_matches_and_round(shine: Desk) -> None:
    look_for(shine, "shoes")
    assert bar(shine).count.text() == "1 of 11"
    seen = [labels(shine)]
    for _ in range(10):
        shine.press(Key.Key_Return)
        seen.append(labels(shine))
    assert ["Brush shoes"] in seen
    assert ["Clean shoes"] in seen
    shine.press(Key.Key_Return)
    assert bar(shine).count.text() == "1 of 11"
    shine.press(Key.Key_Return, SHIFT)
    assert bar(shine).count.text() == "11 of 11"


def test_the_rest_is_dimmed_until_the_bar_is_closed(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    look_for(shine, "buff")
    spotlight = shine.window.session.spotlight
    assert set(spotlight.lit or ()) == {"o3"}
    shine.press(Key.Key_Escape)
    assert spotlight.lit is None
    assert bar(shine).isHidden()
    assert shine.focus is shine.window.canvas


def test_owners_are_found_by_name_alone(shine: Desk) -> None:
    shine.window.actions_.run("find")
    found = bar(shine)
    found.scope.setCurrentIndex(found.scope.findData("owner"))
    found.scope.activated.emit(found.scope.currentIndex())
    shine.type("shoeshiner")
    shine.press(Key.Key_Return)
    assert set(shine.window.session.spotlight.lit or ()) == {"o1", "o2", "o3", "o4", "r1"}
    completer = found.words.completer()
    assert completer is not None
    assert completer.model().rowCount() == 2


def test_replacing_all_is_one_step(shine: Desk) -> None:
    look_for(shine, "shoes", "replace")
    bar(shine).new.setFocus()
    shine.type("boots")
    shine.press(Key.Key_Return, CTRL)
    shine.settle()
    session = shine.window.session
    assert [label.text for label in session.history.labels] == ["Replace {count} text"]
    texts = [step.label for step in session.document.steps.values()]
    assert "Brush boots" in texts
    assert "Shined boots" in texts
    assert bar(shine).count.text() == "Nothing found"


def test_replacing_one_goes_to_the_next(shine: Desk) -> None:
    look_for(shine, "shoes", "replace")
    bar(shine).new.setFocus()
    shine.type("shoes, both")
    shine.press(Key.Key_Return)
    shine.settle()
    assert bar(shine).count.text() == "2 of 11"
    assert len(shine.window.session.history.labels) == 1
    shine.press(Key.Key_Return)
    shine.settle()
    assert len(shine.window.session.history.labels) == 2


def test_the_list_names_every_match_and_goes_to_it(shine: Desk) -> None:
    look_for(shine, "polish")
    found = bar(shine)
    found.listed.click()
    shine.settle()
    texts = [found.list.item(row).text() for row in range(found.list.count())]
    assert "Apply polish  ·  Name" in texts
    assert "Clean shoes and polish again  ·  Recovery  ·  Apply polish" in texts
    found.list.setFocus()
    shine.press(Key.Key_End)
    shine.press(Key.Key_Return)
    assert labels(shine) == ["Apply polish"]


def test_an_edit_repeats_the_search(shine: Desk) -> None:
    from blueprint.model.edits.steps import rename

    look_for(shine, "buff")
    session = shine.window.session
    session.push(rename(session.document, "o4", "Buff again"))
    shine.wait(150)
    assert bar(shine).finder.matches[-1].text.text == "Buff again"
    assert set(session.spotlight.lit or ()) == {"o3", "o4"}


def test_channels_are_found_in_the_words_of_the_window(shine: Desk) -> None:
    from blueprint.model.edits.steps import set_fields

    session = shine.window.session
    session.push(set_fields(session.document, ["o1"], channel="in person"))
    shine.window.choose_language("zh_CN")
    bar(shine).open(scope="channel", words="当面")
    assert session.spotlight.lit is not None
    shine.window.choose_language("en")
    bar(shine).open(scope="channel", words="In person")
    assert set(session.spotlight.lit or ()) == {"o1"}
    bar(shine).new.setText("Phone")
    bar(shine).replace_all()
    assert session.document.step("o1").channel == "phone"


def test_nothing_found_is_said(shine: Desk) -> None:
    look_for(shine, "submarine")
    assert bar(shine).count.text() == "Nothing found"
    assert not bar(shine).next.isEnabled()
    assert shine.window.session.spotlight.lit == frozenset()
