"""The inspector: every field takes what is typed as one step of the history, or says why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from blueprint.model.distribution import Distribution, Shape, fixed
from blueprint.model.document import Document
from blueprint.model.edits.flows import connect
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Resource, Step
from blueprint.ui.panels.form import FieldRow
from tests.ui.desk import Desk, key_in

RETURN = Qt.Key.Key_Return


def blueprint() -> Document:
    document = new_blueprint()
    columns = document.columns
    for lane, column, label in (
        ("lane-customer", 0, "Arrives"),
        ("lane-customer", 1, "Pays"),
        ("lane-onstage", 0, "Greets"),
        ("lane-evidence", 0, "Sign"),
    ):
        document.apply(add_step(document, lane, columns[column].id, label=label).change)
    return document


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.window.files.show_document(blueprint())
    desk.settle()
    return desk


def row(desk: Desk, key: str) -> FieldRow:
    found = desk.window.workspace.inspector.field(key)
    assert found is not None, key
    return found


def type_into(desk: Desk, key: str, text: str) -> None:
    """Replace what a field says by what is typed, and press Enter."""
    editor = row(desk, key).editor.widget
    editor.setFocus()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    key_in(editor, text)
    QTest.keyClick(editor, RETURN)
    desk.settle()


def step(desk: Desk, label: str) -> Step:
    steps = desk.window.session.document.steps.values()
    return next(found for found in steps if found.label == label)


TYPED: list[tuple[str, str, Callable[[Step], object], object]] = [
    ("owner", "Shoeshiner", lambda step: step.owner, "Shoeshiner"),
    ("channel", "Phone", lambda step: step.channel, "phone"),
    ("duration", "30 s", lambda step: step.duration, fixed(30)),
    (
        "duration",
        "uniform(1 h, 8 h)",
        lambda step: step.duration,
        Distribution(shape=Shape.UNIFORM, parameters=(3600.0, 28800.0)),
    ),
    ("tolerance", "5 min", lambda step: step.tolerance, 300.0),
    ("cost", "$0.03", lambda step: step.cost, 0.03),
    ("price", "0.5", lambda step: step.price, 0.5),
    ("emotion", "-1.5", lambda step: step.emotion, -1.5),
    ("span", "2", lambda step: step.span, 2),
    ("latitude", "4", lambda step: step.latitude, 4),
    ("tags", "slow, new，late", lambda step: step.tags, ("slow", "new", "late")),
    ("link", "https://example.org", lambda step: step.link, "https://example.org"),
]


@pytest.mark.parametrize(("key", "text", "read", "value"), TYPED)
def test_a_field_takes_what_is_typed_as_one_step(
    shown: Desk, key: str, text: str, read: Callable[[Step], object], value: object
) -> None:
    shown.select("Greets")
    before = dict(shown.window.session.document.entities)
    type_into(shown, key, text)
    assert read(step(shown, "Greets")) == value
    assert len(shown.window.session.history.labels) == 1
    shown.window.session.undo()
    assert dict(shown.window.session.document.entities) == before


REFUSED = [
    ("duration", "3 parsecs"),
    ("duration", "uniform(8 h, 1 h)"),
    ("cost", "dear"),
    ("emotion", "9"),
    ("span", "0"),
    ("latitude", "2.5"),
]


@pytest.mark.parametrize(("key", "text"), REFUSED)
def test_bad_input_is_marked_with_the_reason_and_stays(shown: Desk, key: str, text: str) -> None:
    shown.select("Greets")
    type_into(shown, key, text)
    found = row(shown, key)
    assert found.refusal.isVisible()
    assert len(found.refusal.text()) > 10
    assert found.editor.typed == text
    assert shown.window.session.history.labels == ()


def test_what_was_refused_is_there_again_with_its_step(shown: Desk) -> None:
    shown.select("Greets")
    type_into(shown, "duration", "3 parsecs")
    shown.select("Pays")
    assert row(shown, "duration").editor.typed == ""
    assert not row(shown, "duration").refusal.isVisible()
    shown.select("Greets")
    assert row(shown, "duration").editor.typed == "3 parsecs"
    assert row(shown, "duration").refusal.isVisible()
    type_into(shown, "duration", "3 s")
    assert not row(shown, "duration").refusal.isVisible()
    assert step(shown, "Greets").duration == fixed(3)


def test_leaving_a_field_takes_what_it_says(shown: Desk) -> None:
    shown.select("Greets")
    editor = row(shown, "owner").editor.widget
    editor.setFocus()
    QTest.keyClicks(editor, "Host")
    row(shown, "duration").editor.widget.setFocus()
    shown.settle()
    assert step(shown, "Greets").owner == "Host"


def test_escape_puts_the_old_text_back(shown: Desk) -> None:
    shown.select("Greets")
    editor = row(shown, "label").editor.widget
    editor.setFocus()
    QTest.keyClicks(editor, " politely")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert row(shown, "label").editor.typed == "Greets"
    assert shown.window.session.history.labels == ()


def test_a_field_of_several_steps_reads_several_and_fills_all(shown: Desk) -> None:
    shown.select("Arrives")
    type_into(shown, "tolerance", "10 s")
    steps = [found.id for found in shown.window.session.document.steps.values()]
    customer = [id for id in steps if shown.window.session.document.step(id).label != "Sign"]
    shown.window.session.select(customer)
    shown.settle()
    editor = row(shown, "tolerance").editor.widget
    assert isinstance(editor, QLineEdit)
    assert editor.placeholderText() == "Several"
    type_into(shown, "tolerance", "20 s")
    assert {step(shown, label).tolerance for label in ("Arrives", "Pays", "Greets")} == {20.0}
    assert len(shown.window.session.history.labels) == 2


def test_flows_among_chosen_steps_leave_the_fields_of_the_steps(shown: Desk) -> None:
    session = shown.window.session
    ends = (step(shown, "Arrives").id, step(shown, "Pays").id)
    added = connect(session.document, *ends)
    session.push(added.change)
    session.select((*ends, added.id))
    shown.settle()
    type_into(shown, "owner", "Host")
    assert {session.document.step(id).owner for id in ends} == {"Host"}


def test_the_switch_makes_and_unmakes_a_fail_point(shown: Desk) -> None:
    shown.select("Greets")
    assert not row(shown, "fail.what").isVisible()
    switch = row(shown, "has_fail").editor.widget
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    shown.settle()
    assert step(shown, "Greets").fail is not None
    assert row(shown, "fail.what").isVisible()
    type_into(shown, "fail.probability", "10")
    type_into(shown, "fail.recovery", "Say sorry")
    fail = step(shown, "Greets").fail
    assert fail is not None
    assert (fail.probability, fail.recovery) == (0.1, "Say sorry")
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert step(shown, "Greets").fail is None


def test_a_resource_is_made_by_naming_it_and_used_again_by_its_name(shown: Desk) -> None:
    shown.select("Greets")
    type_into(shown, "resource", "Host")
    type_into(shown, "resource.capacity", "2")
    shown.select("Arrives")
    type_into(shown, "resource", "Host")
    [resource] = shown.window.session.document.of_kind(Resource).values()
    assert (resource.title, resource.capacity) == ("Host", 2)
    assert step(shown, "Arrives").resource == step(shown, "Greets").resource == resource.id


def test_notes_keep_their_lines(shown: Desk) -> None:
    shown.select("Greets")
    editor = row(shown, "description").editor.widget
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    QTest.keyClicks(editor, "One")
    QTest.keyClick(editor, RETURN)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, RETURN, Qt.KeyboardModifier.ControlModifier)
    assert step(shown, "Greets").description == "One\ntwo"


def test_evidence_of_the_column_is_a_chip_that_selects_it(shown: Desk) -> None:
    shown.select("Arrives")
    chips = shown.window.workspace.inspector.findChildren(QPushButton)
    chip = next(found for found in chips if found.text() == "Sign" and found.isVisible())
    chip.click()
    shown.settle()
    assert shown.window.session.selection == (step(shown, "Sign").id,)


def test_nothing_selected_shows_the_blueprint_itself(shown: Desk) -> None:
    shown.window.session.select(())
    shown.settle()
    type_into(shown, "segment", "Passers-by")
    type_into(shown, "promise_seconds", "5 min")
    properties = shown.window.session.document.properties
    assert (properties.segment, properties.promise_seconds) == ("Passers-by", 300.0)


def test_lane_column_and_phase_have_their_fields(shown: Desk) -> None:
    session = shown.window.session
    session.select(("lane-onstage",))
    shown.settle()
    type_into(shown, "title", "Host")
    assert session.document.lane("lane-onstage").title == "Host"
    session.select((session.document.columns[0].id,))
    shown.settle()
    type_into(shown, "phase", "Arrival")
    [phase] = session.document.phases.values()
    assert session.document.columns[0].phase == phase.id
    session.select((phase.id,))
    shown.settle()
    type_into(shown, "title", "Coming")
    assert session.document.phases[phase.id].title == "Coming"
    assert len(session.history.labels) == 3


def test_durations_are_shown_and_read_in_chinese(shown: Desk) -> None:
    shown.select("Greets")
    type_into(shown, "duration", "triangular(1 d, 3 d, 5 d)")
    shown.window.choose_language("zh_CN")
    shown.settle()
    assert row(shown, "duration").editor.typed == "三角(1 天, 3 天, 5 天)"
    type_into(shown, "duration", "2 分钟")
    assert step(shown, "Greets").duration == fixed(120)
    shown.window.choose_language("en")
