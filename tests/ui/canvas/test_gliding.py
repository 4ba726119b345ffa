"""Cards glide to where they stand, for a moment, and only where motion is wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from blueprint.ui.canvas.gliding import Gliding
from blueprint.ui.theming import LOOK
from tests.ui.canvas.hands import ALT, Hands, Key
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, EVIDENCE, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(shoeshine())
    qtbot.addWidget(made.canvas)
    yield made
    LOOK.still = False


def gliding(hands: Hands) -> Gliding:
    found = hands.canvas.findChild(Gliding)
    assert isinstance(found, Gliding)
    return found


def test_a_step_that_was_moved_glides_and_comes_to_rest(hands: Hands, qtbot: QtBot) -> None:
    hands.click(hands.middle("Pays"))
    hands.settle()
    hands.press(Key.Key_Right, ALT)
    assert gliding(hands).is_running
    hands.settle()
    qtbot.waitUntil(lambda: not gliding(hands).is_running)
    qtbot.waitUntil(lambda: hands.canvas.picture.is_complete, timeout=60_000)
    resting = hands.canvas.grab().toImage()
    hands.canvas.viewport().update()
    hands.settle()
    assert hands.canvas.grab().toImage() == resting


def test_what_makes_room_glides_too(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.settle()
    edge = hands.cell_box(CUSTOMER, 2)
    hands.drag(hands.middle("Sits"), hands.at(edge.x + 10, edge.middle.y))
    assert gliding(hands).is_running


def test_a_refused_card_glides_back(hands: Hands) -> None:
    hands.settle()
    hands.drag(hands.middle("Brush"), hands.cell(EVIDENCE, 3))
    assert hands.refusals
    assert gliding(hands).is_running
    assert hands.place("Brush") == (ONSTAGE, 1)


def test_nothing_glides_where_less_motion_is_asked_for(hands: Hands) -> None:
    LOOK.still = True
    hands.click(hands.middle("Pays"))
    hands.settle()
    hands.press(Key.Key_Right, ALT)
    assert not gliding(hands).is_running


def test_a_new_document_does_not_glide_in(hands: Hands) -> None:
    hands.settle()
    hands.session.open(shoeshine())
    assert not gliding(hands).is_running
    hands.click(QPoint(900, 700))
