"""While a card is carried its neighbours move aside; let go or given up, all stands as it does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from blueprint.ui.canvas.parting import Parted, Parting
from blueprint.ui.theming import LOOK
from tests.ui.canvas.hands import Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, EVIDENCE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    LOOK.still = False
    made.undo_all()
    assert dict(made.session.document.entities) == before


def parted(hands: Hands) -> Parted | None:
    found = hands.canvas.findChild(Parting)
    assert isinstance(found, Parting)
    return found.now


def beside(hands: Hands, column: int) -> QPoint:
    """A point in the left quarter of a customer cell."""
    box = hands.cell_box(CUSTOMER, column)
    return hands.at(box.x + 8, box.middle.y)


def picture(hands: Hands) -> QImage:
    hands.session.check_now()  # else markers of problems come a moment later
    hands.settle()
    while not hands.canvas.picture.is_sharp:
        hands.settle()
    return hands.canvas.grab().toImage()


def test_a_gap_opens_where_a_column_will_be_and_closes_again(hands: Hands, qtbot: QtBot) -> None:
    hands.grasp(hands.middle("Pays"))
    hands.move(beside(hands, 1))
    hands.settle()
    begun = parted(hands)
    assert begun is not None
    assert begun.room.x is not None
    assert begun.split < 1
    qtbot.waitUntil(lambda: (now := parted(hands)) is not None and now.split == 1)
    hands.move(hands.cell(BACKSTAGE, 5))
    hands.settle()
    qtbot.waitUntil(lambda: parted(hands) is None)
    hands.press(Key.Key_Escape)
    hands.let_go(beside(hands, 1))


def test_what_is_dropped_in_the_gap_is_where_the_gap_was(hands: Hands, qtbot: QtBot) -> None:
    hands.drag(hands.middle("Pays"), beside(hands, 1))
    assert parted(hands) is None
    assert hands.place("Pays") == (CUSTOMER, 1)
    assert hands.place("Watches") == (CUSTOMER, 2)


def test_in_the_middle_of_a_filled_cell_its_card_is_pushed_down(hands: Hands) -> None:
    hands.grasp(hands.middle("Pays"))
    hands.move(hands.middle("Watches") + QPoint(0, -12))
    hands.settle()
    LOOK.still = True
    now = parted(hands)
    assert now is not None
    assert set(now.pushed()) == {hands.step("Watches").id}
    hands.press(Key.Key_Escape)
    hands.let_go(hands.middle("Watches"))


def test_given_up_the_drawing_looks_as_before(hands: Hands, qtbot: QtBot) -> None:
    hands.click(hands.cell(BACKSTAGE, 6))
    hands.move(hands.cell(BACKSTAGE, 6), pressed=False)
    before = picture(hands)
    hands.grasp(hands.middle("Sits"))
    hands.move(hands.middle("Watches") + QPoint(0, 12))
    hands.settle()
    hands.move(beside(hands, 2))
    hands.settle()
    hands.press(Key.Key_Escape)
    hands.let_go(hands.cell(BACKSTAGE, 6))
    hands.click(hands.cell(BACKSTAGE, 6))
    qtbot.waitUntil(lambda: parted(hands) is None)
    assert picture(hands) == before


def test_a_refused_card_opens_nothing(hands: Hands) -> None:
    hands.grasp(hands.middle("Pays"))
    box = hands.cell_box(EVIDENCE, 0)
    hands.move(hands.at(box.x + 8, box.middle.y))
    hands.settle()
    assert hands.canvas.overlay.refused
    assert parted(hands) is None
    hands.press(Key.Key_Escape)
    hands.let_go(hands.cell(EVIDENCE, 0))


def test_with_less_motion_the_gap_is_there_at_once(hands: Hands) -> None:
    LOOK.still = True
    hands.grasp(hands.middle("Pays"))
    hands.move(beside(hands, 1))
    hands.settle()
    now = parted(hands)
    assert now is not None
    assert now.split == 1
    hands.press(Key.Key_Escape)
    hands.settle()
    assert parted(hands) is None
    hands.let_go(beside(hands, 1))


def test_the_connectors_of_a_carried_card_follow_it(hands: Hands) -> None:
    """The kept picture leaves them out, and they are drawn to where the card is."""
    hands.grasp(hands.middle("Watches"))
    hands.move(hands.cell(BACKSTAGE, 0))
    first = picture(hands)
    flow = next(iter(hands.session.document.flows))
    old = hands.session.layout.connector(flow).points[0]
    at = hands.at(old.x + 14, old.y)
    ground = hands.at(old.x + 14, old.y - 12)
    assert first.pixelColor(at) == first.pixelColor(ground)
    hands.press(Key.Key_Escape)
    hands.let_go(hands.cell(BACKSTAGE, 0))
    again = picture(hands)
    assert again.pixelColor(at) != again.pixelColor(ground)
