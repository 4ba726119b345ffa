"""Panels, table, search, comments, printing and presenting, all of it by keyboard."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from blueprint.model.notation import StepKind
from blueprint.ui.dialogs.gaps import GapsDialog
from blueprint.ui.dialogs.print import PrintDialog
from blueprint.ui.dialogs.shortcuts import ShortcutSheet
from blueprint.ui.present.presentation import Presentation
from blueprint.ui.table.columns import PLACE_OF
from blueprint.ui.table.view import StepTable
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Key
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, EVIDENCE, ONSTAGE

Shown = TypeVar("Shown", bound=QWidget)


def shown(kind: type[Shown]) -> Shown:
    """The window or dialog of a kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[0]


def is_gone(widget: QWidget) -> bool:
    """Whether a window or dialog is closed, or deleted already."""
    return not isValid(widget) or not widget.isVisible()


def table_of(at: AtWindow) -> StepTable:
    view = at.window.views.currentWidget()
    assert isinstance(view, StepTable)
    return view


def test_the_table_is_opened_walked_and_edited(at: AtWindow) -> None:
    at.go_to("Watches")
    at.press(Key.Key_2, CTRL | ALT)
    grid = table_of(at).grid
    grid_has_focus = at.focus is grid or grid.isAncestorOf(at.focus)
    assert grid_has_focus, at.focus
    at.press(Key.Key_Home)
    for _ in range(40):
        if grid.currentIndex().column() == PLACE_OF["owner"]:
            break
        at.press(Key.Key_Right)
    row = grid.currentIndex().row()
    changed = table_of(at).rows.index(row, PLACE_OF["label"]).data()
    at.type("Chair")
    at.accept()
    assert at.step(changed).owner == "Chair"
    at.press(Key.Key_1, CTRL | ALT)
    assert at.focus is at.canvas


def test_a_pasted_table_becomes_steps_where_the_cursor_stands(at: AtWindow) -> None:
    QGuiApplication.clipboard().setText(
        "label\tlane\tcolumn\tnext\tid\nWaits\tcustomer\t5\tb\ta\nGoes\tcustomer\t6\t\tb"
    )
    at.go_to("Pays")
    at.press(Key.Key_Right)
    at.press(Key.Key_V, CTRL)
    assert {"Waits", "Goes"} <= set(at.labels(CUSTOMER))
    assert ("Waits", "sequence", "Goes") in at.flows()


def test_a_pasted_list_becomes_connected_steps(at: AtWindow) -> None:
    QGuiApplication.clipboard().setText("• Thanks\n• Waves\n• Leaves")
    at.go_to("Pays")
    at.press(Key.Key_Right)
    at.press(Key.Key_V, CTRL)
    assert at.labels(CUSTOMER)[3:] == ["Thanks", "Waves", "Leaves"]
    assert ("Waves", "sequence", "Leaves") in at.flows()


def test_a_screenshot_is_pasted_as_evidence_of_the_column(at: AtWindow) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#AA3300"))
    QGuiApplication.clipboard().setImage(picture)
    at.go_to("Pays")
    at.press(Key.Key_V, CTRL)
    [step] = [step for step in at.session.document.steps.values() if step.image]
    assert (step.lane, step.kind) == (EVIDENCE, StepKind.EVIDENCE)
    assert step.column == at.step("Pays").column


def test_find_and_replace_in_one_act(at: AtWindow) -> None:
    at.press(Key.Key_H, CTRL)
    at.type("s")
    at.press(Key.Key_Escape)
    at.press(Key.Key_F, CTRL)
    at.type("Watches")
    at.accept()
    assert at.session.selection == (at.step("Watches").id,)
    at.press(Key.Key_H, CTRL)
    while at.focus is not at.window.find_bar.new:
        at.press(Key.Key_Tab)
    at.type("Looks")
    at.press(Key.Key_Return, CTRL)
    assert at.labels(CUSTOMER) == ["Sits", "Looks", "Pays"]
    assert len(at.session.history.labels) == 1
    at.press(Key.Key_Escape)
    at.press(Key.Key_Escape)


def test_a_comment_is_written(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_C, SHIFT)
    at.type("Which wax?")
    at.press(Key.Key_Return, CTRL)
    [comment] = at.session.document.comments.values()
    assert (comment.text, comment.about) == ("Which wax?", at.step("Brush").id)


def test_gaps_are_filled_in_bulk(at: AtWindow, qtbot: QtBot) -> None:
    at.press(Key.Key_G, CTRL | SHIFT)
    dialog = shown(GapsDialog)
    at.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(dialog))
    at.window.activateWindow()
    assert at.focus is at.canvas


def test_the_palette_leads_to_a_step_and_to_every_command(at: AtWindow) -> None:
    at.press(Key.Key_K, CTRL)
    at.type("Brush")
    at.accept()
    assert at.session.selection == (at.step("Brush").id,)
    at.from_palette("Mark as fail point")
    assert at.step("Brush").fail is not None


def test_presenting_begins_at_the_cursor_and_ends_with_escape(at: AtWindow, qtbot: QtBot) -> None:
    at.go_to("Watches")
    at.press(Key.Key_F5)
    stage = shown(Presentation)
    at.press(Key.Key_Right)
    at.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(stage))


def test_print_and_shortcuts_open_and_close_by_key(at: AtWindow, qtbot: QtBot) -> None:
    at.press(Key.Key_P, CTRL)
    dialog = shown(PrintDialog)
    at.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(dialog))
    at.window.activateWindow()
    at.go_to("Brush")
    at.type("?")
    sheet = shown(ShortcutSheet)
    at.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(sheet))


def test_a_to_be_is_made_from_the_palette(at: AtWindow) -> None:
    at.from_palette("Duplicate as to-be")
    [other] = at.desk.others
    assert other.session.document.properties.state == "to-be"
    assert at.session.history.labels == ()


def test_a_link_is_typed_in_the_inspector(at: AtWindow) -> None:
    at.go_to("Brush")
    at.press(Key.Key_O)
    for _ in range(40):
        if at.focus.accessibleName() == "Link":
            break
        at.press(Key.Key_Tab)
    at.type("https://example.org/wax")
    at.accept()
    assert at.step("Brush").link == "https://example.org/wax"


def test_f6_walks_the_regions_and_comes_back(at: AtWindow) -> None:
    at.go_to("Brush")
    seen = []
    for _ in range(9):
        at.press(Key.Key_F6)
        seen.append(at.focus)
        if at.focus is at.canvas:
            break
    assert at.focus is at.canvas
    assert len(set(map(id, seen))) >= 4


def test_the_outline_finds_and_selects_a_step(at: AtWindow) -> None:
    outline = at.window.workspace.outline
    at.go_to("Sits")
    for _ in range(9):
        at.press(Key.Key_F6)
        if outline.isAncestorOf(at.focus):
            break
    for _ in range(4):
        if at.focus is outline.list:
            break
        at.press(Key.Key_Tab)
    assert at.focus is outline.list
    at.type("Pay")
    at.accept()
    assert at.session.selection == (at.step("Pays").id,)


def test_the_outline_moves_columns_and_phases(at: AtWindow) -> None:
    outline = at.window.workspace.outline
    at.go_to("Pays")
    outline.list.setFocus()
    at.press(Key.Key_Up, ALT)
    assert at.place("Pays") == (CUSTOMER, 1)
    assert at.session.selection == (at.step("Pays").id,)
    outline.list.setCurrentIndex(outline.model.index(0))
    at.press(Key.Key_Down, ALT)
    assert at.place("Sits")[1] > 3


def test_history_goes_back_several_acts(at: AtWindow) -> None:
    at.go_to("Brush")
    for key in (Key.Key_F, Key.Key_W, Key.Key_M):
        at.press(key)
    assert len(at.session.history.labels) == 3
    at.press(Key.Key_Z, CTRL, times=3)
    step = at.step("Brush")
    assert (step.fail, step.wait, step.moment_of_truth) == (None, None, False)
    at.press(Key.Key_Z, CTRL | SHIFT, times=3)
    assert at.step("Brush").moment_of_truth
    assert at.place("Brush") == (ONSTAGE, 1)


def test_a_shared_field_of_several_steps_is_filled_once(at: AtWindow) -> None:
    at.go_to("Sits")
    at.press(Key.Key_Right, SHIFT, times=2)
    at.press(Key.Key_O)
    at.type("Customer")
    at.accept()
    assert {at.step(label).owner for label in at.labels(CUSTOMER)} == {"Customer"}
    assert len(at.session.history.labels) == 1


def test_a_row_dragged_in_the_outline_takes_its_column_along(at: AtWindow) -> None:
    listed = at.window.workspace.outline.list
    rows = [row.text for row in at.window.workspace.outline.model.rows]
    listed.setCurrentIndex(listed.model().index(rows.index("Pays"), 0))
    target = listed.visualRect(listed.model().index(rows.index("Sits"), 0))
    drop = QDropEvent(
        QPointF(target.center().x(), target.top() + 2), Qt.DropAction.MoveAction, QMimeData(),
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    listed.dropEvent(drop)
    assert at.place("Pays") == (CUSTOMER, 0)
    assert at.place("Sits") == (CUSTOMER, 1)
