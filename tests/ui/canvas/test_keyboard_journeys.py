"""Drawing with the keyboard alone, on the real widget; each journey can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blueprint.model.edits.start import new_blueprint
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Hands, Key

CUSTOMER, ONSTAGE, BACKSTAGE = "lane-customer", "lane-onstage", "lane-backstage"
EVIDENCE, SUPPORT = "lane-evidence", "lane-support"


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = new_blueprint()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def test_typing_on_a_new_blueprint_makes_the_first_customer_step(hands: Hands) -> None:
    hands.type("Arrives")
    hands.press(Key.Key_Return)
    assert hands.place("Arrives") == (CUSTOMER, 0)
    assert hands.session.history.labels[0].text == "Add step"


def test_tab_writes_a_whole_customer_journey_connected(hands: Hands) -> None:
    for label in ("Arrives", "Sits", "Orders", "Eats"):
        hands.type(label)
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Escape)
    assert hands.labels(CUSTOMER) == ["Arrives", "Sits", "Orders", "Eats"]
    assert hands.flows() == [
        ("Arrives", "sequence", "Sits"),
        ("Orders", "sequence", "Eats"),
        ("Sits", "sequence", "Orders"),
    ]
    assert len(hands.session.history.labels) == 4


def test_tab_past_the_last_column_adds_one(hands: Hands) -> None:
    for number in range(9):
        hands.type(f"Step {number}")
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Escape)
    assert len(hands.session.document.columns) == 9
    assert hands.place("Step 8") == (CUSTOMER, 8)


def test_enter_goes_down_a_lane_and_exchanges(hands: Hands) -> None:
    hands.type("Pays")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    hands.type("Takes payment")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    hands.type("Books it")
    hands.press(Key.Key_Return)
    assert hands.place("Takes payment") == (ONSTAGE, 0)
    assert hands.place("Books it") == (BACKSTAGE, 0)
    assert hands.flows() == [
        ("Pays", "exchange", "Takes payment"),
        ("Takes payment", "sequence", "Books it"),
    ]


def test_enter_on_the_last_lane_says_why_nothing_happens(hands: Hands) -> None:
    hands.session.move_cursor(hands.session.layout.cell_at(200, _lane_y(hands, SUPPORT)))
    hands.press(Key.Key_Return)
    assert hands.refusals == ["There is no lane of actions below this one. Add a lane first."]


def test_control_enter_puts_a_second_step_into_the_cell(hands: Hands) -> None:
    hands.type("First")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return, CTRL)
    hands.type("Second")
    hands.press(Key.Key_Return)
    cell = hands.session.document.cell(CUSTOMER, hands.session.document.columns[0].id)
    assert [step.label for step in cell] == ["First", "Second"]
    hands.press(Key.Key_Up)
    assert hands.session.selection == (hands.step("First").id,)


def test_escape_on_a_new_step_leaves_no_trace(hands: Hands) -> None:
    hands.type("Nev")
    hands.press(Key.Key_Escape)
    assert not hands.session.document.steps
    assert not hands.session.history.labels


def test_an_empty_text_on_a_new_step_makes_none(hands: Hands) -> None:
    hands.type("x")
    hands.press(Key.Key_Backspace)
    hands.press(Key.Key_Return)
    assert not hands.session.document.steps


def test_f2_edits_the_text_and_escape_restores_it(hands: Hands) -> None:
    hands.type("Old")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_F2)
    hands.type("New")
    hands.press(Key.Key_Escape)
    assert hands.labels(CUSTOMER) == ["Old"]
    hands.press(Key.Key_F2)
    hands.type("New")
    hands.press(Key.Key_Return)
    assert hands.labels(CUSTOMER) == ["New"]


def test_shift_enter_begins_a_new_line(hands: Hands) -> None:
    hands.type("One")
    hands.press(Key.Key_Return, SHIFT)
    hands.type("two")
    hands.press(Key.Key_Return)
    assert hands.labels(CUSTOMER) == ["One\ntwo"]


def test_arrows_walk_the_grid_and_select_what_stands_there(hands: Hands) -> None:
    hands.type("Here")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Down)
    assert hands.session.cursor is not None
    assert hands.session.cursor.lane == ONSTAGE
    assert not hands.session.selection
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Home)
    assert hands.session.selection == (hands.step("Here").id,)
    hands.press(Key.Key_End)
    assert hands.session.cursor.column == hands.session.document.columns[-1].id
    hands.press(Key.Key_Left, CTRL)
    assert hands.session.selection == (hands.step("Here").id,)


def test_alt_arrows_move_the_step(hands: Hands) -> None:
    hands.type("Moves")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Right, ALT)
    hands.press(Key.Key_Down, ALT)
    assert hands.place("Moves") == (ONSTAGE, 1)
    hands.press(Key.Key_Up, ALT)
    hands.press(Key.Key_Up, ALT)
    assert hands.place("Moves") == (CUSTOMER, 1)
    assert hands.refusals == [
        "Actions belong in an action lane. Drop it in Customer, Onstage, Backstage or Support."
    ]


def test_letters_switch_badges_on_a_selected_step(hands: Hands) -> None:
    hands.type("Polish")
    hands.press(Key.Key_Return)
    for key in (Key.Key_F, Key.Key_W, Key.Key_M):
        hands.press(key)
    step = hands.step("Polish")
    assert step.fail is not None
    assert step.wait is not None
    assert step.moment_of_truth
    hands.press(Key.Key_F)
    assert hands.step("Polish").fail is None


@pytest.mark.parametrize(
    ("key", "tool"),
    [
        (Key.Key_H, "hand"),
        (Key.Key_N, "step"),
        (Key.Key_E, "evidence"),
        (Key.Key_D, "decision"),
        (Key.Key_C, "connector"),
        (Key.Key_F, "fail"),
    ],
)
def test_letters_take_tools_where_no_cell_is_focused(hands: Hands, key: Key, tool: str) -> None:
    hands.press(Key.Key_Escape)
    assert hands.session.cursor is None
    hands.press(key)
    assert hands.session.tool == tool
    hands.press(Key.Key_Escape)
    assert hands.session.tool == "select"


def test_delete_removes_the_step_and_its_connectors(hands: Hands) -> None:
    hands.type("One")
    hands.press(Key.Key_Tab)
    hands.type("Two")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Delete)
    assert hands.labels(CUSTOMER) == ["One"]
    assert not hands.session.document.flows


def test_control_i_inserts_columns_on_either_side(hands: Hands) -> None:
    hands.type("Middle")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_I, CTRL)
    hands.press(Key.Key_Left)
    hands.press(Key.Key_I, CTRL | SHIFT)
    assert len(hands.session.document.columns) == 9
    assert hands.place("Middle") == (CUSTOMER, 1)


def test_duplicates_stand_to_the_right(hands: Hands) -> None:
    hands.type("Twice")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_D, CTRL)
    assert hands.labels(CUSTOMER) == ["Twice", "Twice"]


def test_copy_and_paste_keep_steps_and_their_connectors(hands: Hands) -> None:
    hands.type("One")
    hands.press(Key.Key_Tab)
    hands.type("Two")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_C, CTRL)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_V, CTRL)
    assert sorted(hands.labels(ONSTAGE)) == ["One", "Two"]
    assert hands.flows().count(("One", "sequence", "Two")) == 2


def test_undo_and_redo_by_key(hands: Hands) -> None:
    hands.type("Once")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Z, CTRL)
    assert not hands.session.document.steps
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert hands.labels(CUSTOMER) == ["Once"]
    assert hands.session.selection == (hands.step("Once").id,)


def _lane_y(hands: Hands, lane: str) -> float:
    return next(band for band in hands.session.layout.lanes if band.lane == lane).box.middle.y
