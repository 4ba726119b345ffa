"""Several windows of one program."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from blueprint.storage import open_sample
from blueprint.ui.app import Designer
from blueprint.ui.main_window import MainWindow
from blueprint.ui.tabs.tab_window import TabWindow
from tests.ui.desk import Desk


def test_a_further_window_stays_on_the_screen(desk: Desk) -> None:
    designer = Designer(desk.settings)
    windows = [designer.start() for _ in range(3)]
    room = windows[0].screen().availableGeometry()
    for window in windows:
        assert window.x() >= room.left()
        assert window.y() >= room.top()
        if window.width() <= room.width():
            assert window.x() + window.width() <= room.right() + 1
        window.close()


def test_a_closed_window_leaves_nothing_behind(desk: Desk) -> None:
    designer = Designer(desk.settings)
    designer.start().current.files.show_document(open_sample("hotel"))
    window = designer.start()
    window.current.files.show_document(open_sample("hotel"))
    assert len(open_windows()) == 3
    canvas = window.current.canvas
    window.close()
    desk.forget_deleted()
    assert len(open_windows()) == 2
    assert not isValid(canvas)
    assert len(designer.windows) == 1
    designer.windows[0].close()
    desk.forget_deleted()


def open_windows() -> list[QWidget]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, (MainWindow, TabWindow))
    ]
