"""Lanes, columns and phases by keyboard alone: reached, named, moved, sized, folded, removed."""

from __future__ import annotations

import pytest

from blueprint.layout import sizes
from blueprint.model.notation import LaneRole
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, ONSTAGE, SUPPORT


def on_lane(at: AtWindow, lane: str) -> None:
    """From the first customer cell to the header of a lane."""
    order = [found.id for found in at.session.document.lanes]
    at.go_to("Sits")
    at.press(Key.Key_Left)
    down = order.index(lane) - order.index(CUSTOMER)
    at.press(Key.Key_Down if down > 0 else Key.Key_Up, times=abs(down))
    assert at.session.selection == (lane,)


def on_column(at: AtWindow, place: int) -> None:
    """From the first customer cell up to the header of a column."""
    at.go_to("Sits")
    at.press(Key.Key_Up, times=2)
    at.press(Key.Key_Right, times=place)
    assert at.session.selection == (at.session.document.columns[place].id,)


def titles(at: AtWindow) -> list[tuple[str, int]]:
    """Each phase as drawn, with how many columns it covers."""
    phases = at.session.document.phases
    places = {column.id: place for place, column in enumerate(at.session.document.columns)}
    return [
        (phases[span.phase].title, places[span.last] - places[span.first] + 1)
        for span in at.session.layout.phases
        if span.phase
    ]


def test_left_of_the_first_column_stands_the_header_of_the_lane(at: AtWindow) -> None:
    on_lane(at, ONSTAGE)
    assert "Onstage" in at.announced[-1]
    at.press(Key.Key_Right)
    assert at.session.cursor is not None
    assert at.session.cursor.lane == ONSTAGE
    assert not at.session.selection


def test_a_lane_is_renamed_inserted_moved_and_removed(at: AtWindow) -> None:
    on_lane(at, ONSTAGE)
    at.press(Key.Key_F2)
    at.type("Shiner")
    at.accept()
    assert at.session.document.lane(ONSTAGE).title == "Shiner"
    at.from_menu("Insert lane below", "Onstage people")
    lanes = [lane.id for lane in at.session.document.lanes]
    second = lanes[lanes.index(ONSTAGE) + 1]
    assert at.session.document.lane(second).role is LaneRole.ONSTAGE
    at.press(Key.Key_Up, ALT)
    lanes = [lane.id for lane in at.session.document.lanes]
    assert lanes.index(second) < lanes.index(ONSTAGE)
    assert at.place("Brush") == (ONSTAGE, 1)
    assert at.session.selection == (second,)
    at.press(Key.Key_Delete)
    assert second not in at.session.document.entities


def test_a_lane_that_does_not_fit_there_stays_and_says_why(at: AtWindow) -> None:
    on_lane(at, CUSTOMER)
    at.press(Key.Key_Down, ALT)
    assert at.refusals


def test_a_lane_goes_with_its_steps_to_another_lane(at: AtWindow) -> None:
    on_lane(at, ONSTAGE)
    at.press(Key.Key_Delete)
    assert "holds a step" in at.refusals[-1]
    at.from_menu("Delete lane", "Move its steps to “Backstage”")
    assert at.place("Brush") == (BACKSTAGE, 1)
    assert ONSTAGE not in at.session.document.entities


def test_a_lane_takes_another_role_from_its_menu(at: AtWindow) -> None:
    on_lane(at, BACKSTAGE)
    at.from_menu("Change role", "Onstage people")
    assert at.session.document.lane(BACKSTAGE).role is LaneRole.ONSTAGE


def test_a_lane_is_folded_hidden_and_locked(at: AtWindow) -> None:
    on_lane(at, ONSTAGE)
    at.from_palette("Fold or unfold lane")
    band = next(band for band in at.session.layout.lanes if band.lane == ONSTAGE)
    assert band.box.height == sizes.LANE_FOLDED
    at.from_menu("Unfold lane")
    assert at.session.layout.shows_step(at.step("Brush").id)
    at.from_menu("Lock lane")
    at.go_to("Brush")
    at.press(Key.Key_Delete)
    assert "locked" in at.refusals[-1]
    on_lane(at, ONSTAGE)
    at.from_menu("Hide lane")
    assert not at.session.layout.shows_step(at.step("Brush").id)
    at.from_palette("Show hidden lanes")
    assert at.session.layout.shows_step(at.step("Brush").id)


def test_the_least_height_of_a_lane_grows_and_shrinks(at: AtWindow) -> None:
    def height() -> float:
        return next(b.box.height for b in at.session.layout.lanes if b.lane == SUPPORT)

    on_lane(at, SUPPORT)
    before = height()
    at.press(Key.Key_Down, ALT | SHIFT, times=3)
    assert height() > before + 30
    at.press(Key.Key_Up, ALT | SHIFT, times=6)
    assert height() == before


def test_a_column_moves_with_all_its_cards(at: AtWindow) -> None:
    on_column(at, 1)
    at.press(Key.Key_Right, ALT, times=2)
    assert at.place("Watches") == (CUSTOMER, 3)
    assert at.place("Brush") == (ONSTAGE, 3)
    assert at.place("Pays") == (CUSTOMER, 1)


def test_columns_are_inserted_extended_to_and_removed(at: AtWindow) -> None:
    on_column(at, 1)
    at.press(Key.Key_I, CTRL)
    assert len(at.session.document.columns) == 8
    assert at.place("Pays") == (CUSTOMER, 3)
    on_column(at, 1)
    at.press(Key.Key_Right, SHIFT)
    at.press(Key.Key_Delete)
    assert len(at.session.document.columns) == 6
    assert at.labels(CUSTOMER) == ["Sits", "Pays"]


def test_three_widths_of_columns_by_key(at: AtWindow) -> None:
    on_column(at, 0)
    at.press(Key.Key_Right, ALT | SHIFT)
    assert at.session.layout.columns[0].width == 168
    at.press(Key.Key_Right, ALT | SHIFT)
    assert "three widths" in at.refusals[-1]
    at.press(Key.Key_Left, ALT | SHIFT, times=2)
    assert at.session.layout.columns[0].width == 96


def test_phases_are_typed_above_their_columns(at: AtWindow) -> None:
    on_column(at, 0)
    at.type("Before")
    at.press(Key.Key_Tab)
    at.type("During")
    at.press(Key.Key_Tab)
    at.press(Key.Key_Tab)
    at.press(Key.Key_Tab)
    at.type("After")
    at.accept()
    assert titles(at) == [("Before", 1), ("During", 1), ("Settle", 2), ("After", 3)]
    at.press(Key.Key_Z, CTRL, times=3)
    assert titles(at) == [("Arrive", 2), ("Settle", 5)]


def test_a_phase_over_the_selected_columns_is_one_act(at: AtWindow) -> None:
    on_column(at, 3)
    at.press(Key.Key_Right, SHIFT)
    at.press(Key.Key_G, CTRL)
    at.press(Key.Key_Escape)
    assert not at.session.history.labels
    at.press(Key.Key_G, CTRL)
    at.type("Wait")
    at.accept()
    assert ("Wait", 2) in titles(at)
    assert len(at.session.history.labels) == 1


def test_a_phase_is_renamed_moved_sized_folded_and_removed(at: AtWindow) -> None:
    on_column(at, 0)
    at.press(Key.Key_Up)
    at.press(Key.Key_F2)
    at.type("Come in")
    at.accept()
    at.press(Key.Key_Right, ALT | SHIFT)
    assert titles(at) == [("Come in", 3), ("Settle", 4)]
    at.press(Key.Key_Left, ALT | SHIFT)
    at.press(Key.Key_Right, ALT)
    assert titles(at) == [("Settle", 5), ("Come in", 2)]
    assert at.place("Sits") == (CUSTOMER, 5)
    at.from_menu("Fold phase")
    assert not at.session.layout.shows_step(at.step("Sits").id)
    at.press(Key.Key_Left)
    at.press(Key.Key_Right)
    at.from_menu("Unfold phase")
    assert at.session.layout.shows_step(at.step("Sits").id)
    at.press(Key.Key_Delete)
    assert titles(at) == [("Settle", 5)]
    assert at.place("Sits") == (CUSTOMER, 5)


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_X])
def test_a_letter_on_a_lane_header_starts_no_step(at: AtWindow, key: Key) -> None:
    on_lane(at, SUPPORT)
    at.press(key)
    assert not at.canvas.editor.is_open
    at.press(Key.Key_Escape)
