"""Chinese and Japanese are composed on the canvas as in any field of text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint.model.edits.start import new_blueprint
from blueprint.ui.tab_key import TAB_KEY
from tests.ui.canvas.hands import CTRL, NONE, SHIFT, Hands, Key
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, shoeshine

Query = Qt.InputMethodQuery


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """A new blueprint with the cursor where it begins."""
    document = new_blueprint()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends: what it composes, and what it has settled."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def test_pinyin_on_an_empty_cell_begins_a_step_with_the_composition(hands: Hands) -> None:
    assert hands.canvas.inputMethodQuery(Query.ImEnabled)
    compose(hands.canvas, "guke")
    editor = hands.canvas.editor
    assert editor.is_open
    assert editor.composed == "guke"
    assert editor.toPlainText() == ""
    compose(editor, "", "顾客到店")
    assert editor.composed == ""
    hands.press(Key.Key_Return)
    assert hands.labels(CUSTOMER) == ["顾客到店"]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_Return, NONE),
        (Key.Key_Return, CTRL),
        (Key.Key_Tab, NONE),
        (Key.Key_Backtab, SHIFT),
        (Key.Key_Escape, NONE),
        (Key.Key_Down, NONE),
    ],
)
def test_keys_belong_to_the_input_method_while_it_composes(
    hands: Hands, key: Key, modifiers: Qt.KeyboardModifier
) -> None:
    compose(hands.canvas, "guke")
    hands.press(key, modifiers)
    assert hands.canvas.editor.is_open
    assert hands.canvas.editor.composed == "guke"
    assert not hands.session.document.steps
    compose(hands.canvas.editor, "", "顾客")
    hands.press(Key.Key_Tab)
    assert hands.labels(CUSTOMER) == ["顾客"]
    hands.press(Key.Key_Escape)


def test_several_words_are_composed_one_after_the_other(hands: Hands) -> None:
    compose(hands.canvas, "gu")
    for preedit, commit in (("ke", "顾"), ("dao", "客"), ("", "到店")):
        compose(hands.canvas.editor, preedit, commit)
    hands.press(Key.Key_Return)
    assert hands.labels(CUSTOMER) == ["顾客到店"]


def test_a_composition_that_is_given_up_leaves_the_field_empty(hands: Hands) -> None:
    compose(hands.canvas, "guke")
    compose(hands.canvas.editor, "")
    assert hands.canvas.editor.toPlainText() == ""
    hands.press(Key.Key_Escape)
    assert not hands.session.document.steps


def test_the_field_grows_with_what_is_composed(hands: Hands) -> None:
    compose(hands.canvas, "gu")
    before = hands.canvas.editor.height()
    compose(hands.canvas.editor, "zai qian tai deng ji bing ling qu fang ka " * 3)
    assert hands.canvas.editor.height() > before
    hands.press(Key.Key_Escape)
    compose(hands.canvas.editor, "")
    hands.press(Key.Key_Escape)


@pytest.mark.parametrize("zoom", [0.25, 0.5, 1.0, 2.0, 4.0])
def test_candidates_are_shown_at_the_cell_at_any_zoom(hands: Hands, zoom: float) -> None:
    hands.canvas.zoom_to(zoom)
    cursor = hands.session.cursor
    assert cursor is not None
    box = hands.session.layout.cell_box(*cursor)
    place = hands.canvas.view_of(box).box_on_screen(box)
    found = hands.canvas.inputMethodQuery(Query.ImCursorRectangle)
    assert isinstance(found, QRectF)
    assert QRectF(place.x, place.y, place.width, place.height).contains(found.center())
    compose(hands.canvas, "guke")
    editor = hands.canvas.editor
    caret = editor.inputMethodQuery(Query.ImCursorRectangle)
    assert isinstance(caret, QRectF)
    assert QRectF(editor.rect()).contains(caret.center())
    compose(editor, "")
    hands.press(Key.Key_Escape)


def test_the_input_method_is_told_of_the_text_around_the_caret(hands: Hands) -> None:
    hands.type("Arrives")
    editor = hands.canvas.editor
    assert editor.inputMethodQuery(Query.ImSurroundingText) == "Arrives"
    assert editor.inputMethodQuery(Query.ImCursorPosition) == 7
    hands.press(Key.Key_Home)
    assert editor.inputMethodQuery(Query.ImCursorPosition) == 0
    hands.press(Key.Key_Escape)


def test_a_text_that_is_edited_is_replaced_by_what_is_composed(qtbot: QtBot) -> None:
    hands = Hands(shoeshine())
    qtbot.addWidget(hands.canvas)
    hands.click(hands.middle("Sits"))
    hands.press(Key.Key_F2)
    compose(hands.canvas.editor, "ruzuo")
    compose(hands.canvas.editor, "", "入座")
    hands.press(Key.Key_Return)
    assert "入座" in hands.labels(CUSTOMER)


def test_tab_leaves_the_canvas_where_that_is_chosen(hands: Hands) -> None:
    TAB_KEY.moves_focus = True
    try:
        hands.type("Calls")
        hands.press(Key.Key_Tab)
        assert not hands.canvas.editor.is_open
        hands.press(Key.Key_J, CTRL)
        assert hands.canvas.editor.is_open
        hands.type("Books")
        hands.press(Key.Key_J, CTRL)
        hands.press(Key.Key_Escape)
        assert hands.labels(CUSTOMER) == ["Calls", "Books"]
    finally:
        TAB_KEY.moves_focus = False
