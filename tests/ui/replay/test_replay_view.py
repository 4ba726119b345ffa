"""The simulation is watched in the real window: it plays, pauses, jumps, and follows edits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint.model.edits import steps
from blueprint.ui.motion import motion_is_reduced
from blueprint.ui.replay.view import CALM_FRAME, FRAME, ReplayView
from tests.ui.desk import Desk

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> ReplayView:
    desk.window.files.open_path(CASES / "drive-up-bank.csv")
    desk.window.actions_.run("view.replay")
    found = desk.window.views.currentWidget()
    assert isinstance(found, ReplayView)
    assert found.play.isEnabled()
    return found


def busy_moment(view: ReplayView) -> float:
    """A moment at which somebody waits."""
    for second in range(0, 20_000, 50):
        view.show_time(second)
        if view.stage.queue_lengths():
            return second
    raise AssertionError("nobody ever waits")


def test_it_plays_and_pauses(view: ReplayView, qtbot: QtBot) -> None:
    view.play.click()
    assert view.play.text() == "Pause"
    qtbot.waitUntil(lambda: view.time > 5)
    QTest.keyClick(view, Qt.Key.Key_Space)
    stopped = view.time
    QTest.qWait(120)
    assert view.time == stopped
    assert view.play.text() == "Play"


def test_a_higher_speed_passes_more_time(view: ReplayView, qtbot: QtBot) -> None:
    view.speed.show_value("1800")
    view.play.click()
    qtbot.waitUntil(lambda: view.time > 600)
    assert view.is_playing


def test_queues_pile_up_at_their_step_and_busy_servers_are_coloured(view: ReplayView) -> None:
    before = view.grab().toImage()
    moment = busy_moment(view)
    assert moment > 0
    assert view.stage.queue_lengths().keys() <= view.stage.document.steps.keys()
    assert "% busy" in view.busy.text()
    assert view.grab().toImage() != before


def test_the_slider_goes_to_any_moment(view: ReplayView) -> None:
    view.position.sliderMoved.emit(5_000)
    assert view.time > 1_000
    view.position.sliderMoved.emit(0)
    assert view.time == 0
    assert view.stage.queue_lengths() == {}


def test_another_seed_is_another_day(view: ReplayView) -> None:
    view.show_time(5_000)
    first = view.stage.token_points(), view.busy.text()
    view.seed.setValue(2)
    assert view.time == 0
    view.show_time(5_000)
    assert (view.stage.token_points(), view.busy.text()) != first


def test_an_edit_begins_anew(view: ReplayView, desk: Desk) -> None:
    view.show_time(2_000)
    session = desk.window.session
    id = next(iter(session.document.steps))
    session.push(steps.rename(session.document, id, "Drives up"))
    assert view.time == 0
    assert view.stage.document.steps[id].label == "Drives up"


def test_what_cannot_be_simulated_says_why(view: ReplayView, desk: Desk) -> None:
    from blueprint.storage import open_document

    desk.window.session.open(open_document(CASES / "hotel.csv").document)
    assert not view.play.isEnabled()
    assert "Nobody arrives" in view.told.text()


def test_with_reduced_motion_pictures_stand_still_in_between(view: ReplayView, desk: Desk) -> None:
    view.play.click()
    assert view._timer.interval() == FRAME
    view.play.click()
    desk.window.actions_.run("reduce_motion")
    assert motion_is_reduced()
    view.play.click()
    assert view._timer.interval() == CALM_FRAME
    assert view.stage._travel == 0
    view.pause()
    desk.window.actions_.run("reduce_motion")
    assert not motion_is_reduced()


def test_leaving_the_view_pauses(view: ReplayView, desk: Desk) -> None:
    view.play.click()
    desk.window.actions_.run("view.canvas")
    assert not view.is_playing
