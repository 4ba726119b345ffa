"""Frozen lanes and columns stay in view, and all that can be done with cards is done in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from blueprint.layout.geometry import Box, Point
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER
from blueprint.storage import open_document, save_document
from blueprint.ui.canvas.accessible import speak_for
from blueprint.ui.canvas.panes import Frozen, free_body, pane_at, pane_of, panes_of
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools import folding
from tests.ui.canvas.hands import NONE, Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, ONSTAGE, shoeshine

OFF = QPoint(30, 12)
"""From a card's middle to a place on it that is no handle."""
FAR_DOWN = 120
"""Pixels by which the customer's lane is scrolled out, were it not frozen."""


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """A window too small for the blueprint."""
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    made.canvas.resize(820, 420)
    made.settle()
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def freeze(hands: Hands, lane: str = CUSTOMER) -> None:
    hands.session.select([lane])
    folding.switch_lane_freeze(hands.session)
    hands.session.select([])
    hands.canvas.pan(0, FAR_DOWN)
    hands.settle()


def test_a_frozen_lane_stays_where_it_belongs_until_it_is_scrolled_out(hands: Hands) -> None:
    freeze(hands)
    assert hands.at(0, hands.box("Sits").y).y() < 120
    hands.canvas.pan(0, -FAR_DOWN)
    assert len(hands.canvas.panes) == 1


def test_a_card_of_a_frozen_lane_is_clicked_where_it_is_seen(hands: Hands) -> None:
    freeze(hands)
    hands.click(hands.middle("Watches"))
    assert hands.session.selection == (hands.step("Watches").id,)


def test_cards_are_dragged_into_a_frozen_lane_and_out_of_it(hands: Hands) -> None:
    hands.session.select([hands.step("Brush").id])
    freeze(hands)
    hands.drag(hands.middle("Brush") + OFF, hands.cell(CUSTOMER, 3))
    assert hands.place("Brush") == (CUSTOMER, 3)
    hands.drag(hands.middle("Watches") + OFF, hands.cell(BACKSTAGE, 1))
    assert hands.place("Watches") == (BACKSTAGE, 1)


def test_a_card_is_connected_from_a_frozen_lane_to_one_that_scrolls(hands: Hands) -> None:
    freeze(hands)
    hands.click(hands.middle("Watches"))
    hands.drag(hands.side("Watches", 0.5, 1), hands.middle("Brush"))
    assert ("Watches", "exchange", "Brush") in hands.flows()


def test_a_new_step_is_typed_in_a_frozen_lane(hands: Hands) -> None:
    freeze(hands)
    hands.double_click(hands.cell(CUSTOMER, 3))
    assert hands.canvas.editor.y() < 120
    hands.type("Thanks")
    hands.press(Key.Key_Return)
    assert hands.place("Thanks") == (CUSTOMER, 3)


def test_the_edge_of_a_frozen_lane_is_dragged_by_as_much_as_the_hand_moves(hands: Hands) -> None:
    freeze(hands)
    band = next(band for band in hands.session.layout.lanes if band.lane == CUSTOMER)
    edge = QPoint(60, hands.canvas.view_of(band.box).to_screen(0, band.box.bottom).y.__round__())
    hands.drag(edge, edge + QPoint(0, 56))
    height = hands.session.document.lane(CUSTOMER).least_height
    assert abs(height - (band.box.height + 56)) <= 8


def test_walking_on_never_ends_beneath_what_is_frozen(hands: Hands) -> None:
    freeze(hands)
    hands.session.move_cursor(None)
    hands.session.select([hands.step("Brush").id])
    hands.session.reveal([hands.step("Brush").id])
    free = free_body(hands.canvas.panes)
    assert hands.at(0, hands.box("Brush").y).y() >= free.y
    shown = hands.canvas.view.y
    hands.session.reveal([hands.step("Sits").id])
    assert hands.canvas.view.y == shown


def test_frozen_columns_stay_at_the_left(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    folding.switch_column_freeze(hands.session)
    hands.canvas.pan(400, 0)
    assert abs(hands.middle("Sits").x() - (LANE_HEADER + 88)) < 8
    hands.click(hands.middle("Sits"))
    assert hands.session.selection == (hands.step("Sits").id,)
    folding.switch_column_freeze(hands.session)
    assert len(hands.canvas.panes) == 1


def test_a_card_is_dragged_out_of_frozen_columns(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    folding.switch_column_freeze(hands.session)
    hands.canvas.pan(400, 0)
    hands.drag(hands.middle("Sits") + OFF, hands.cell(ONSTAGE, 4))
    assert hands.place("Sits") == (ONSTAGE, 4)


def test_frozen_lanes_never_fill_the_window(hands: Hands) -> None:
    hands.session.select([lane.id for lane in hands.session.document.lanes])
    folding.switch_lane_freeze(hands.session)
    hands.canvas.pan(0, 10_000)
    body = hands.canvas.view.body
    assert free_body(hands.canvas.panes).height >= 0.4 * body.height - 1


def test_what_is_frozen_survives_saving(hands: Hands, tmp_path: Path) -> None:
    freeze(hands)
    save_document(hands.session.document, tmp_path / "kept.blueprint")
    kept = open_document(tmp_path / "kept.blueprint").document
    assert kept.lane(CUSTOMER).frozen


def test_input_methods_and_screen_readers_find_what_is_frozen(hands: Hands) -> None:
    freeze(hands)
    hands.session.move_cursor(hands.session.layout.cell_at(*hands.cell_box(CUSTOMER, 3).middle))
    found = hands.canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(found, QRectF)
    assert found.contains(hands.cell(CUSTOMER, 3))
    speak_for(hands.canvas)
    hands.canvas.setFocus()
    interface = QAccessible.queryAccessibleInterface(hands.canvas)
    at = hands.canvas.viewport().mapToGlobal(hands.middle("Watches"))
    card = interface.childAt(at.x(), at.y())
    assert card.text(QAccessible.Text.Name) == "Watches"
    assert card.rect().contains(at)


def test_by_keys_alone(hands: Hands) -> None:
    session: Session = hands.session
    hands.press(Key.Key_Home, NONE)
    session.move_cursor(session.layout.cell_at(*hands.cell_box(CUSTOMER, 0).middle))
    folding.switch_lane_freeze(session)
    assert session.document.lane(CUSTOMER).frozen
    folding.switch_lane_freeze(session)
    assert not session.document.lane(CUSTOMER).frozen


@given(
    zoom=st.floats(0.1, 4),
    x=st.floats(LANE_HEADER, 5000),
    y=st.floats(PHASE_HEADER, 3000),
    at=st.tuples(st.floats(LANE_HEADER + 1, 899), st.floats(PHASE_HEADER + 1, 599)),
)
def test_what_lies_under_a_pixel_is_seen_at_that_pixel(
    zoom: float, x: float, y: float, at: tuple[float, float]
) -> None:
    frozen = Frozen((("a", 120.0, 220.0), ("b", 400.0, 460.0)), (280.0, 440.0))
    panes = panes_of(View(zoom, x, y, LANE_HEADER, PHASE_HEADER, 900, 600), frozen)
    found = pane_at(panes, Point(*at)).view.to_drawing(*at)
    shown = pane_of(panes, Box(*found, 0, 0)).view.to_screen(*found)
    assert abs(shown.x - at[0]) < 0.01
    assert abs(shown.y - at[1]) < 0.01
