"""The foot of the dialogs that make a file or a print."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from blueprint.i18n import message
from blueprint.ui.background import Progress
from blueprint.ui.dialogs.making import Making


def test_what_is_begun_while_the_last_work_still_gives_up_comes_to_its_end(qtbot: QtBot) -> None:
    making = Making(message("Print"), lambda: None, lambda: None, QWidget())
    qtbot.addWidget(making)
    holds = threading.Event(), threading.Event()
    ended = threading.Event()
    done: list[int] = []

    def first(progress: Progress) -> int:
        holds[0].wait(10)
        ended.set()
        return 1

    def second(progress: Progress) -> int:
        holds[1].wait(10)
        return 2

    making.run(first, done.append)
    making.cancel.click()
    making.run(second, done.append)
    holds[0].set()
    assert ended.wait(10)
    qtbot.wait(50)
    assert not making.is_over
    holds[1].set()
    qtbot.waitUntil(lambda: making.is_over)
    assert done == [2]
