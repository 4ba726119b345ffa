"""What is painted anew after an edit is all that looks different."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.ui.tools import commands
from tests.ui.canvas.hands import Hands, Key
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, EVIDENCE, shoeshine


def expect_as_if_opened_now(hands: Hands, qtbot: QtBot) -> None:
    """The canvas comes to show what another one shows that has never been edited."""
    fresh = Hands(hands.session.document.snapshot())
    qtbot.addWidget(fresh.canvas)
    for one in (hands, fresh):
        one.session.check_now()
        one.session.select(())
        one.session.move_cursor(None)
        QApplication.sendEvent(one.canvas, QEvent(QEvent.Type.Leave))

    pictures = [one.canvas.picture for one in (hands, fresh)]
    qtbot.waitUntil(lambda: all(picture.is_complete for picture in pictures), timeout=60_000)

    def alike() -> bool:
        hands.settle()
        return bool(hands.canvas.grab().toImage() == fresh.canvas.grab().toImage())

    qtbot.waitUntil(alike)


def test_the_link_of_new_evidence_is_drawn_down_to_its_step(qtbot: QtBot) -> None:
    hands = Hands(shoeshine())
    qtbot.addWidget(hands.canvas)
    hands.double_click(hands.cell(EVIDENCE, 2))
    hands.type("Money")
    hands.press(Key.Key_Return)
    expect_as_if_opened_now(hands, qtbot)


def test_the_link_of_evidence_goes_with_it(qtbot: QtBot) -> None:
    hands = Hands(shoeshine())
    qtbot.addWidget(hands.canvas)
    hands.click(hands.middle("Chair"))
    hands.press(Key.Key_Delete)
    expect_as_if_opened_now(hands, qtbot)


def test_a_step_between_evidence_and_a_card_takes_the_link(qtbot: QtBot) -> None:
    document = shoeshine()
    hands = Hands(document)
    qtbot.addWidget(hands.canvas)
    hands.double_click(hands.cell(EVIDENCE, 1))
    hands.type("Brush")
    hands.press(Key.Key_Return)
    hands.click(hands.middle("Watches"))
    commands.remove_selected(hands.session)
    hands.settle()
    hands.double_click(hands.cell(CUSTOMER, 1))
    hands.type("Looks")
    hands.press(Key.Key_Return)
    expect_as_if_opened_now(hands, qtbot)
