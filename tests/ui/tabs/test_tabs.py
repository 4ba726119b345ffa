"""Several documents in one window, and windows beside each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from blueprint.model.edits.properties import set_properties
from blueprint.storage.writing import dump
from blueprint.ui.start.stop import Stop
from blueprint.ui.widgets.notice import Notice
from tests.ui.tabs.conftest import Program

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def change(program: Program, title: str) -> None:
    session = program.window.current.session
    session.push(set_properties(session.document, title=title))
    program.settle()


def test_one_document_has_no_tabs_and_the_second_has(program: Program) -> None:
    program.open("one")
    assert not program.window.row.isVisible()
    program.open("two")
    assert program.window.row.isVisible()
    assert program.tabs() == ["one", "two"]
    assert program.window.current.files.name == "two"
    assert len(program.designer.windows) == 1


def test_tabs_are_made_walked_and_closed_by_keys(program: Program) -> None:
    program.open("one", "two")
    program.press(Qt.Key.Key_T, CTRL)
    assert program.tabs() == ["one", "two", "Start page"]
    program.press(Qt.Key.Key_Tab, CTRL)
    assert program.window.current.name == "one"
    program.press(Qt.Key.Key_Tab, CTRL)
    assert program.window.current.name == "two"
    program.press(Qt.Key.Key_Tab, CTRL | SHIFT)
    assert program.window.current.name == "one"
    program.press(Qt.Key.Key_W, CTRL)
    assert program.tabs() == ["two", "Start page"]
    assert program.window.current.name == "two"


def test_keys_go_to_the_tab_that_is_shown_and_to_no_other(program: Program) -> None:
    program.open("one", "two")
    one, two = program.window.pages
    before = dump(one.session.document)
    change(program, "Changed")
    changed = dump(two.session.document)
    program.window.show_page(one)
    program.press(Qt.Key.Key_Z, CTRL)
    assert dump(two.session.document) == changed
    program.window.show_page(two)
    program.press(Qt.Key.Key_Z, CTRL)
    assert dump(two.session.document) == dump(one.session.document) == before


def test_a_tab_says_that_it_is_not_saved(program: Program) -> None:
    program.open("one", "two")
    change(program, "Other")
    assert program.tabs() == ["one", "• two"]
    assert program.window.row.bar.accessibleTabName(1) == "two, not saved"
    assert program.window.isWindowModified()
    program.window.current.files.save()
    program.settle()
    assert program.tabs() == ["one", "two"]
    assert not program.window.isWindowModified()


def test_the_title_is_that_of_the_tab_that_is_shown(program: Program) -> None:
    program.open("one", "two")
    assert program.window.windowTitle().startswith("two")
    program.window.row.bar.setCurrentIndex(0)
    assert program.window.windowTitle().startswith("one")


def test_closing_asks_for_each_tab_that_is_not_saved(program: Program) -> None:
    program.open("one", "two")
    change(program, "Other")
    program.window.show_page(program.window.pages[0])
    change(program, "Another")
    program.window.close()
    assert program.window.isVisible()
    for _ in range(2):
        [asking] = [each for each in program.window.current.findChildren(Notice) if each.buttons]
        next(b for b in asking.buttons if b.text() == "Close without saving").click()
        QApplication.sendPostedEvents(asking, QEvent.Type.DeferredDelete)
        program.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not program.designer.windows


def test_a_file_that_is_open_comes_forward(program: Program) -> None:
    [one, _two] = program.open("one", "two")
    program.window.current.files.open_path(one)
    assert program.window.current.name == "one"
    assert len(program.tabs()) == 2


def test_a_tab_becomes_a_window_and_a_tab_again(program: Program) -> None:
    program.open("one", "two")
    change(program, "Unsaved")
    page = program.window.current
    page.actions_.run("move_tab")
    first, second = program.designer.windows
    assert first.pages[0].name == "one"
    assert second.pages == [page]
    assert not page.files.is_saved
    assert not first.row.isVisible()
    place = first.mapToGlobal(QPoint(200, 10))
    second.move(first.pos() + QPoint(0, 300))
    second.row.bar.torn_off.emit(0, place)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert list(program.designer.windows) == [first]
    assert [each.name for each in first.pages] == ["one", "two"]
    page.session.undo()
    assert page.files.is_saved


def test_a_tab_dragged_away_from_the_bar_is_a_window(program: Program) -> None:
    program.open("one", "two")
    bar = program.window.row.bar
    at = bar.tabRect(0).center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 300))
    program.settle()
    assert [[page.name for page in window.pages] for window in program.designer.windows] == [
        ["two"],
        ["one"],
    ]


@pytest.mark.parametrize(
    ("button", "on_tab"), [(Qt.MouseButton.RightButton, True), (Qt.MouseButton.LeftButton, False)]
)
def test_a_tab_stays_unless_it_is_dragged_itself(
    program: Program, button: Qt.MouseButton, on_tab: bool
) -> None:
    program.open("one", "two")
    bar = program.window.row.bar
    bar.resize(bar.width() + 80, bar.height())
    at = bar.tabRect(1).center() if on_tab else QPoint(bar.width() - 2, 8)
    assert (bar.tabAt(at) >= 0) is on_tab
    QTest.mousePress(bar, button, pos=at)
    QTest.mouseRelease(bar, button, pos=at + QPoint(0, 300))
    program.settle()
    assert len(program.designer.windows) == 1


def test_moving_a_tab_moves_its_document(program: Program) -> None:
    program.open("one", "two", "three")
    program.window.row.bar.moveTab(2, 0)
    assert [page.name for page in program.window.pages] == ["three", "one", "two"]
    program.window.row.bar.setCurrentIndex(1)
    assert program.window.current.name == "one"


def test_the_menu_lists_what_is_open_in_all_windows(program: Program) -> None:
    program.open("one", "two")
    program.window.current.actions_.run("move_tab")
    listed = program.window.open_documents()
    assert [(shown.title, shown.current) for shown in listed] == [("one", True), ("two", False)]
    program.press(Qt.Key.Key_QuoteLeft, CTRL)
    listed[1].show()
    assert program.designer.windows[1].current.name == "two"


def test_windows_are_used_where_the_user_prefers_them(program: Program) -> None:
    program.designer._settings.opens_windows = True
    program.open("one", "two")
    assert [len(window.pages) for window in program.designer.windows] == [1, 1]


def test_the_next_start_offers_the_files_of_the_last(program: Program) -> None:
    paths = program.open("one", "two")
    assert program.designer._settings.last_session == ()
    program.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = Program(program.folder)
    assert again.designer._settings.last_session == tuple(paths)
    links = [stop.text() for stop in again.window.current.welcome.findChildren(Stop)]
    assert "Reopen last session (2 files)" in links
    again.window.current.actions_.run("reopen_session")
    again.settle()
    assert again.tabs() == ["one", "two"]
    again.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_file_is_shown_as_it_was_left_and_panels_stay_hidden(program: Program) -> None:
    [path] = program.open("one")
    page = program.window.current
    page.show_panel("outline", False)
    page.canvas.zoom_to(2.0)
    page.canvas.centre_on(700, 300)
    seen = page.canvas.view
    program.window.close()
    again = Program(program.folder)
    again.window.current.files.open_path(path)
    again.settle()
    view = again.window.current.canvas.view
    assert view.zoom == 2.0
    assert abs(view.visible.middle[0] - seen.visible.middle[0]) < 1
    assert not again.window.current.shows_panel("outline")
    again.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
