"""Sticky notes by hand and key; each journey can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from blueprint.model.notation import StepKind, StickyColour
from blueprint.ui.canvas.menus import fill_menu
from tests.ui.canvas.hands import SHIFT, Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def notes(hands: Hands) -> list[str]:
    steps = hands.session.document.steps.values()
    return [step.label for step in steps if step.kind is StepKind.NOTE]


def test_shift_n_on_a_card_writes_a_note_below_it(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    hands.press(Key.Key_N, SHIFT)
    hands.type("Ask why")
    hands.press(Key.Key_Return)
    assert notes(hands) == ["Ask why"]
    assert hands.place("Ask why") == hands.place("Brush")
    assert hands.box("Ask why").y > hands.box("Brush").bottom
    assert hands.session.tool == "select"
    flows = hands.session.document.flows.values()
    assert hands.step("Ask why").id not in {end for f in flows for end in (f.source, f.target)}


def test_the_note_tool_places_one_where_it_is_clicked_and_is_left(hands: Hands) -> None:
    hands.session.move_cursor(None)
    hands.press(Key.Key_N, SHIFT)
    assert hands.session.tool == "note"
    hands.click(hands.cell(BACKSTAGE, 2))
    hands.type("Why so long")
    hands.press(Key.Key_Return)
    assert hands.place("Why so long") == (BACKSTAGE, 2)
    assert hands.session.tool == "select"


def test_a_note_that_is_left_empty_is_not_made(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    hands.press(Key.Key_N, SHIFT)
    hands.press(Key.Key_Return)
    assert notes(hands) == []
    assert hands.session.history.undo_label is None


def test_the_menu_of_a_note_changes_its_paper(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    hands.press(Key.Key_N, SHIFT)
    hands.type("Ask why")
    hands.press(Key.Key_Return)
    pointer = hands.canvas._pointing.target_at(hands.middle("Ask why").toPointF())
    menu = QMenu()
    fill_menu(menu, hands.canvas, pointer)
    words = [action.text() for action in menu.actions()]
    assert "Fail point" not in words
    menu.actions()[words.index("Green")].trigger()
    assert hands.step("Ask why").sticky_colour is StickyColour.GREEN


def test_a_note_takes_no_badge(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    hands.press(Key.Key_N, SHIFT)
    hands.type("Ask why")
    hands.press(Key.Key_Return)
    hands.click(hands.middle("Ask why"))
    hands.press(Key.Key_F)
    assert hands.step("Ask why").fail is None
    assert hands.refusals == ["A sticky note has no marks. Mark the step that it is about."]


def test_tab_from_a_step_passes_notes(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    following = hands.session.document
    hands.press(Key.Key_Tab)
    onward = hands.session.selection
    hands.click(hands.middle(following.step(onward[0]).label))
    hands.press(Key.Key_N, SHIFT)
    hands.type("Note")
    hands.press(Key.Key_Return)
    hands.click(hands.middle("Brush"))
    hands.press(Key.Key_Tab)
    assert hands.session.selection == onward
