"""Fingers on the canvas: they pan, tap, lift, pinch, and fit all, as real touch events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.ui.canvas.editor import After
from blueprint.ui.canvas.hit import FINGER
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, shoeshine

SCREEN: list[QPointingDevice] = []


class Fingers(Hands):
    """Hands without a mouse."""

    def __init__(self, device: QPointingDevice) -> None:
        super().__init__(shoeshine())
        self.canvas.resize(780, 700)  # no larger than the screen, beyond which nobody touches
        self._device = device
        self.settle()

    def down(self, *places: QPoint) -> None:
        """Put fingers down."""
        sequence = QTest.touchEvent(self.canvas.viewport(), self._device, False)
        for finger, at in enumerate(places):
            sequence.press(finger, at, self.canvas.viewport())
        sequence.commit()

    def slide(self, *places: QPoint) -> None:
        """Move the fingers that are down."""
        sequence = QTest.touchEvent(self.canvas.viewport(), self._device, False)
        for finger, at in enumerate(places):
            sequence.move(finger, at, self.canvas.viewport())
        sequence.commit()

    def up(self, *places: QPoint) -> None:
        """Take all fingers away."""
        sequence = QTest.touchEvent(self.canvas.viewport(), self._device, False)
        for finger, at in enumerate(places):
            sequence.release(finger, at, self.canvas.viewport())
        sequence.commit()
        self.settle()

    def tap(self, *places: QPoint) -> None:
        self.down(*places)
        self.up(*places)


@pytest.fixture
def fingers(qtbot: QtBot) -> Iterator[Fingers]:
    if not SCREEN:
        SCREEN.append(QTest.createTouchDevice())
    made = Fingers(SCREEN[0])
    qtbot.addWidget(made.canvas)
    before = dict(made.session.document.entities)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def wide(fingers: Fingers) -> None:
    """Zoom in, so that there is something to scroll."""
    fingers.canvas.zoom_to(2.0)
    fingers.settle()


def test_one_finger_pans_and_touches_nothing(fingers: Fingers) -> None:
    wide(fingers)
    before = fingers.canvas.view
    start = QPoint(500, 400)
    fingers.down(start)
    fingers.slide(start + QPoint(20, 0))
    fingers.slide(start + QPoint(120, 30))
    fingers.up(start + QPoint(120, 30))
    after = fingers.canvas.view
    assert (after.x - before.x) * after.zoom == pytest.approx(-120, abs=1)
    assert (after.y - before.y) * after.zoom == pytest.approx(-30, abs=1)
    assert fingers.session.selection == ()


def test_a_tap_selects_and_a_double_tap_edits(fingers: Fingers) -> None:
    fingers.tap(fingers.middle("Sits"))
    assert fingers.session.selection == (fingers.step("Sits").id,)
    assert not fingers.canvas.editor.is_open
    fingers.tap(fingers.middle("Sits"))
    assert fingers.canvas.editor.is_open
    fingers.tap(fingers.cell(BACKSTAGE, 2))
    assert not fingers.canvas.editor.is_open


def test_a_finger_that_rests_lifts_the_card_and_carries_it(fingers: Fingers, qtbot: QtBot) -> None:
    start, end = fingers.middle("Pays"), fingers.cell(CUSTOMER, 3)
    fingers.down(start)
    qtbot.waitUntil(lambda: bool(fingers.canvas.overlay.ghosts))
    fingers.slide((start + end) / 2)
    fingers.slide(end)
    fingers.up(end)
    assert fingers.place("Pays") == (CUSTOMER, 3)


def test_a_rest_without_a_move_opens_the_menu(
    fingers: Fingers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "blueprint.ui.canvas.canvas.open_menu",
        lambda _bench, pointer, _at: opened.append(pointer.target.id),
    )
    start = fingers.middle("Pays")
    fingers.down(start)
    qtbot.waitUntil(lambda: bool(fingers.canvas.overlay.ghosts))
    fingers.up(start)
    qtbot.waitUntil(lambda: opened == [fingers.step("Pays").id])
    assert fingers.place("Pays") == (CUSTOMER, 2)


def test_two_fingers_zoom_where_they_are(fingers: Fingers) -> None:
    one, other = QPoint(250, 300), QPoint(350, 300)
    held = fingers.canvas.view.to_drawing(300, 300)
    fingers.down(one, other)
    fingers.slide(one - QPoint(20, 0), other + QPoint(20, 0))
    fingers.slide(one - QPoint(50, 0), other + QPoint(50, 0))
    fingers.up(one - QPoint(50, 0), other + QPoint(50, 0))
    assert fingers.canvas.zoom == pytest.approx(2.0, rel=0.02)
    now = fingers.canvas.view.to_drawing(300, 300)
    assert now.x == pytest.approx(held.x, abs=2)


def test_two_fingers_pan_together(fingers: Fingers) -> None:
    wide(fingers)
    before = fingers.canvas.view
    one, other = QPoint(500, 400), QPoint(700, 400)
    way = QPoint(80, 0)
    fingers.down(one, other)
    fingers.slide(one + way / 2, other + way / 2)
    fingers.slide(one + way, other + way)
    fingers.up(one + way, other + way)
    assert fingers.canvas.zoom == pytest.approx(before.zoom)
    assert (fingers.canvas.view.x - before.x) * before.zoom == pytest.approx(-80, abs=1)


def test_a_double_tap_with_two_fingers_fits_all(fingers: Fingers) -> None:
    wide(fingers)
    one, other = QPoint(500, 400), QPoint(600, 400)
    fingers.tap(one, other)
    assert fingers.canvas.zoom == 2.0
    fingers.tap(one, other)
    assert fingers.canvas.zoom <= 1.0


def test_a_second_finger_gives_up_what_the_first_one_carries(
    fingers: Fingers, qtbot: QtBot
) -> None:
    start = fingers.middle("Pays")
    fingers.down(start)
    qtbot.waitUntil(lambda: bool(fingers.canvas.overlay.ghosts))
    sequence = QTest.touchEvent(fingers.canvas.viewport(), SCREEN[0], False)
    sequence.stationary(0)
    sequence.press(1, QPoint(600, 600), fingers.canvas.viewport())
    sequence.commit()
    assert not fingers.canvas.overlay.ghosts
    fingers.up(start, QPoint(600, 600))
    assert fingers.place("Pays") == (CUSTOMER, 2)


def test_handles_are_felt_by_fingers_from_further_away(fingers: Fingers) -> None:
    fingers.tap(fingers.middle("Pays"))
    handle = fingers.side("Pays", 1, 0.5) + QPoint(25, 0)
    end = fingers.cell(CUSTOMER, 3)
    fingers.down(handle)
    fingers.slide(handle + QPoint(30, 0))
    fingers.slide(end)
    fingers.up(end)
    assert fingers.canvas.editor.is_open
    fingers.type("Leaves")
    fingers.canvas.editor.accept(After.STAY)
    assert ("Pays", "sequence", "Leaves") in fingers.flows()
    assert 2 * FINGER.handle >= 44


def test_the_window_is_told_whether_fingers_or_a_mouse_point(fingers: Fingers) -> None:
    told: list[bool] = []
    fingers.canvas.touched.connect(told.append)
    fingers.tap(fingers.middle("Sits"))
    fingers.click(fingers.middle("Pays"))
    QApplication.processEvents()
    assert told == [True, False]
