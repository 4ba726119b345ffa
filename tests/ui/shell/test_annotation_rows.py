"""Annotation rows in the real window: added and swapped by menu, palette and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from blueprint.model.document import ChangeRefused
from blueprint.model.entities import Lane
from blueprint.model.notation import LaneRole, StepKind
from blueprint.storage.writing import dump
from blueprint.ui.actions.catalogue import MENUS, Menu
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.reading import Reading
from tests.ui.desk import Desk

Key = Qt.Key
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


def rows(desk: Desk, role: LaneRole) -> list[Lane]:
    return [lane for lane in desk.window.session.document.lanes if lane.role is role]


def run(desk: Desk, id: str) -> None:
    desk.window.actions_.run(id)
    desk.settle()


def with_policy(desk: Desk) -> Lane:
    """A row of policies with one remark; the cursor is on it."""
    run(desk, "lane.policy")
    [row] = rows(desk, LaneRole.POLICY)
    session = desk.window.session
    desk.window.canvas.setFocus()
    column = session.document.columns[0].id
    from blueprint.layout.geometry import Cell

    session.select(())
    session.move_cursor(Cell(row.id, column))
    desk.type("Ask for ID")
    desk.press(Key.Key_Return)
    desk.settle()
    return row


def test_the_insert_menu_has_the_annotation_rows_apart() -> None:
    insert = next(menu for menu in MENUS if str(menu.title) == "Insert")
    inner = {str(item.title): item.items for item in insert.items if isinstance(item, Menu)}
    assert inner["Annotation row"] == (
        "lane.channel",
        "lane.emotion",
        "lane.metric",
        "lane.policy",
        "lane.quote",
        "lane.note",
    )
    assert not set(inner["Annotation row"]) & set(inner["Lane"])


def test_a_row_shows_something_else_and_keeps_its_remarks(shine: Desk) -> None:
    row = with_policy(shine)
    place = [lane.id for lane in shine.window.session.document.lanes].index(row.id)
    run(shine, "row.quote")
    assert [lane.id for lane in rows(shine, LaneRole.QUOTE)] == [row.id]
    document = shine.window.session.document
    assert [lane.id for lane in document.lanes].index(row.id) == place
    assert [step.label for step in document.steps.values() if step.lane == row.id] == ["Ask for ID"]
    assert shine.window.session.history.undo_label is not None


def test_with_the_keys_alone_a_row_is_swapped(shine: Desk) -> None:
    row = with_policy(shine)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    shine.press(Key.Key_R, both)
    shine.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "Policies"
    from PySide6.QtTest import QTest

    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    shine.settle()
    assert shine.window.session.document.lane(row.id).role is LaneRole.QUOTE


def test_what_is_no_row_of_remarks_offers_no_swap(shine: Desk) -> None:
    shine.select("Buff")
    shine.window.actions_.refresh()
    for id in ("row.swap", "row.quote"):
        assert not shine.window.actions_[id].isEnabled()


def test_a_sticky_note_is_a_row_of_the_table_and_is_found(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    shine.select("Buff")
    shine.press(Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    shine.type("Ask the zookeeper")
    shine.press(Key.Key_Return)
    shine.settle()
    session = shine.window.session
    [note] = [s for s in session.document.steps.values() if s.kind is StepKind.NOTE]
    reading = Reading(session.document)
    cells = {column.name: column.read(reading, note.id) for column in TABLE_COLUMNS}
    assert (cells["label"], cells["kind"], cells["sticky_colour"]) == (
        "Ask the zookeeper",
        "Sticky note",
        "Yellow",
    )
    session.select(())
    run(shine, "find")
    shine.type("zookeeper")
    shine.press(Key.Key_Return)
    shine.settle()
    assert session.selection == (note.id,)


def test_a_connected_step_does_not_become_a_note_in_the_table(shine: Desk) -> None:
    document = shine.window.session.document
    step = shine.select("Buff")
    kind = TABLE_COLUMNS[PLACE_OF["kind"]].field
    with pytest.raises(ChangeRefused, match="belongs to its cell"):
        kind.write(document, (step,), "note")
