"""Lines, letters, notes and fields by hand and key; each journey can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from blueprint.model.notation import LaneRole, Line
from tests.ui.canvas.hands import CTRL, Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def take_offer(hands: Hands, place: int = 0) -> str:
    """Take what the menu at the pointer offers; its words."""
    menu = hands.canvas.findChild(QMenu)
    assert isinstance(menu, QMenu)
    action = menu.actions()[place]
    action.trigger()
    menu.close()
    return action.text()


def line_label(hands: Hands, line: Line) -> QPoint:
    band = next(band for band in hands.session.layout.lines if band.line is line)
    return QPoint(60, hands.at(0, band.y).y())


def below(hands: Hands, lane: str) -> QPoint:
    band = next(band for band in hands.session.layout.lanes if band.lane == lane)
    return QPoint(60, hands.at(0, band.box.bottom - 4).y())


def test_a_line_dragged_past_a_lane_offers_another_role_and_changes_nothing_by_itself(
    hands: Hands,
) -> None:
    hands.drag(line_label(hands, Line.VISIBILITY), below(hands, BACKSTAGE))
    assert hands.session.document.lane(BACKSTAGE).role is LaneRole.BACKSTAGE
    assert "Onstage" in take_offer(hands)
    assert hands.session.document.lane(BACKSTAGE).role is LaneRole.ONSTAGE


def test_a_lane_dragged_past_a_line_offers_another_role(hands: Hands) -> None:
    start = below(hands, ONSTAGE) - QPoint(0, 20)
    hands.drag(start, below(hands, BACKSTAGE) + QPoint(0, 2))
    assert hands.session.document.lane(ONSTAGE).role is LaneRole.ONSTAGE
    take_offer(hands)
    assert hands.session.document.lane(ONSTAGE).role is LaneRole.BACKSTAGE
    order = [lane.id for lane in hands.session.document.lanes]
    assert order.index(ONSTAGE) == order.index(BACKSTAGE) + 1


def test_letters_connect_without_the_mouse(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.press(Key.Key_L, CTRL)
    letters = {id: letter for id, letter in hands.canvas.overlay.letters}
    assert hands.step("Chair").id not in letters
    hands.type(letters[hands.step("Pays").id].lower())
    assert ("Watches", "sequence", "Pays") in hands.flows()
    assert hands.canvas.overlay.letters == ()


def test_escape_gives_the_letters_up(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.press(Key.Key_L, CTRL)
    hands.press(Key.Key_Escape)
    assert hands.canvas.overlay.letters == ()
    assert hands.session.selection == (hands.step("Watches").id,)


@pytest.mark.parametrize(
    ("key", "field"), [(Key.Key_T, "duration"), (Key.Key_K, "cost"), (Key.Key_O, "owner")]
)
def test_a_field_tool_goes_to_the_field_of_the_card_that_is_clicked(
    hands: Hands, key: Key, field: str
) -> None:
    asked: list[str] = []
    hands.canvas.field_requested.connect(asked.append)
    hands.session.move_cursor(None)
    hands.press(key)
    assert hands.session.tool == field
    hands.click(hands.middle("Brush"))
    assert asked == [field]
    assert hands.session.tool == "select"
    hands.press(key)
    assert asked == [field, field]


def test_a_click_after_placing_a_step_selects_again(hands: Hands) -> None:
    hands.session.set_tool("step")
    hands.click(hands.cell(BACKSTAGE, 4))
    hands.type("Buy wax")
    hands.press(Key.Key_Return)
    hands.click(hands.cell(BACKSTAGE, 6))
    assert not hands.canvas.editor.is_open
    hands.press(Key.Key_Escape)
    hands.session.set_tool("step")
    hands.press(Key.Key_Escape)
    hands.click(hands.cell(BACKSTAGE, 6))
    assert not hands.canvas.editor.is_open
