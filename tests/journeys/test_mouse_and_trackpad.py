"""What the mouse and the trackpad do on the canvas of a whole window, gesture by gesture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.model.notation import StepKind
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import ALT, CTRL, NONE, SHIFT, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, EVIDENCE, ONSTAGE, SUPPORT

MIDDLE = Qt.MouseButton.MiddleButton
BAND = 17
"""Pixels down to the middle of the phase band."""


def labels(at: AtWindow) -> set[str]:
    return {at.session.document.step(id).label for id in at.session.selected_steps}


def over_column(at: AtWindow, place: int) -> QPoint:
    band = at.session.layout.columns[place]
    return QPoint(at.at((band.left + band.right) / 2, 0).x(), BAND)


def test_a_box_with_alt_selects_what_it_encloses_and_with_shift_it_adds(at: AtWindow) -> None:
    start = at.at(at.box("Sits").x - 8, at.box("Sits").y - 8)
    at.drag(start, at.at(at.box("Watches").middle.x, at.box("Watches").bottom + 8), ALT)
    assert labels(at) == {"Sits"}
    brush = at.box("Brush")
    at.drag(at.at(brush.x - 8, brush.y - 8), at.middle("Brush"), SHIFT)
    assert labels(at) == {"Sits", "Brush"}


def test_columns_phases_and_lanes_are_selected_by_their_headers(at: AtWindow) -> None:
    at.click(over_column(at, 3))
    at.click(over_column(at, 4), CTRL)
    chosen = [column.id for column in at.session.document.columns[3:5]]
    assert list(at.session.selection) == chosen
    span = at.session.layout.phases[0]
    at.click(QPoint(at.at(span.box.x + 25, 0).x(), BAND))
    assert at.session.selection == (span.phase,)
    band = next(band for band in at.session.layout.lanes if band.lane == ONSTAGE)
    at.click(QPoint(60, at.at(0, band.box.middle.y).y()))
    assert at.session.selection == (ONSTAGE,)


def test_a_double_click_on_a_column_number_begins_a_phase_there(at: AtWindow) -> None:
    at.double_click(over_column(at, 4))
    at.type("Leave")
    at.accept()
    titles = [
        at.session.document.phases[span.phase].title
        for span in at.session.layout.phases
        if span.phase
    ]
    assert titles == ["Arrive", "Settle", "Leave"]
    assert len(at.session.history.labels) == 1


def test_a_step_is_drawn_over_several_columns(at: AtWindow) -> None:
    at.press(Key.Key_Escape, times=3)
    at.press(Key.Key_E)
    at.drag(at.cell(SUPPORT, 2), at.cell(SUPPORT, 4))
    at.type("Poster")
    at.accept()
    assert at.place("Poster") == (EVIDENCE, 2)
    assert (at.step("Poster").span, at.step("Poster").kind) == (3, StepKind.EVIDENCE)
    assert at.session.tool == "select"


def test_shift_keeps_the_step_tool(at: AtWindow) -> None:
    at.press(Key.Key_Escape, times=3)
    at.press(Key.Key_N)
    at.click(at.cell(BACKSTAGE, 3), SHIFT)
    at.type("One")
    at.click(at.cell(BACKSTAGE, 4))
    at.type("Two")
    at.accept()
    assert at.labels(BACKSTAGE) == ["One", "Two"]
    assert at.session.tool == "select"


def test_a_connector_from_a_fail_point_with_shift_is_a_recovery(at: AtWindow) -> None:
    at.click(at.middle("Watches"))
    at.press(Key.Key_F)
    at.drag(at.side("Watches", 1, 0.5), at.middle("Pays"), SHIFT)
    at.press(Key.Key_Escape)
    assert ("Watches", "recovery", "Pays") in at.flows()


def test_a_connector_snaps_to_a_card_nearby(at: AtWindow) -> None:
    at.click(at.middle("Watches"))
    pays = at.box("Pays")
    near = at.at(pays.x + 20, pays.bottom) + QPoint(0, 14)
    at.grasp(at.side("Watches", 1, 0.5))
    at.move(near)
    assert at.canvas.overlay.joined == at.step("Pays").id
    at.let_go(near)
    assert ("Watches", "sequence", "Pays") in at.flows()


def test_a_connector_dragged_beyond_the_last_column_makes_one(at: AtWindow) -> None:
    at.drag(at.middle("Pays"), at.cell(CUSTOMER, 6))
    at.canvas.zoom_by(-1)
    at.click(at.middle("Pays"))
    right = at.session.layout.columns[-1].right
    band = next(band for band in at.session.layout.lanes if band.lane == CUSTOMER)
    at.drag(at.side("Pays", 1, 0.5), at.at(right + 70, band.box.middle.y))
    at.type("Leaves")
    at.accept()
    assert at.place("Leaves") == (CUSTOMER, 7)
    assert ("Pays", "sequence", "Leaves") in at.flows()


def test_a_drop_outside_puts_everything_back(at: AtWindow) -> None:
    at.drag(at.middle("Pays"), QPoint(20, 10))
    assert at.place("Pays") == (CUSTOMER, 2)
    assert not at.session.history.labels


def test_a_drag_near_the_edge_scrolls(at: AtWindow, qtbot: QtBot) -> None:
    at.canvas.zoom_to(2.0)
    at.canvas.centre_on(0, 0)
    before = at.canvas.view.x
    at.grasp(at.middle("Sits"))
    at.move(QPoint(at.canvas.viewport().width() - 6, 200))
    qtbot.waitUntil(lambda: at.canvas.view.x > before + 20)
    at.press(Key.Key_Escape)
    at.let_go(QPoint(400, 200))
    assert not at.session.history.labels


def test_lane_heights_snap_to_eight_unless_alt_is_held(at: AtWindow) -> None:
    def edge() -> QPoint:
        band = next(band for band in at.session.layout.lanes if band.lane == SUPPORT)
        return QPoint(60, at.at(0, band.box.bottom).y())

    at.canvas.zoom_to(1.0)
    at.drag(edge(), edge() + QPoint(0, 51))
    assert at.session.document.lane(SUPPORT).least_height % 8 == 0
    at.drag(edge(), edge() + QPoint(0, 5), ALT)
    assert at.session.document.lane(SUPPORT).least_height % 8
    at.double_click(edge())
    assert at.session.document.lane(SUPPORT).least_height == 0


def test_the_wheel_with_shift_and_the_middle_button_pan(at: AtWindow) -> None:
    at.canvas.zoom_to(3.0)
    at.canvas.pan(-5000, -5000)
    start = at.canvas.view
    at.wheel(QPoint(600, 300), -2, SHIFT)
    assert at.canvas.view.x > start.x
    viewport = at.canvas.viewport()
    QTest.mousePress(viewport, MIDDLE, NONE, QPoint(600, 300))
    at.move(QPoint(500, 250))
    QTest.mouseRelease(viewport, MIDDLE, NONE, QPoint(500, 250))
    assert at.canvas.view.y > start.y


def test_a_pinch_zooms_where_the_fingers_are(at: AtWindow) -> None:
    place = QPointF(600, 300)
    before, under = at.canvas.zoom, at.canvas.view.to_drawing(place.x(), place.y())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        place, place, QPointF(at.canvas.viewport().mapToGlobal(place.toPoint())), 0.5, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(at.canvas.viewport(), event)
    assert at.canvas.zoom > before
    after = at.canvas.view.to_drawing(place.x(), place.y())
    assert after.x == pytest.approx(under.x, abs=2)


def test_zoom_to_the_selection_to_all_and_to_full_size(at: AtWindow) -> None:
    at.click(at.middle("Brush"))
    at.press(Key.Key_3, CTRL)
    assert at.canvas.zoom == 2.0
    at.press(Key.Key_0, CTRL)
    assert at.canvas.zoom == 1.0
    at.press(Key.Key_2, CTRL)
    right = at.at(at.session.layout.columns[-1].right, 0).x()
    assert right <= at.canvas.viewport().width()


def test_the_pointer_tells_what_will_happen(at: AtWindow) -> None:
    shapes = []
    for place in (at.cell(SUPPORT, 5), at.side("Brush", 0.5, 0.5), over_column(at, 3)):
        at.move(place, pressed=False)
        shapes.append(at.canvas.viewport().cursor().shape())
    at.click(at.middle("Brush"))
    at.move(at.side("Brush", 1, 0.5), pressed=False)
    shapes.append(at.canvas.viewport().cursor().shape())
    at.grasp(at.middle("Pays"))
    at.move(at.cell(EVIDENCE, 4))
    shapes.append(at.canvas.viewport().cursor().shape())
    at.press(Key.Key_Escape)
    at.let_go(at.cell(EVIDENCE, 4))
    shape = Qt.CursorShape
    assert shapes == [
        shape.ArrowCursor, shape.ArrowCursor, shape.OpenHandCursor,
        shape.CrossCursor, shape.ForbiddenCursor,
    ]  # fmt: skip


def test_leaving_the_canvas_takes_the_hover_away(at: AtWindow) -> None:
    at.move(at.middle("Brush"), pressed=False)
    assert at.canvas.overlay.hover
    QApplication.sendEvent(at.canvas.viewport(), QEvent(QEvent.Type.Leave))
    QApplication.sendEvent(at.canvas, QEvent(QEvent.Type.Leave))
    assert not at.canvas.overlay.hover
