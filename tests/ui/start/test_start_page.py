"""The start page, as the user who begins meets it."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from blueprint.i18n import Message, tr
from blueprint.storage import Opened, open_document, open_sample, save_document
from blueprint.ui import reading
from blueprint.ui.start import pictures
from blueprint.ui.start.drop_tile import DropTile
from blueprint.ui.start.lessons import LessonRow
from blueprint.ui.start.pages import PAGES
from blueprint.ui.start.pictures import Pictures
from blueprint.ui.start.stop import Stop
from blueprint.ui.start.tiles import Tile
from blueprint.ui.starting_points import samples, templates
from blueprint.ui.words import switch_language
from tests.ui.desk import Desk


def shown(desk: Desk) -> QWidget:
    page = desk.window.welcome._scroll.widget()
    assert page is not None
    return page


def tiles(desk: Desk) -> list[Tile]:
    """The tiles that the page shows, in order."""
    return shown(desk).findChildren(Tile)


def names(desk: Desk) -> list[str]:
    return [tile.title.text() for tile in tiles(desk)]


def pick(desk: Desk, name: str) -> None:
    found = next(tile for tile in tiles(desk) if tile.title.text() == name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def at(desk: Desk) -> str:
    focused = desk.focus
    return focused.title.text() if isinstance(focused, Tile) else focused.accessibleName()


def test_nothing_is_the_first_choice(desk: Desk) -> None:
    assert names(desk)[0] == "Blank"
    assert at(desk) == "Blank"
    desk.press(Qt.Key.Key_Return)
    assert desk.window.files.has_document
    assert not desk.window.session.document.steps


def test_tiles_are_called_by_their_titles_before_any_picture_is_painted(desk: Desk) -> None:
    titles = names(desk)
    assert "Opening an account in a bank branch" in titles
    assert not [title for title in titles if "." in title]


def test_arrow_keys_walk_the_tiles_both_ways(desk: Desk) -> None:
    row = names(desk)[:8]
    for key, stop in (
        (Qt.Key.Key_Right, row[1]),
        (Qt.Key.Key_Down, row[5]),
        (Qt.Key.Key_Left, row[4]),
        (Qt.Key.Key_Up, row[0]),
        (Qt.Key.Key_Left, "Templates"),
        (Qt.Key.Key_Up, "Home"),
        (Qt.Key.Key_Down, "Templates"),
    ):
        desk.press(key)
        assert at(desk) == stop
    desk.press(Qt.Key.Key_Return)
    assert desk.window.welcome.page == "templates"


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.icon])
def test_every_entry_of_the_navigation_shows_a_page(desk: Desk, page: str) -> None:
    start = desk.window.welcome
    QTest.mouseClick(start.navigation.entries[page], Qt.MouseButton.LeftButton)
    desk.settle()
    assert start.page == page
    assert [name for name, entry in start.navigation.entries.items() if entry.isChecked()] == [page]
    assert shown(desk).findChildren(Stop)


def test_the_pages_show_all_that_ships_in_both_languages(desk: Desk) -> None:
    both = ("en", "zh_CN")
    desk.window.welcome.show_page("templates")
    assert len(names(desk)) == sum(len(templates(language)) for language in both)
    desk.window.welcome.show_page("samples")
    assert len(names(desk)) == sum(len(samples(language)) for language in both)
    assert names(desk)[0] == "Overnight hotel stay"
    assert "快递服务" in names(desk)


def test_a_template_opens_as_an_unsaved_copy(desk: Desk) -> None:
    desk.window.welcome.show_page("templates")
    pick(desk, "Hotel stay")
    assert desk.window.session.document.properties.title == "Hotel stay"
    assert desk.window.files.path is None


def test_a_file_of_late_is_listed_with_its_place_and_state_and_opens(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = _file(desk, tmp_path / "Documents" / "Course")
    desk.window.show_home()
    row = next(tile for tile in tiles(desk) if tile.property("look") == "row")
    assert row.title.text() == "Overnight hotel stay"
    assert row.accessibleDescription() == "Documents / Course, As-is, Just now"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert desk.window.files.path == path


def test_the_list_can_forget_one_file_and_shows_more_than_four_on_its_page(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(6):
        _file(desk, tmp_path / str(number))
    desk.window.show_home()
    rows = [tile for tile in tiles(desk) if tile.property("look") == "row"]
    assert len([row for row in rows if not isinstance(row, LessonRow)]) == 4
    links = [stop for stop in desk.window.welcome._stops() if stop.text() == "Show all"]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert len(tiles(desk)) == 6
    rows = tiles(desk)
    rows[0].customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(act for act in menu.actions() if act.text() == "Take out of this list").trigger()
    menu.close()
    desk.settle()
    assert len(tiles(desk)) == 5


def _file(desk: Desk, folder: Path) -> Path:
    folder.mkdir(parents=True)
    path = folder / "stay.blueprint"
    shutil.copy(samples("en")[0], path)
    desk.settings.remember(path)
    return path


def test_a_file_dropped_on_the_tile_opens(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "steps.csv"
    table.write_text("lane,column,label\ncustomer,1,Order tea\n", encoding="utf-8")
    drop = desk.window.welcome.findChild(DropTile)
    assert drop is not None
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(table))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drop.dropEvent(QDropEvent(QPointF(9, 9), copy, files, left, none))
    assert [step.label for step in desk.window.session.document.steps.values()] == ["Order tea"]


def test_the_page_follows_the_language_and_says_so(desk: Desk) -> None:
    switch_language("zh_CN")
    desk.settle()
    assert names(desk)[0] == "空白"
    page = next(page for page in PAGES if page.name == "samples")
    assert isinstance(page.title, Message)
    assert tr(page.title) == "示例"
    switch_language("en")


def test_a_narrow_window_has_fewer_tiles_in_a_row(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    desk.settle()
    first = tiles(desk)[0].y()
    assert 2 <= len([tile for tile in tiles(desk)[:8] if tile.y() == first]) < 4


def test_the_way_back_to_an_open_blueprint_is_offered(desk: Desk) -> None:
    desk.window.files.new()
    desk.window.show_home()
    back = desk.window.welcome.navigation.back
    assert back.isVisible()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not desk.window.welcome.isVisible()


def test_the_picture_of_a_large_file_is_made_beside_the_window(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hotel.blueprint"
    save_document(open_sample("hotel"), path)
    monkeypatch.setattr(reading, "LARGE", 0)
    threads: list[bool] = []

    def seen(asked: Path) -> Opened:
        if asked == path:
            threads.append(threading.current_thread() is threading.main_thread())
        return open_document(asked)

    monkeypatch.setattr(pictures, "open_document", seen)
    place = QLabel()
    made = Pictures(place)
    made.show_file(place, QSize(120, 60), path)
    for _ in range(200):
        desk.wait(10)
        if not place.pixmap().isNull():
            break
    assert place.pixmap().deviceIndependentSize().toSize() == QSize(120, 60)
    assert threads == [False]
