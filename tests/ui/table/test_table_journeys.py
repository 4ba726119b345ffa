"""The step table by keyboard alone: read, edited, filled, pasted over, sorted, sifted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from blueprint.ui.table.columns import PLACE_OF
from tests.ui.table.conftest import Sheet

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_every_step_is_a_row_in_reading_order(sheet: Sheet) -> None:
    assert sheet.column("label")[:3] == ["Customer comes", "Stand and signage", "Takes the seat"]
    assert len(sheet.column("label")) == 15
    assert sheet.text("Apply polish", "next") == "!Clean shoes; Buff"
    assert sheet.text("Apply polish", "duration") == "30 s"


@pytest.mark.parametrize(
    ("column", "typed", "shown"),
    [
        ("label", "Shine with wax", "Shine with wax"),
        ("owner", "Apprentice", "Apprentice"),
        ("duration", "2 min", "2 min"),
        ("duration", "uniform(10 s, 40 s)", "uniform(10 s, 40 s)"),
        ("cost", "0.12", "0.12"),
        ("lane", "customer", "Customer actions"),
        ("column", "6", "6"),
        ("fail", "", ""),
        ("channel", "phone", "Phone"),
        ("phase", "Pay", "Pay"),
        ("moment_of_truth", "no", ""),
        ("next", "Buff; Collect payment:soon", "Buff; Collect payment:soon"),
    ],
)
def test_a_cell_is_typed_over_and_is_one_step_back(
    sheet: Sheet, column: str, typed: str, shown: str
) -> None:
    id = sheet.id("Apply polish")
    if typed:
        sheet.edit("Apply polish", column, typed)
    else:
        sheet.go("Apply polish", column)
        sheet.press(Key.Key_Delete)
    rows = sheet.table.rows
    assert rows.index(rows.row_of(id), PLACE_OF[column]).data() == shown
    assert len(sheet.session.history.labels) == 1


def test_what_cannot_be_taken_stays_in_its_cell_with_the_reason(sheet: Sheet) -> None:
    sheet.edit("Buff", "duration", "quick")
    assert sheet.text("Buff", "duration") == "quick"
    assert sheet.session.document.step(sheet.id("Buff")).duration.mean == 45  # type: ignore[union-attr]
    assert "1 cell could not be taken" in sheet.table.foot.drafts.text()
    sheet.go("Customer comes", "lane")
    sheet.table.foot.show_draft.click()
    assert sheet.table.grid.currentIndex().data() == "quick"
    sheet.table.foot.drop_drafts.click()
    assert sheet.text("Buff", "duration") == "45 s"


def test_escape_while_editing_keeps_the_old_text(sheet: Sheet) -> None:
    sheet.go("Buff", "label")
    sheet.desk.type("Nothing")
    sheet.press(Key.Key_Escape)
    assert "Buff" in sheet.column("label")
    assert sheet.session.history.labels == ()


def test_tab_writes_along_a_row(sheet: Sheet) -> None:
    sheet.go("Buff", "owner")
    sheet.desk.type("Apprentice")
    sheet.press(Key.Key_Tab)
    sheet.desk.type("Chat")
    sheet.press(Key.Key_Tab)
    assert sheet.text("Buff", "owner") == "Apprentice"
    assert sheet.text("Buff", "channel") == "Chat"


def test_a_row_is_added_named_and_deleted_with_keys(sheet: Sheet) -> None:
    sheet.go("Buff", "label")
    sheet.press(Key.Key_Return, CTRL)
    sheet.desk.type("Show the shoes")
    sheet.press(Key.Key_Return)
    made = sheet.session.document.step(sheet.id("Show the shoes"))
    assert made.lane == sheet.session.document.step(sheet.id("Buff")).lane
    assert "Show the shoes" in sheet.text("Buff", "next")
    sheet.go("Show the shoes", "label")
    sheet.press(Key.Key_Delete, CTRL)
    assert "Show the shoes" not in sheet.column("label")


def test_cells_are_filled_downwards_as_one_step(sheet: Sheet) -> None:
    sheet.go("Brush shoes", "duration")
    sheet.extend(right=1, down=2)
    sheet.press(Key.Key_D, CTRL)
    chosen = [str(cell.data()) for cell in sheet.table.grid.selected_cells()]
    assert set(chosen) == {"30 s", "75 s"}
    assert [label.text for label in sheet.session.history.labels] == ["Fill cell"]


def test_ctrl_enter_gives_all_selected_cells_what_is_typed(sheet: Sheet) -> None:
    sheet.go("Customer comes", "owner")
    sheet.extend(down=3)
    sheet.desk.type("Customer")
    sheet.press(Key.Key_Return, CTRL)
    assert sheet.column("owner")[:5] == ["Customer"] * 4 + [""]
    assert len(sheet.session.history.labels) == 1


def test_copied_cells_come_back_where_they_are_pasted(sheet: Sheet) -> None:
    sheet.go("Brush shoes", "duration")
    sheet.extend(right=1)
    sheet.press(Key.Key_C, CTRL)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "30 s\t75 s\n"
    assert "<td>30 s</td><td>75 s</td>" in content.html()
    sheet.go("Buff", "duration")
    sheet.press(Key.Key_V, CTRL)
    assert [sheet.text("Buff", name) for name in ("duration", "tolerance")] == ["30 s", "75 s"]


def test_a_table_from_a_spreadsheet_becomes_steps_with_their_connectors(sheet: Sheet) -> None:
    sheet.put_on_clipboard(
        "lane\tlabel\tnext\tduration\n"
        "customer\tReads the menu\tOrders\t90\n"
        "customer\tOrders\tTakes the order\t\n"
        "onstage\tTakes the order\t\t1 min\n"
    )
    sheet.go("Customer comes", "label")
    sheet.press(Key.Key_V, CTRL)
    assert sheet.text("Reads the menu", "next") == "Orders"
    assert sheet.text("Orders", "next") == "Takes the order"
    assert sheet.text("Reads the menu", "duration") == "90 s"
    assert sheet.text("Takes the order", "lane") == "Onstage people"
    assert len(sheet.session.history.labels) == 1


def test_a_table_in_html_is_pasted_as_cells(sheet: Sheet) -> None:
    from PySide6.QtCore import QMimeData

    content = QMimeData()
    content.setHtml("<table><tr><th>A &amp; B</th><td>C<br>D</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(content)
    sheet.go("Buff", "owner")
    sheet.press(Key.Key_V, CTRL)
    assert (sheet.text("Buff", "owner"), sheet.text("Buff", "channel")) == ("A & B", "C\nD")


def test_a_click_on_a_header_sorts_and_a_third_brings_reading_order_back(sheet: Sheet) -> None:
    before = sheet.column("label")
    sheet.table.sort_by(PLACE_OF["duration"])
    assert sheet.column("duration")[:4] == ["15 s", "30 s", "30 s", "45 s"]
    sheet.table.sort_by(PLACE_OF["duration"])
    assert sheet.column("duration")[:4] == ["45 s", "45 s", "30 s", "30 s"]
    sheet.table.sort_by(PLACE_OF["duration"])
    assert sheet.column("label") == before


def test_rows_are_sifted_by_words_lane_and_owner(sheet: Sheet) -> None:
    bar = sheet.table.bar
    bar.text.setFocus()
    sheet.desk.type("shoes brush")
    sheet.desk.settle()
    assert sheet.column("label") == ["Brush shoes"]
    assert sheet.table.foot.count.text() == "1 of 15 steps"
    sheet.press(Key.Key_Escape)
    assert len(sheet.column("label")) == 15
    bar.owner.setCurrentIndex(bar.owner.findData("Owner"))
    bar.owner.activated.emit(bar.owner.currentIndex())
    assert sheet.column("label") == ["Select and purchase supplies"]
    bar.everything.click()
    assert len(sheet.column("label")) == 15


def test_columns_are_chosen_and_remembered(sheet: Sheet) -> None:
    grid = sheet.table.grid
    menu = QMenu()
    sheet.table.columns.fill(menu)
    description = next(act for act in menu.actions() if act.text() == "Description")
    assert not description.isChecked()
    description.trigger()
    assert PLACE_OF["description"] in grid.shown_places
    sheet.table.columns.show("kind", False)
    from blueprint.ui.table.view import StepTable

    again = StepTable(sheet.session, sheet.desk.settings)
    assert again.grid.shown_places == grid.shown_places
    again.columns.reset()
    assert PLACE_OF["kind"] in again.grid.shown_places
    again.deleteLater()


def test_rows_and_cards_are_selected_together(sheet: Sheet) -> None:
    sheet.desk.select("Buff")
    assert sheet.table.grid.selected_ids() == [sheet.id("Buff")]
    sheet.go("Apply polish", "owner")
    sheet.extend(down=1)
    assert set(sheet.session.selected_steps) >= {sheet.id("Apply polish")}
    assert len(sheet.session.selected_steps) == 2


def test_what_is_done_on_the_canvas_is_seen_in_the_table(sheet: Sheet) -> None:
    from blueprint.model.edits.steps import delete, rename

    document = sheet.session.document
    sheet.session.push(rename(document, sheet.id("Buff"), "Buffs"))
    assert "Buffs" in sheet.column("label")
    sheet.session.push(delete(document, [sheet.id("Clean shoes")]))
    assert "Clean shoes" not in sheet.column("label")
    assert sheet.text("Apply polish", "next") == "Buffs"
    sheet.session.undo()
    assert "Clean shoes" in sheet.column("label")


def test_undo_works_from_within_the_table(sheet: Sheet) -> None:
    sheet.edit("Buff", "label", "Buffs")
    undo = sheet.window.actions_["undo"]
    assert undo.shortcut() == QKeySequence("Ctrl+Z")
    undo.trigger()
    sheet.desk.settle()
    assert "Buff" in sheet.column("label")


def test_screen_readers_hear_headers_and_cells(sheet: Sheet) -> None:
    sheet.go("Buff", "owner")
    spoken = QAccessible.queryAccessibleInterface(sheet.table.grid)
    assert spoken.role() in (QAccessible.Role.Table, QAccessible.Role.Tree)
    assert spoken.text(QAccessible.Text.Name) == "Step table"
    children = [spoken.child(at) for at in range(spoken.childCount())]
    names = {(child.role(), child.text(QAccessible.Text.Name)) for child in children if child}
    assert (QAccessible.Role.ColumnHeader, "Owner") in names
    assert (QAccessible.Role.Cell, "Shoeshiner") in names


def test_the_editor_suggests_what_the_blueprint_knows(sheet: Sheet) -> None:
    sheet.go("Customer comes", "lane")
    sheet.press(Key.Key_F2)
    editor = sheet.desk.focus
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Lane"
    model = editor.completer().model()
    texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert "Onstage people" in texts
    sheet.press(Key.Key_Escape)


def test_the_table_speaks_chinese(sheet: Sheet) -> None:
    sheet.window.choose_language("zh_CN")
    sheet.desk.settle()
    header = sheet.table.rows.headerData(PLACE_OF["owner"], Qt.Orientation.Horizontal)
    assert header == "责任角色"
    assert sheet.table.bar.add.text() == "添加行"
    sheet.go("Buff", "duration")
    sheet.press(Key.Key_F2)
    editor = sheet.desk.focus
    assert isinstance(editor, QLineEdit)
    editor.setText("2 分钟")
    sheet.press(Key.Key_Return)
    assert sheet.text("Buff", "duration") == "2 分钟"
    sheet.window.choose_language("en")
