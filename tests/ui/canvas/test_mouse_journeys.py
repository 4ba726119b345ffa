"""Drawing with the mouse, on the real widget; each journey can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_phase
from blueprint.model.edits.flows import connect
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.model.notation import LaneRole
from tests.ui.canvas.hands import CTRL, SHIFT, Hands, Key

CUSTOMER, ONSTAGE, BACKSTAGE = "lane-customer", "lane-onstage", "lane-backstage"
EVIDENCE, SUPPORT = "lane-evidence", "lane-support"
OFF = QPoint(70, 20)
"""From a card's middle to a place on it that is no handle."""


def shoeshine() -> Document:
    """Five steps in three lanes, one connector, two phases."""
    document = new_blueprint()
    columns = [column.id for column in document.columns]
    for label, lane, column in (
        ("Sits", CUSTOMER, 0),
        ("Watches", CUSTOMER, 1),
        ("Pays", CUSTOMER, 2),
        ("Brush", ONSTAGE, 1),
        ("Chair", EVIDENCE, 0),
    ):
        document.apply(add_step(document, lane, columns[column], label=label).change)
    ids = {step.label: step.id for step in document.steps.values()}
    document.apply(connect(document, ids["Sits"], ids["Watches"]).change)
    document.apply(insert_phase(document, columns[:2], "Arrive").change)
    document.apply(insert_phase(document, columns[2:], "Settle").change)
    return document


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def test_a_click_selects_and_a_click_on_paper_clears(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    assert hands.session.selection == (hands.step("Sits").id,)
    hands.click(hands.middle("Pays"), SHIFT)
    assert len(hands.session.selection) == 2
    hands.click(hands.cell(SUPPORT, 5))
    assert hands.session.selection == ()
    assert hands.session.cursor is not None
    assert hands.session.cursor.lane == SUPPORT


def test_a_drag_moves_a_card_to_another_cell(hands: Hands) -> None:
    hands.drag(hands.middle("Pays"), hands.cell(CUSTOMER, 5))
    assert hands.place("Pays") == (CUSTOMER, 5)
    assert [label.text for label in hands.session.history.labels] == ["Move step"]


def test_a_drag_shows_a_ghost_and_the_cell_beneath(hands: Hands) -> None:
    hands.grasp(hands.middle("Pays"))
    hands.move(hands.cell(BACKSTAGE, 4))
    overlay = hands.canvas.overlay
    assert [ghost.step for ghost in overlay.ghosts] == [hands.step("Pays").id]
    assert overlay.drop is not None
    assert overlay.drop.allowed
    assert str(overlay.hint) == "Backstage: out of the customer's sight"
    hands.press(Key.Key_Escape)
    assert not hands.canvas.overlay.ghosts
    hands.let_go(hands.cell(BACKSTAGE, 4))
    assert not hands.session.history.labels


def test_several_cards_move_together_and_keep_their_distance(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    hands.click(hands.middle("Watches"), SHIFT)
    hands.drag(hands.middle("Sits") + QPoint(0, 15), hands.cell(CUSTOMER, 3))
    assert hands.place("Sits") == (CUSTOMER, 3)
    assert hands.place("Watches") == (CUSTOMER, 4)
    assert hands.flows() == [("Sits", "sequence", "Watches")]


def test_control_drag_copies(hands: Hands) -> None:
    hands.drag(hands.middle("Brush"), hands.cell(ONSTAGE, 4), CTRL)
    assert hands.labels(ONSTAGE) == ["Brush", "Brush"]


def test_an_action_dropped_among_evidence_is_refused_with_the_reason(hands: Hands) -> None:
    hands.grasp(hands.middle("Pays"))
    hands.move(hands.cell(EVIDENCE, 4))
    assert hands.canvas.overlay.refused
    hands.let_go(hands.cell(EVIDENCE, 4))
    assert hands.refusals == [
        "Actions belong in an action lane. Drop it in Customer, Onstage, Backstage or Support."
    ]
    assert hands.place("Pays") == (CUSTOMER, 2)


def test_a_drop_at_the_side_of_a_filled_cell_inserts_a_column(hands: Hands) -> None:
    box = hands.cell_box(CUSTOMER, 1)
    hands.drag(hands.middle("Pays"), hands.at(box.x + 8, box.middle.y))
    assert hands.place("Pays") == (CUSTOMER, 1)
    assert hands.place("Watches") == (CUSTOMER, 2)
    assert len(hands.session.document.columns) == 8
    assert len(hands.session.history.labels) == 1


def test_a_drop_in_the_middle_of_a_filled_cell_adds_a_second_row(hands: Hands) -> None:
    hands.drag(hands.middle("Pays"), hands.middle("Watches") + QPoint(0, 14))
    assert hands.place("Pays") == hands.place("Watches")
    assert hands.box("Pays").y > hands.box("Watches").y


def test_a_drag_from_a_handle_connects(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.drag(hands.side("Watches", 1, 0.5), hands.middle("Pays"))
    assert ("Watches", "sequence", "Pays") in hands.flows()


def test_customer_and_provider_in_one_column_exchange(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.drag(hands.side("Watches", 0.5, 1), hands.middle("Brush"))
    assert ("Watches", "exchange", "Brush") in hands.flows()


def test_legal_targets_are_shown_while_a_connector_is_drawn(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    hands.grasp(hands.side("Watches", 1, 0.5))
    hands.move(hands.middle("Pays"))
    overlay = hands.canvas.overlay
    shown = {hands.session.document.step(id).label for id in overlay.targets}
    assert shown == {"Sits", "Pays", "Brush"}
    assert overlay.joined == hands.step("Pays").id
    hands.press(Key.Key_Escape)
    hands.let_go(hands.middle("Pays"))
    assert len(hands.flows()) == 1


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("Chair", "Evidence belongs to its column by itself. It needs no connector."),
        ("Watches", "These two steps are connected already."),
    ],
)
def test_a_connector_that_means_nothing_is_refused(hands: Hands, target: str, reason: str) -> None:
    hands.click(hands.middle("Sits"))
    hands.drag(hands.side("Sits", 0.5, 1), hands.middle(target))
    assert hands.refusals == [reason]


def test_a_connector_dropped_in_an_empty_cell_makes_a_connected_step(hands: Hands) -> None:
    hands.click(hands.middle("Pays"))
    hands.drag(hands.side("Pays", 0.5, 1), hands.cell(ONSTAGE, 2))
    hands.type("Collect")
    hands.press(Key.Key_Return)
    assert hands.place("Collect") == (ONSTAGE, 2)
    assert ("Pays", "exchange", "Collect") in hands.flows()
    assert len(hands.session.history.labels) == 1


def test_an_end_of_a_connector_moves_to_another_card(hands: Hands) -> None:
    flow = next(iter(hands.session.document.flows))
    points = hands.session.layout.connector(flow).points
    middle = hands.at((points[0].x + points[-1].x) / 2, (points[0].y + points[-1].y) / 2)
    hands.click(middle)
    assert hands.session.selection == (flow,)
    hands.drag(hands.at(*points[-1]), hands.middle("Pays"))
    assert hands.flows() == [("Sits", "sequence", "Pays")]


def test_a_double_click_in_an_empty_cell_makes_a_step(hands: Hands) -> None:
    hands.double_click(hands.cell(BACKSTAGE, 3))
    hands.type("Stock wax")
    hands.press(Key.Key_Return)
    assert hands.place("Stock wax") == (BACKSTAGE, 3)


def test_a_double_click_on_a_card_edits_its_text(hands: Hands) -> None:
    hands.double_click(hands.middle("Pays"))
    hands.type("Pays cash")
    hands.click(hands.cell(SUPPORT, 6))
    assert hands.place("Pays cash") == (CUSTOMER, 2)


def test_a_double_click_on_a_connector_labels_it(hands: Hands) -> None:
    flow = next(iter(hands.session.document.flows))
    points = hands.session.layout.connector(flow).points
    hands.double_click(hands.at((points[0].x + points[-1].x) / 2, points[0].y))
    hands.type("then")
    hands.press(Key.Key_Return)
    assert hands.session.document.flow(flow).label == "then"


def test_the_step_tool_places_one_step(hands: Hands) -> None:
    hands.session.set_tool("step")
    hands.click(hands.cell(SUPPORT, 4))
    hands.type("Buy wax")
    hands.press(Key.Key_Return)
    assert hands.place("Buy wax") == (SUPPORT, 4)
    assert hands.session.tool == "select"


def test_the_evidence_tool_finds_its_lane(hands: Hands) -> None:
    hands.session.set_tool("evidence")
    hands.click(hands.cell(SUPPORT, 3))
    hands.type("Receipt")
    hands.press(Key.Key_Return)
    assert hands.place("Receipt") == (EVIDENCE, 3)


def test_the_connector_tool_takes_two_clicks(hands: Hands) -> None:
    hands.session.set_tool("connector")
    hands.click(hands.middle("Brush"))
    hands.click(hands.middle("Pays"))
    assert ("Brush", "sequence", "Pays") in hands.flows()


def test_the_fail_tool_marks_what_is_clicked(hands: Hands) -> None:
    hands.session.set_tool("fail")
    hands.click(hands.middle("Brush"))
    assert hands.step("Brush").fail is not None


def test_a_box_on_paper_selects_what_it_touches(hands: Hands) -> None:
    start = hands.at(hands.box("Sits").x - 8, hands.box("Sits").y - 8)
    hands.drag(start, hands.middle("Watches"))
    chosen = {hands.session.document.step(id).label for id in hands.session.selection}
    assert chosen == {"Sits", "Watches"}


def test_a_click_on_the_gutter_above_inserts_a_column(hands: Hands) -> None:
    gutter = hands.session.layout.columns[1].left
    hands.click(QPoint(hands.at(gutter, 0).x(), 17))
    assert hands.place("Watches") == (CUSTOMER, 2)
    assert hands.place("Sits") == (CUSTOMER, 0)


def test_a_column_is_dragged_by_its_number(hands: Hands) -> None:
    layout = hands.session.layout
    number = QPoint(hands.at(layout.columns[2].x + 64, 0).x(), 17)
    hands.drag(number, QPoint(hands.at(layout.columns[0].x - 4, 0).x(), 17))
    assert hands.place("Pays") == (CUSTOMER, 0)


def test_a_phase_is_dragged_with_all_its_columns(hands: Hands) -> None:
    layout = hands.session.layout
    first, last = layout.phases[0], layout.phases[1]
    grip = QPoint(hands.at(first.box.x + 25, 0).x(), 17)
    hands.drag(grip, QPoint(hands.at(last.box.right - 4, 0).x(), 17))
    titles = [
        hands.session.document.phases[span.phase].title
        for span in hands.session.layout.phases
        if span.phase
    ]
    assert titles == ["Settle", "Arrive"]


def phases(hands: Hands) -> list[str]:
    """The title of each column's phase."""
    document = hands.session.document
    return [
        document.phases[column.phase].title if column.phase else "" for column in document.columns
    ]


def band(hands: Hands, x: float) -> QPoint:
    """A point in the band of the phases."""
    return QPoint(hands.at(x, 0).x(), 17)


@pytest.mark.parametrize("inside", [3, 9], ids=["beside the gutter", "further in"])
def test_the_left_edge_of_a_phase_takes_a_column_and_gives_it_back(
    hands: Hands, inside: int
) -> None:
    layout = hands.session.layout
    edge = band(hands, layout.phases[1].box.x + inside)
    hands.drag(edge, band(hands, layout.columns[1].left + 12))
    assert phases(hands) == ["Arrive"] + ["Settle"] * 6
    edge = band(hands, hands.session.layout.phases[1].box.x + inside)
    hands.drag(edge, band(hands, layout.columns[3].left + 2))
    assert phases(hands) == ["Arrive"] * 3 + ["Settle"] * 4
    assert len(hands.session.history.labels) == 2


def test_a_phase_keeps_its_last_column(hands: Hands) -> None:
    layout = hands.session.layout
    edge = band(hands, layout.phases[1].box.x + 9)
    hands.drag(edge, band(hands, layout.columns[6].right))
    assert phases(hands) == ["Arrive"] * 6 + ["Settle"]


def test_a_drag_from_a_gutter_inserts_no_column_but_a_click_does(hands: Hands) -> None:
    gutter = band(hands, hands.session.layout.columns[3].right)
    hands.drag(gutter, gutter + QPoint(40, 200))
    assert len(hands.session.document.columns) == 7
    hands.click(gutter)
    assert len(hands.session.document.columns) == 8


def test_evidence_shows_no_handles_and_says_at_once_why_it_takes_no_connector(
    hands: Hands,
) -> None:
    hands.click(hands.middle("Chair"))
    hands.move(hands.side("Chair", 1, 0.5), pressed=False)
    assert not hands.canvas.overlay.handles
    hands.session.set_tool("connector")
    hands.move(hands.middle("Chair") + QPoint(1, 1), pressed=False)
    reason = "Evidence belongs to its column by itself. It needs no connector."
    assert hands.canvas.overlay.refused
    assert str(hands.canvas.overlay.hint) == reason
    hands.click(hands.middle("Chair"))
    assert hands.refusals == [reason]


def test_the_edge_of_a_phase_takes_a_column_from_its_neighbour(hands: Hands) -> None:
    layout = hands.session.layout
    edge = QPoint(hands.at(layout.phases[0].box.right - 3, 0).x(), 17)
    hands.drag(edge, QPoint(hands.at(layout.columns[2].right - 8, 0).x(), 17))
    phases = [column.phase for column in hands.session.document.columns]
    assert phases[0] == phases[1] == phases[2] != phases[3]


def test_lanes_of_one_role_are_reordered_by_their_headers(hands: Hands) -> None:
    made = hands.session.attempt(
        lambda: insert_lane(hands.session.document, LaneRole.ONSTAGE, title="Second crew")
    )
    assert made
    hands.settle()
    bands = {band.lane: band for band in hands.session.layout.lanes}
    grip = QPoint(60, hands.at(0, bands[made].box.middle.y).y())
    hands.drag(grip, QPoint(60, hands.at(0, bands[ONSTAGE].box.y + 6).y()))
    order = [lane.id for lane in hands.session.document.lanes]
    assert order.index(made) < order.index(ONSTAGE)


def test_a_lane_stays_on_its_side_of_the_lines_until_another_role_is_taken(hands: Hands) -> None:
    bands = {band.lane: band for band in hands.session.layout.lanes}
    before = hands.session.document.lanes
    grip = QPoint(60, hands.at(0, bands[BACKSTAGE].box.middle.y).y())
    hands.drag(grip, QPoint(60, hands.at(0, bands[CUSTOMER].box.y + 6).y()))
    assert hands.session.document.lanes == before


def test_the_lower_edge_of_a_lane_sets_its_least_height(hands: Hands) -> None:
    band = next(band for band in hands.session.layout.lanes if band.lane == SUPPORT)
    edge = QPoint(60, hands.at(0, band.box.bottom).y())
    hands.drag(edge, edge + QPoint(0, 60))
    assert hands.session.document.lane(SUPPORT).least_height == 144


def test_the_right_edge_of_a_selected_card_spans_columns(hands: Hands) -> None:
    hands.click(hands.middle("Chair"))
    edge = hands.side("Chair", 1, 0.85) - QPoint(2, 0)
    hands.drag(edge, QPoint(hands.middle("Pays").x(), edge.y()))
    assert hands.step("Chair").span == 3


def test_the_wheel_scrolls_and_with_control_zooms_at_the_pointer(hands: Hands) -> None:
    hands.canvas.zoom_to(3.0)
    hands.canvas.pan(-900, -900)
    at = QPoint(700, 400)
    before = hands.canvas.view
    hands.wheel(at, -1)
    assert hands.canvas.view.y > before.y
    point = hands.canvas.view.to_drawing(at.x(), at.y())
    hands.wheel(at, 1, CTRL)
    assert hands.canvas.zoom > 3.0
    after = hands.canvas.view.to_drawing(at.x(), at.y())
    assert after.x == pytest.approx(point.x, abs=1)
    assert after.y == pytest.approx(point.y, abs=1)


def test_space_pans_while_it_is_held(hands: Hands) -> None:
    from PySide6.QtTest import QTest

    hands.canvas.zoom_to(4.0)
    hands.canvas.pan(-300, -300)
    before = hands.canvas.view
    QTest.keyPress(hands.canvas, Key.Key_Space)
    hands.drag(QPoint(800, 500), QPoint(700, 450))
    QTest.keyRelease(hands.canvas, Key.Key_Space)
    assert hands.canvas.view.x > before.x
    assert hands.canvas.view.y > before.y
    assert not hands.session.history.labels


def test_zoom_stays_between_its_bounds(hands: Hands) -> None:
    for _ in range(12):
        hands.press(Key.Key_Plus, CTRL)
    assert hands.canvas.zoom == 4.0
    for _ in range(20):
        hands.press(Key.Key_Minus, CTRL)
    assert hands.canvas.zoom == pytest.approx(0.1)
    hands.press(Key.Key_0, CTRL)
    assert hands.canvas.zoom == 1.0
