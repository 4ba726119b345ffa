"""A whole first session: from an empty window to a saved, reopened, printed blueprint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.storage import open_document
from blueprint.ui.dialogs.export import ExportDialog
from tests.ui.desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
STEPS = ("Arrives", "Orders", "Eats", "Pays", "Leaves")


def in_lane(document: Document, role: LaneRole) -> list[Step]:
    lanes = {lane.id for lane in document.lanes if lane.role is role}
    places = {column.id: place for place, column in enumerate(document.columns)}
    found = [step for step in document.steps.values() if step.lane in lanes]
    return sorted(found, key=lambda step: places[step.column])


def type_the_customer_steps(desk: Desk) -> None:
    for label in STEPS:
        desk.type(label)
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Escape)


def add_what_serves_them(desk: Desk) -> None:
    """Evidence above the first step by the inspector's key path, onstage below it by Enter."""
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Return)
    desk.type("Welcomes")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Up)
    desk.type("Sign at the door")
    desk.press(Key.Key_Return)


def export_as(desk: Desk, format: str, path: Path) -> None:
    desk.window.actions_.run("export")
    dialog = desk.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.choice.format.setCurrentIndex(dialog.choice.format.findData(format))
    dialog.path.setText(str(path))
    QTest.keyClick(dialog, Key.Key_Return)
    for _ in range(600):
        desk.settle()
        if not isValid(dialog) or dialog.making.is_over:
            break
        desk.wait(10)
    if isValid(dialog):
        dialog.close()
    desk.settle()


def test_a_first_session_from_new_to_export(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    session = window.session
    desk.press(Key.Key_N, CTRL)
    assert window.files.has_document
    blank = dict(session.document.entities)

    type_the_customer_steps(desk)
    customer = in_lane(session.document, LaneRole.CUSTOMER)
    assert [step.label for step in customer] == list(STEPS)
    assert len(session.document.flows) == 4

    add_what_serves_them(desk)
    [onstage] = in_lane(session.document, LaneRole.ONSTAGE)
    [evidence] = in_lane(session.document, LaneRole.EVIDENCE)
    assert onstage.label == "Welcomes"
    assert evidence.label == "Sign at the door"
    assert evidence.column == onstage.column == customer[0].column
    assert any(onstage.id in (flow.source, flow.target) for flow in session.document.flows.values())

    session.check_now()
    desk.settle()
    problems = window.workspace.bottom.problems
    wrong = next(found for found in problems.rows.findings if found.fixable)
    problems.table.selectRow(problems.rows.findings.index(wrong))
    window.actions_.run("fix_problem")
    desk.settle()
    assert wrong not in problems.rows.findings

    done = dict(session.document.entities)
    acts = len(session.history.labels)
    for _ in range(acts):
        desk.press(Key.Key_Z, CTRL)
    assert dict(session.document.entities) == blank
    for _ in range(acts):
        desk.press(Key.Key_Z, CTRL | SHIFT)
    assert dict(session.document.entities) == done

    file = tmp_path / "first.blueprint"
    desk.answers.saving = file
    desk.press(Key.Key_S, CTRL)
    saved = file.read_bytes()
    assert window.files.is_saved

    reopened = open_document(file).document
    assert dict(reopened.entities) == done
    window.files.open_path(file)
    [other] = desk.others
    other.files.save()
    assert file.read_bytes() == saved

    for format in ("pdf", "svg", "png", "csv", "xlsx"):
        path = tmp_path / f"first.{format}"
        export_as(desk, format, path)
        assert path.stat().st_size > 100, format
