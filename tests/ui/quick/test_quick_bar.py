"""The quick bar: it shows the state of the selected steps, and each click is undone as one step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from blueprint.model.distribution import fixed
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Step
from blueprint.ui.quick.bar import QuickBar
from blueprint.ui.theming import scale_text
from tests.ui.desk import Desk, key_in

LEFT = Qt.MouseButton.LeftButton


def blueprint() -> Document:
    document = new_blueprint()
    columns = document.columns
    for lane, column, label, owner in (
        ("lane-customer", 0, "Arrives", ""),
        ("lane-customer", 1, "Pays", ""),
        ("lane-onstage", 0, "Greets", "Host"),
        ("lane-onstage", 1, "Thanks", "Cashier"),
        ("lane-evidence", 0, "Sign", ""),
    ):
        made = add_step(document, lane, columns[column].id, label=label, owner=owner)
        document.apply(made.change)
    return document


@pytest.fixture
def shown(desk: Desk) -> Iterator[Desk]:
    document = blueprint()
    before = dict(document.entities)
    desk.window.files.show_document(document)
    desk.settle()
    yield desk
    session = desk.window.session
    while session.history.undo_label is not None:
        session.undo()
    assert dict(session.document.entities) == before


def bar(desk: Desk) -> QuickBar:
    return desk.window.workspace.quick_bar


def choose(desk: Desk, *labels: str) -> tuple[str, ...]:
    steps = desk.window.session.document.steps
    ids = tuple(id for label in labels for id, step in steps.items() if step.label == label)
    desk.window.session.select(ids)
    desk.settle()
    return ids


def step(desk: Desk, label: str) -> Step:
    steps = desk.window.session.document.steps.values()
    return next(found for found in steps if found.label == label)


def click(desk: Desk, part: QWidget) -> None:
    QTest.mouseClick(part, LEFT)
    desk.settle()


def pick(desk: Desk, text: str) -> None:
    """Choose from the menu that a button has opened."""
    menu = next(found for found in bar(desk).findChildren(QMenu) if found.isVisible())
    entry = next(found for found in menu.actions() if found.text() == text)
    entry.trigger()
    menu.close()
    desk.settle()


def has_focus(part: QWidget) -> bool:
    return QApplication.focusWidget() is part


def test_it_shows_while_steps_are_selected_and_stands_at_the_foot_of_the_canvas(
    shown: Desk,
) -> None:
    assert bar(shown).isHidden()
    choose(shown, "Arrives")
    assert bar(shown).isVisible()
    canvas = shown.window.canvas
    foot = canvas.mapTo(shown.window.workspace, QPoint(0, canvas.height())).y()
    assert 0 < foot - bar(shown).geometry().bottom() < 40
    choose(shown)
    assert bar(shown).isHidden()


def test_it_makes_way_while_something_is_typed_or_dragged(shown: Desk) -> None:
    ids = choose(shown, "Arrives")
    canvas = shown.window.canvas
    canvas.edit(ids[0])
    assert bar(shown).isHidden()
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    shown.settle()
    assert bar(shown).isVisible()
    box = canvas.view.box_on_screen(shown.window.session.layout.card(ids[0]).box)
    start = QPoint(round(box.middle.x), round(box.middle.y))
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(30, 10))
    assert bar(shown).isHidden()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=start)
    shown.settle()
    assert bar(shown).isVisible()


@pytest.mark.parametrize("badge", ["fail", "wait", "star"])
def test_a_badge_is_switched_and_tells_its_state(shown: Desk, badge: str) -> None:
    choose(shown, "Greets")
    made = bar(shown).badges[badge]
    assert not made.isChecked()
    click(shown, made)
    assert made.isChecked()
    assert made.accessibleDescription() == "Marked"
    found = step(shown, "Greets")
    assert (found.fail or found.wait or found.moment_of_truth) is not None
    click(shown, made)
    assert made.accessibleDescription() == "Not marked"


def test_a_badge_of_some_is_given_to_all_of_them(shown: Desk) -> None:
    choose(shown, "Greets")
    made = bar(shown).badges["fail"]
    click(shown, made)
    choose(shown, "Greets", "Thanks", "Pays")
    assert not made.isChecked()
    assert made.property("partly") == "true"
    assert made.accessibleDescription() == "Marked on 1 of 3 steps"
    click(shown, made)
    assert made.isChecked()
    assert all(step(shown, name).fail is not None for name in ("Greets", "Thanks", "Pays"))
    shown.window.session.undo()
    assert step(shown, "Pays").fail is None


def test_a_time_is_typed_for_all_selected_steps(shown: Desk) -> None:
    choose(shown, "Greets", "Thanks")
    field = bar(shown).time
    field.setFocus()
    key_in(field, "2 min")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.settle()
    assert step(shown, "Greets").duration == step(shown, "Thanks").duration == fixed(120)
    assert shown.focus is shown.window.canvas
    assert len(shown.window.session.history.labels) == 1
    choose(shown, "Greets", "Pays")
    assert field.text() == ""
    assert field.placeholderText() == "Several"


def test_a_time_that_cannot_be_read_is_marked_and_explained(shown: Desk) -> None:
    choose(shown, "Greets")
    refusals: list[str] = []
    shown.window.session.refused.connect(lambda reason: refusals.append(str(reason)))
    field = bar(shown).time
    field.setFocus()
    key_in(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert refusals
    assert field.property("refused") == "true"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shown.focus is shown.window.canvas


def test_an_owner_is_chosen_from_those_there_are(shown: Desk) -> None:
    choose(shown, "Arrives", "Greets")
    assert bar(shown).owner.accessibleDescription() == "Several owners"
    click(shown, bar(shown).owner)
    pick(shown, "Cashier")
    assert {step(shown, name).owner for name in ("Arrives", "Greets")} == {"Cashier"}
    assert bar(shown).owner.text() == "CA"


def test_another_owner_is_asked_for_in_the_inspector(shown: Desk) -> None:
    choose(shown, "Arrives")
    click(shown, bar(shown).owner)
    pick(shown, "Another owner…")
    row = shown.window.workspace.inspector.field("owner")
    assert row is not None
    assert shown.focus is row.editor.widget


def test_several_steps_are_connected_one_after_the_other(shown: Desk) -> None:
    choose(shown, "Thanks", "Arrives", "Sign", "Greets")
    click(shown, bar(shown).connector)
    document = shown.window.session.document
    found = {
        (document.step(flow.source).label, document.step(flow.target).label)
        for flow in document.flows.values()
    }
    assert found == {("Arrives", "Greets"), ("Greets", "Thanks")}
    assert len(shown.window.session.history.labels) == 1


def test_one_step_is_connected_with_the_card_that_is_clicked_next(shown: Desk) -> None:
    choose(shown, "Arrives")
    click(shown, bar(shown).connector)
    canvas = shown.window.canvas
    box = canvas.view.box_on_screen(shown.window.session.layout.card(step(shown, "Pays").id).box)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(round(box.middle.x), round(box.middle.y)))
    flows = list(shown.window.session.document.flows.values())
    assert [flow.target for flow in flows] == [step(shown, "Pays").id]


def test_the_menu_is_that_of_the_selection(shown: Desk) -> None:
    choose(shown, "Arrives")
    click(shown, bar(shown).more)
    pick(shown, "Duplicate")
    assert len([s for s in shown.window.session.document.steps.values()]) == 6


def test_evidence_has_an_owner_and_a_menu_but_no_time_and_no_connector(shown: Desk) -> None:
    choose(shown, "Sign")
    made = bar(shown)
    assert made.owner.isVisible()
    assert made.more.isVisible()
    assert made.time.isHidden()
    assert made.connector.isHidden()


def test_all_of_it_is_done_by_keys_alone(shown: Desk) -> None:
    choose(shown, "Greets")
    shown.window.canvas.setFocus()
    shown.press(Qt.Key.Key_F6)
    assert has_focus(bar(shown).time)
    shown.press(Qt.Key.Key_Tab)
    assert has_focus(bar(shown).owner)
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Space)
    shown.settle()
    assert step(shown, "Greets").fail is not None
    shown.press(Qt.Key.Key_Right)
    assert has_focus(bar(shown).badges["wait"])
    shown.press(Qt.Key.Key_Escape)
    assert has_focus(shown.window.canvas)


def test_with_fingers_its_targets_are_large(shown: Desk) -> None:
    choose(shown, "Greets")
    bar(shown).fit_fingers(True)
    made = bar(shown)
    for part in (made.owner, *made.badges.values(), made.connector, made.more):
        assert part.width() >= 44
        assert part.height() >= 44


@pytest.mark.parametrize("fingers", [False, True])
def test_a_step_that_the_cursor_walks_to_is_not_covered(shown: Desk, fingers: bool) -> None:
    canvas = shown.window.canvas
    bar(shown).fit_fingers(fingers)
    canvas.zoom_to(2.5)
    shown.settle()
    choose(shown, "Arrives")
    shown.window.session.reveal(choose(shown, "Greets"))
    shown.settle()
    box = canvas.view.box_on_screen(shown.window.session.layout.card(step(shown, "Greets").id).box)
    top = canvas.mapFrom(shown.window.workspace, bar(shown).geometry().topLeft()).y()
    assert box.bottom <= top


def test_it_grows_with_the_texts_of_the_window(shown: Desk) -> None:
    choose(shown, "Greets")
    usual = bar(shown).height()
    scale_text(200)
    shown.settle()
    try:
        assert bar(shown).height() >= 1.6 * usual
        assert bar(shown).time.height() <= bar(shown).height()
    finally:
        scale_text(100)
    shown.settle()
    assert bar(shown).height() == usual
