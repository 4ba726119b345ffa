"""Several windows of one program."""

from __future__ import annotations

from blueprint.ui.app import Designer
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
