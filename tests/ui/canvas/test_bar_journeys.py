"""The bars of a selected connector are moved across their gutters, by hand and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from blueprint.layout.geometry import Bar
from blueprint.model.edits.flows import connect
from blueprint.model.entities import Flow
from blueprint.ui.canvas.menus import fill_menu
from blueprint.ui.tools.targets import Part, Pointer
from tests.layout.test_bars import two_through_a_gutter
from tests.ui.canvas.hands import ALT, Hands, Key


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document, _, _ = two_through_a_gutter()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def flow(hands: Hands, source: str) -> Flow:
    document = hands.session.document
    return next(f for f in document.flows.values() if document.step(f.source).label == source)


def upright(hands: Hands, source: str) -> Bar:
    bars = hands.session.layout.bars(flow(hands, source).id)
    return next(bar for bar in bars if bar.vertical)


def handle(hands: Hands, source: str) -> QPoint:
    return hands.at(*upright(hands, source).middle)


def choose(hands: Hands, source: str) -> None:
    hands.session.select([flow(hands, source).id])
    hands.settle()


def ahead(hands: Hands) -> bool:
    """Whether the bar from "a" runs left of the one from "c"."""
    return upright(hands, "a").at < upright(hands, "c").at


def test_a_selected_connector_shows_a_handle_that_tells_where_it_goes(hands: Hands) -> None:
    choose(hands, "a")
    hands.move(handle(hands, "a"), pressed=False)
    assert hands.canvas._pointing.pointer.target.part is Part.BAR
    assert hands.canvas.viewport().cursor().shape().name == "SplitHCursor"


def test_a_bar_is_dragged_past_its_neighbour_and_undone_in_one_step(hands: Hands) -> None:
    choose(hands, "a")
    was = ahead(hands)
    bar = upright(hands, "a")
    start = handle(hands, "a")
    hands.drag(start, start + QPoint(60 if was else -60, 0))
    assert ahead(hands) is not was
    assert hands.session.history.undo_label is not None
    assert str(hands.session.history.undo_label) == "Move connector"
    hands.session.undo()
    assert upright(hands, "a") == bar


def test_the_bar_is_seen_where_it_would_go_and_put_back_by_escape(hands: Hands) -> None:
    choose(hands, "a")
    start = handle(hands, "a")
    hands.grasp(start)
    hands.move(start + QPoint(60, 0))
    (wire,) = hands.canvas.overlay.wires
    assert max(point.x for point in wire.points[1:-1]) == upright(hands, "a").high
    hands.press(Key.Key_Escape)
    hands.let_go(start + QPoint(60, 0))
    assert not hands.session.history.labels


def test_it_snaps_to_the_middle_and_beside_others_but_not_with_alt(hands: Hands) -> None:
    choose(hands, "a")
    bar = upright(hands, "a")
    middle = (bar.low + bar.high) / 2
    start = handle(hands, "a")
    near = hands.at(middle + 1.0, bar.middle.y)
    hands.grasp(start)
    hands.move(near)
    snapped = hands.canvas.overlay.wires[0].points[bar.segment].x
    beside = [at + way for at in hands.session.layout.parallels(bar) for way in (-6, 6)]
    assert snapped == pytest.approx(middle) or snapped in beside
    hands.move(near, ALT)
    free = hands.canvas.overlay.wires[0].points[bar.segment].x
    assert free == pytest.approx(hands.canvas.view.to_drawing(near.x(), 0).x)
    hands.press(Key.Key_Escape)
    hands.let_go(near)


def test_alt_and_arrows_move_it_without_the_mouse(hands: Hands) -> None:
    choose(hands, "a")
    was = ahead(hands)
    for _ in range(3):
        hands.press(Key.Key_Right if was else Key.Key_Left, ALT)
    assert ahead(hands) is not was


def test_its_menu_leaves_the_route_to_the_layout_again(hands: Hands) -> None:
    choose(hands, "a")
    bar = upright(hands, "a")
    pointer = hands.canvas._pointing.target_at(handle(hands, "a").toPointF())
    assert "Reset route" not in offered(hands, pointer)
    hands.press(Key.Key_Right, ALT)
    hands.press(Key.Key_Right, ALT)
    assert flow(hands, "a").bar_x is not None
    menu = QMenu()
    fill_menu(menu, hands.canvas, pointer)
    next(act for act in menu.actions() if act.text() == "Reset route").trigger()
    assert flow(hands, "a").bar_x is None
    assert upright(hands, "a") == bar


def offered(hands: Hands, pointer: Pointer) -> list[str]:
    menu = QMenu()
    fill_menu(menu, hands.canvas, pointer)
    return [act.text() for act in menu.actions() if act.isEnabled()]


def test_a_straight_connector_has_no_bar_and_says_so(hands: Hands) -> None:
    document = hands.session.document
    steps = {step.label: step.id for step in document.steps.values()}
    made = hands.session.attempt(lambda: connect(document, steps["a"], steps["x"]))
    assert made
    hands.session.select([made])
    hands.press(Key.Key_Right, ALT)
    assert len(hands.refusals) == 1
