"""Lanes and phases fold up, hide and lock, by hand and by key; each act can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint.layout import sizes
from blueprint.ui.tools import commands, folding
from tests.ui.canvas.hands import ALT, LEFT, NONE, Hands, Key
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


def header(hands: Hands, lane: str) -> QPoint:
    band = next(band for band in hands.session.layout.lanes if band.lane == lane)
    return QPoint(60, hands.at(0, band.box.middle.y).y())


def test_a_folded_lane_is_unfolded_by_a_double_click_on_its_header(hands: Hands) -> None:
    hands.click(header(hands, ONSTAGE))
    folding.switch_lane_fold(hands.session)
    band = next(band for band in hands.session.layout.lanes if band.lane == ONSTAGE)
    assert band.box.height == sizes.LANE_FOLDED
    assert not hands.session.layout.shows_step(hands.step("Brush").id)
    hands.settle()
    QTest.mouseDClick(hands.canvas.viewport(), LEFT, NONE, header(hands, ONSTAGE))
    assert hands.session.layout.shows_step(hands.step("Brush").id)


def test_the_lane_of_the_cursor_is_folded_where_no_header_is_selected(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    folding.switch_lane_fold(hands.session)
    assert hands.session.document.lane(ONSTAGE).collapsed


def test_a_folded_phase_shows_none_of_its_cards(hands: Hands) -> None:
    wide = hands.session.layout.size[0]
    hands.click(hands.middle("Sits"))
    folding.switch_phase_fold(hands.session)
    assert not hands.session.layout.shows_step(hands.step("Sits").id)
    assert hands.session.layout.shows_step(hands.step("Pays").id)
    assert hands.session.layout.size[0] < wide - 200
    folding.switch_phase_fold(hands.session)
    assert hands.session.layout.shows_step(hands.step("Sits").id)


def test_a_hidden_lane_comes_back_and_the_last_one_stays(hands: Hands) -> None:
    hands.click(header(hands, ONSTAGE))
    folding.hide_chosen(hands.session)
    assert ONSTAGE not in {band.lane for band in hands.session.layout.lanes}
    folding.show_all(hands.session)
    assert ONSTAGE in {band.lane for band in hands.session.layout.lanes}
    hands.session.select([lane.id for lane in hands.session.document.lanes])
    folding.hide_chosen(hands.session)
    assert "One lane at least" in hands.refusals[-1]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_F, Key.Key_Left])
def test_nothing_in_a_locked_lane_changes(hands: Hands, key: Key) -> None:
    hands.click(header(hands, CUSTOMER))
    folding.switch_lock(hands.session)
    locked = dict(hands.session.document.entities)
    hands.click(hands.middle("Watches"))
    hands.press(key, ALT if key is Key.Key_Left else NONE)
    assert dict(hands.session.document.entities) == locked
    assert "locked" in hands.refusals[-1]
    hands.session.undo()


def test_three_widths_of_columns(hands: Hands) -> None:
    widths = []
    for width in ("compact", "normal", "wide"):
        folding.set_width(hands.session, width)
        widths.append(hands.session.layout.columns[0].width)
    assert widths == [96, 128, 168]


def test_walking_passes_a_folded_lane(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    folding.switch_lane_fold(hands.session)
    hands.click(hands.middle("Watches"))
    commands.walk(hands.session, 0, 1)
    assert hands.session.cursor is not None
    assert hands.session.cursor.lane != ONSTAGE
