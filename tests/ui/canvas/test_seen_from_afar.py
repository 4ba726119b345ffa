"""What is seen from afar and from near: names stay in view, badges become small signs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from blueprint.drawing.theme import theme
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import FailPoint, WaitPoint
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def seen(hands: Hands, area: QRect) -> QImage:
    for _ in range(100):
        hands.settle()
    return hands.canvas.viewport().grab(area).toImage()


def holds(picture: QImage, colour: str) -> bool:
    """Whether a colour, or one very near to it, is in a picture."""
    wanted = QColor(colour)
    return any(
        abs(found.red() - wanted.red())
        + abs(found.green() - wanted.green())
        + abs(found.blue() - wanted.blue())
        < 12
        for x in range(picture.width())
        for y in range(picture.height())
        if (found := picture.pixelColor(x, y)).isValid()
    )


def test_the_name_of_a_lane_stays_in_the_part_that_is_seen(hands: Hands) -> None:
    document = hands.session.document
    hands.session.attempt(lambda: set_lane(document, ONSTAGE, least_height=2000.0))
    hands.canvas.centre_on(300, 1500)
    picture = seen(hands, QRect(30, 34, 90, 80))
    assert holds(picture, theme("light").roles[document.lane(ONSTAGE).role].text)


def test_the_title_of_a_phase_stays_in_the_part_that_is_seen(hands: Hands) -> None:
    hands.canvas.zoom_to(4.0)
    hands.canvas.centre_on(400, 100)
    assert holds(seen(hands, QRect(130, 6, 80, 24)), theme("light").window.ink)


def test_badges_are_signs_from_afar(hands: Hands) -> None:
    document, step = hands.session.document, hands.step("Watches")
    fields = {"fail": FailPoint(), "wait": WaitPoint(), "moment_of_truth": True}
    hands.session.attempt(lambda: set_fields(document, [step.id], **fields))
    hands.session.select([])
    hands.canvas.zoom_to(0.25)
    box = hands.session.layout.card(step.id).box
    corner = hands.at(box.x, box.y)
    look = theme("light")
    right = seen(hands, QRect(hands.at(box.right, box.y).x() - 14, corner.y() - 5, 18, 10))
    assert holds(right, look.window.error)
    assert holds(right, look.window.warn_fill)
    assert holds(seen(hands, QRect(corner.x() - 5, corner.y() - 5, 10, 10)), look.star)
    assert hands.place("Watches") == (CUSTOMER, 1)
