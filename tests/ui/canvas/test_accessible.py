"""What a screen reader finds on the canvas."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from blueprint.i18n import set_language
from blueprint.layout.geometry import Cell
from blueprint.model.distribution import fixed
from blueprint.model.edits.flows import connect
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import FailPoint
from blueprint.model.notation import FlowKind
from blueprint.ui.canvas.accessible import speak_for
from blueprint.ui.canvas.spoken import card_words, cell_words, crossing_words, lane_words
from tests.ui.canvas.hands import Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(shoeshine())
    qtbot.addWidget(made.canvas)
    speak_for(made.canvas)
    yield made
    set_language("en")


def whole(hands: Hands) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hands.canvas)


def names(found: QAccessibleInterface) -> list[str]:
    children = [found.child(n) for n in range(found.childCount())]
    return [child.text(QAccessible.Text.Name) for child in children]


def lane(hands: Hands, id: str) -> QAccessibleInterface:
    """The list of a lane's cards."""
    found = whole(hands)
    shown = [band.lane for band in hands.session.layout.lanes]
    phases = sum(span.phase is not None for span in hands.session.layout.phases)
    return found.child(phases + shown.index(id))


def test_phases_are_headings_and_lanes_are_lists_of_cards(hands: Hands) -> None:
    found = whole(hands)
    assert names(found)[:4] == ["Arrive", "Settle", "Physical evidence", "Customer actions"]
    assert found.child(0).role() == QAccessible.Role.Heading
    assert found.child(0).text(QAccessible.Text.Description) == "Phase: columns 1 to 2"
    customer = lane(hands, CUSTOMER)
    assert customer.role() == QAccessible.Role.List
    assert names(customer) == ["Sits", "Watches", "Pays"]
    assert customer.child(1).role() == QAccessible.Role.ListItem
    assert customer.indexOfChild(customer.child(2)) == 2
    assert customer.child(0).parent().text(QAccessible.Text.Name) == "Customer actions"
    assert found.indexOfChild(customer) == 3


def test_a_lane_tells_who_works_there_and_where_it_lies(hands: Hands) -> None:
    document = hands.session.document
    hands.session.attempt(
        lambda: set_lane(document, ONSTAGE, subtitle="shine operator", frozen=True)
    )
    said = lane(hands, ONSTAGE).text(QAccessible.Text.Description)
    assert said == "shine operator, 1 step, above the line of visibility, frozen"
    set_language("zh_CN")
    assert lane_words(document, BACKSTAGE) == "0 个步骤，可视分界线之下"


def test_children_follow_the_document(hands: Hands) -> None:
    found = lane(hands, CUSTOMER)
    before = found.childCount()
    hands.click(hands.cell(CUSTOMER, 4))
    hands.type("Leaves")
    hands.press(Key.Key_Return)
    assert found.childCount() == before + 1
    hands.session.undo()
    assert found.childCount() == before


def test_a_card_lies_where_it_is_painted_and_tells_its_state(hands: Hands) -> None:
    found = whole(hands)
    hands.click(hands.middle("Watches"))
    card = lane(hands, CUSTOMER).child(1)
    assert card.rect().contains(hands.canvas.viewport().mapToGlobal(hands.middle("Watches")))
    assert card.state().selected
    assert not lane(hands, CUSTOMER).child(0).state().selected
    assert found.focusChild().text(QAccessible.Text.Name) == "Watches"
    at = hands.canvas.viewport().mapToGlobal(hands.middle("Pays"))
    assert found.childAt(at.x(), at.y()).text(QAccessible.Text.Name) == "Pays"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Onstage people, column 2 of 7. Fail point. Owner: Shiner. 30 s of 1 min 15 s. "
            "Leads to Watches.",
        ),
        (
            "zh_CN",
            "前台员工行为，第 2 列，共 7 列。失败点。责任角色：Shiner。30 秒，上限 1 分 15 秒。"
            "下一步：Watches。",
        ),
    ],
)
def test_a_card_is_described_by_all_that_it_shows(hands: Hands, language: str, said: str) -> None:
    brush = hands.step("Brush").id
    document = hands.session.document
    fields = {
        "fail": FailPoint(),
        "owner": "Shiner",
        "duration": fixed(30),
        "tolerance": 75.0,
    }
    hands.session.attempt(lambda: set_fields(document, [brush], **fields))
    watches = hands.step("Watches").id
    hands.session.attempt(lambda: connect(document, brush, watches, FlowKind.SEQUENCE))
    set_language(language)
    assert card_words(hands.session, brush).startswith(said)


def test_moving_over_a_line_and_into_an_empty_cell_is_said(hands: Hands) -> None:
    column = hands.session.document.columns[2].id
    document = hands.session.document
    onstage, backstage = Cell(ONSTAGE, column), Cell(BACKSTAGE, column)
    assert crossing_words(document, onstage, backstage) == "Over the line of visibility."
    assert crossing_words(document, onstage, onstage) == ""
    assert cell_words(hands.session, onstage) == "Empty cell. Onstage people, column 3 of 7."
