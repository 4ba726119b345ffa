"""Work beside the window outlives who asked for it, and the program outlives both."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from blueprint.ui import background
from blueprint.ui.background import Progress, Task


@pytest.fixture
def hold() -> threading.Event:
    """What the work waits for."""
    return threading.Event()


def test_the_result_comes_back(qtbot: QtBot) -> None:
    told: list[object] = []
    task = Task(lambda progress: 42)
    task.succeeded.connect(told.append)
    with qtbot.waitSignal(task.finished):
        task.start()
    qtbot.waitUntil(lambda: told == [42])
    qtbot.waitUntil(lambda: task not in background._running)


def test_work_goes_on_until_it_ends_though_its_window_is_gone(
    qtbot: QtBot, hold: threading.Event
) -> None:
    ended = threading.Event()
    told: list[object] = []

    def work(progress: Progress) -> object:
        hold.wait(10)
        ended.set()
        return "too late"

    window = QWidget()
    task = Task(work, (), window)
    task.succeeded.connect(told.append)
    task.start()
    delete(window)
    del task
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert background._running

    hold.set()
    qtbot.waitUntil(lambda: not background._running)
    assert ended.is_set()
    assert told == []


def test_work_that_tells_its_progress_stops_there_once_it_is_given_up(
    qtbot: QtBot, hold: threading.Event
) -> None:
    reached: list[str] = []

    def work(progress: Progress) -> object:
        hold.wait(10)
        progress(0.5)
        reached.append("the end")
        return None

    task = Task(work)
    task.start()
    task.give_up()
    hold.set()
    qtbot.waitUntil(lambda: not background._running)
    assert reached == []
