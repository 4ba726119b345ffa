"""Connectors by keyboard alone: drawn, chosen, labelled, changed, led elsewhere, removed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import CTRL, SHIFT, Key


def letter(at: AtWindow, label: str) -> str:
    letters = dict(at.canvas.overlay.letters)
    return letters[at.step(label).id].lower()


def connect(at: AtWindow, label: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    at.press(Key.Key_L, modifiers)
    at.type(letter(at, label))
    at.settle()


def test_a_step_is_connected_and_exchanges_with_one_in_its_column(at: AtWindow) -> None:
    at.go_to("Watches")
    connect(at, "Brush")
    at.go_to("Watches")
    connect(at, "Pays")
    assert ("Watches", "exchange", "Brush") in at.flows()
    assert ("Watches", "sequence", "Pays") in at.flows()


def test_l_goes_through_the_connectors_of_a_step(at: AtWindow) -> None:
    at.go_to("Watches")
    connect(at, "Pays")
    at.go_to("Watches")
    seen = []
    for _ in range(3):
        at.press(Key.Key_L)
        flow = at.session.document.flow(at.session.selection[0])
        seen.append((at.session.document.step(flow.source).label, flow.target))
    ends = [source for source, _ in seen]
    assert ends == ["Watches", "Sits", "Watches"]
    at.press(Key.Key_L, SHIFT)
    assert at.session.document.flow(at.session.selection[0]).target == at.step("Watches").id
    assert "“Sits”" in at.announced[-1]
    at.press(Key.Key_BracketLeft, CTRL)
    assert at.session.selection == (at.step("Sits").id,)


def test_a_connector_is_labelled_and_changes_its_kind(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_L)
    at.press(Key.Key_F2)
    at.type("then")
    at.accept()
    assert next(iter(at.session.document.flows.values())).label == "then"
    at.from_menu("Exchange")
    assert at.flows() == [("Sits", "exchange", "Watches")]


def test_a_connector_is_led_to_another_step_and_from_another(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_L)
    connect(at, "Pays")
    assert at.flows() == [("Sits", "sequence", "Pays")]
    at.go_to("Pays")
    at.press(Key.Key_L)
    connect(at, "Brush", CTRL | SHIFT)
    assert at.flows() == [("Brush", "sequence", "Pays")]


def test_a_connector_is_deleted_and_its_steps_stay(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_L)
    at.press(Key.Key_Delete)
    assert at.flows() == []
    assert len(at.session.document.steps) == 5


def test_a_recovery_leaves_a_fail_point(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_L, CTRL | SHIFT)
    assert "fail point" in at.refusals[-1]
    at.press(Key.Key_F)
    connect(at, "Pays", CTRL | SHIFT)
    at.type("again")
    at.accept()
    assert ("Brush", "recovery", "Pays") in at.flows()
    assert "again" in {flow.label for flow in at.session.document.flows.values()}


def test_a_recovery_is_added_from_the_menu(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_F)
    at.from_menu("Add recovery…")
    at.type(letter(at, "Watches"))
    at.press(Key.Key_Escape)
    assert ("Brush", "recovery", "Watches") in at.flows()


def test_a_card_is_clicked_as_well_as_its_letter_typed(at: AtWindow) -> None:
    at.go_to("Watches")
    at.press(Key.Key_L, CTRL)
    at.click(at.middle("Pays"))
    assert ("Watches", "sequence", "Pays") in at.flows()


def test_a_branch_of_a_decision_asks_for_its_label(at: AtWindow) -> None:
    at.go_to("Watches")
    at.from_menu("Kind", "Decision")
    connect(at, "Pays")
    at.type("yes")
    at.accept()
    assert "yes" in {flow.label for flow in at.session.document.flows.values()}


def test_a_step_without_connectors_says_how_to_draw_one(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_L)
    assert at.refusals == ["This step has no connector. Ctrl + L draws one."]
