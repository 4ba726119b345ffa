"""A blueprint is typed in one go: what keys do while a text is open, and with a tool in hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from blueprint.model.notation import LaneRole, StepKind
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, EVIDENCE, ONSTAGE, SUPPORT


def test_arrows_take_an_empty_step_to_another_cell_with_its_connector(at: AtWindow) -> None:
    at.go_to("Pays")
    at.press(Key.Key_Return)
    at.press(Key.Key_Down)
    at.press(Key.Key_Right)
    at.type("Count")
    at.press(Key.Key_Left)
    at.accept()
    assert at.place("Count") == (BACKSTAGE, 3)
    assert ("Pays", "sequence", "Count") in at.flows()
    assert len(at.session.history.labels) == 1


def test_a_column_is_typed_downwards_and_the_customer_goes_on(at: AtWindow) -> None:
    at.go_to("Pays")
    at.press(Key.Key_Return)
    at.type("Takes money")
    at.press(Key.Key_Down, CTRL)
    at.type("Counts")
    at.press(Key.Key_Down, CTRL)
    at.type("Till")
    at.press(Key.Key_Return, CTRL | SHIFT)
    at.type("Leaves")
    at.accept()
    assert [at.place(label) for label in ("Takes money", "Counts", "Till", "Leaves")] == [
        (ONSTAGE, 2), (BACKSTAGE, 2), (SUPPORT, 2), (CUSTOMER, 3)
    ]  # fmt: skip
    assert ("Pays", "exchange", "Takes money") in at.flows()
    assert ("Pays", "sequence", "Leaves") in at.flows()


def test_marks_and_the_kind_of_connector_are_set_while_typing(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_Return)
    at.type("Fetch wax")
    for key in (Key.Key_F, Key.Key_W, Key.Key_M, Key.Key_X):
        at.press(key, ALT)
    at.press(Key.Key_W, ALT)
    at.accept()
    step = at.step("Fetch wax")
    assert (step.fail is not None, step.wait is not None, step.moment_of_truth) == (
        True, False, True
    )  # fmt: skip
    assert ("Brush", "exchange", "Fetch wax") in at.flows()
    assert len(at.session.history.labels) == 1


def test_a_mark_set_while_a_text_is_edited_is_kept(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_F2)
    at.press(Key.Key_M, ALT)
    at.press(Key.Key_Escape)
    assert at.step("Brush").moment_of_truth


@pytest.mark.parametrize(
    ("typed", "label", "owner"),
    [
        ("Greet @Host of the evening", "Greet", "Host of the evening"),
        ("迎接客人@行李员", "迎接客人", "行李员"),
        ("Write to help@shine.org", "Write to help@shine.org", ""),
        ("@all", "@all", ""),
    ],
)
def test_an_owner_is_typed_after_an_at_sign(
    at: AtWindow, typed: str, label: str, owner: str
) -> None:
    at.go_to("Pays")
    at.press(Key.Key_Return)
    at.type(typed)
    at.accept()
    assert at.step(label).owner == owner
    at.press(Key.Key_F2)
    at.type("Renamed @Somebody")
    at.accept()
    assert at.step("Renamed").owner == "Somebody"


def test_a_text_goes_on_to_a_connector_a_phase_and_evidence(at: AtWindow) -> None:
    at.go_to("Pays")
    at.press(Key.Key_F2)
    at.press(Key.Key_L, CTRL)
    letters = dict(at.canvas.overlay.letters)
    at.type(letters[at.step("Brush").id].lower())
    assert ("Pays", "sequence", "Brush") in at.flows()
    at.go_to("Watches")
    at.press(Key.Key_F2)
    at.press(Key.Key_G, CTRL)
    at.type("Shine")
    at.press(Key.Key_Tab)
    assert at.session.selection == (at.step("Pays").id,)
    at.press(Key.Key_E, ALT)
    at.type("Coins")
    at.accept()
    assert at.place("Coins") == (EVIDENCE, 2)
    phases = at.session.document.phases
    named = [phases[column.phase].title for column in at.session.document.columns if column.phase]
    assert named[:3] == ["Arrive", "Shine", "Settle"]


@pytest.mark.parametrize(
    ("key", "lane", "kind"),
    [
        (Key.Key_N, CUSTOMER, StepKind.ACTION),
        (Key.Key_D, CUSTOMER, StepKind.DECISION),
        (Key.Key_E, EVIDENCE, StepKind.EVIDENCE),
    ],
)
def test_enter_uses_the_tool_in_hand_where_the_cursor_stands(
    at: AtWindow, key: Key, lane: str, kind: StepKind
) -> None:
    at.go_to("Pays")
    at.press(key)
    at.press(Key.Key_Return)
    at.type("New")
    at.accept()
    assert at.place("New") == (lane, 2)
    assert at.step("New").kind is kind
    assert at.session.tool == "select"


def test_badge_tools_and_the_connector_tool_work_with_enter(at: AtWindow) -> None:
    at.go_to("Watches")
    at.press(Key.Key_C)
    at.press(Key.Key_Return)
    at.type(dict(at.canvas.overlay.letters)[at.step("Brush").id].lower())
    assert ("Watches", "exchange", "Brush") in at.flows()
    at.press(Key.Key_Escape, times=3)
    at.press(Key.Key_W)
    at.press(Key.Key_Down)
    at.press(Key.Key_Return)
    assert at.step("Sits").wait is not None


def test_space_gathers_cards_that_are_moved_marked_and_deleted_together(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_Space)
    at.press(Key.Key_Right, times=2)
    at.press(Key.Key_Space)
    chosen = {at.step("Sits").id, at.step("Pays").id}
    assert set(at.session.selection) == chosen
    assert "2 step" in at.announced[-1]
    at.press(Key.Key_M)
    assert at.step("Sits").moment_of_truth
    assert at.step("Pays").moment_of_truth
    assert not at.step("Watches").moment_of_truth
    at.press(Key.Key_Right, ALT)
    assert at.place("Pays") == (CUSTOMER, 3)
    at.press(Key.Key_Delete)
    assert at.labels(CUSTOMER) == ["Watches"]


def test_shift_and_arrows_extend_and_alt_and_shift_make_cards_longer(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_Right, SHIFT, times=2)
    assert len(at.session.selection) == 3
    at.go_to("Chair")
    at.press(Key.Key_Right, ALT | SHIFT, times=2)
    assert at.step("Chair").span == 3
    at.press(Key.Key_Left, ALT | SHIFT, times=3)
    assert at.step("Chair").span == 1
    assert "shorter" in at.refusals[-1]


def test_time_cost_and_owner_are_typed_without_the_mouse(at: AtWindow) -> None:
    at.go_to("Brush")
    for key, text in ((Key.Key_T, "30 s"), (Key.Key_K, "2"), (Key.Key_O, "Shiner")):
        at.press(key)
        at.type(text)
        at.accept()
    step = at.step("Brush")
    assert step.duration is not None
    assert (step.duration.mean, step.owner) == (30, "Shiner")
    assert step.cost
    assert QApplication.focusWidget() is at.canvas


def test_duplicate_copy_and_cut_by_key(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_D, CTRL)
    at.press(Key.Key_X, CTRL)
    at.press(Key.Key_Right, times=2)
    at.press(Key.Key_V, CTRL)
    assert at.labels(ONSTAGE) == ["Brush", "Brush"]
    at.press(Key.Key_A, CTRL)
    assert len(at.session.selection) == 2
    at.press(Key.Key_A, CTRL)
    assert len(at.session.selection) == 6
    lanes = {lane.role for lane in at.session.document.lanes}
    assert LaneRole.CUSTOMER in lanes
