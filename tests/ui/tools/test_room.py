"""Neighbours make room for what is dropped: to both sides, or downwards, never more than needed."""

from __future__ import annotations

import pytest

from blueprint.layout.geometry import Box, Cell
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.ui.tools.drop import Landing, landed
from blueprint.ui.tools.room import Room, room_for

ONSTAGE, CUSTOMER = "lane-onstage", "lane-customer"
HEIGHT = 52.0


def document(*labels: str) -> Document:
    """Steps in the second cell of the onstage lane, one under the other, and "Far" elsewhere."""
    made = new_blueprint()
    for label in labels:
        made.apply(add_step(made, ONSTAGE, made.columns[1].id, label=label).change)
    made.apply(add_step(made, CUSTOMER, made.columns[4].id, label="Far").change)
    return made


def step(document: Document, label: str) -> str:
    return next(id for id, found in document.steps.items() if found.label == label)


def room(document: Document, landing: Landing, *carried: str) -> Room:
    ids = [step(document, label) for label in carried]
    found = room_for(document, Layout(document), ids, landing, HEIGHT)
    assert found is not None
    return found


def test_an_empty_cell_needs_no_room() -> None:
    found = document("Brush")
    cell = Cell(ONSTAGE, found.columns[3].id)
    assert room_for(found, Layout(found), [step(found, "Far")], Landing(cell), HEIGHT) is None


def test_a_new_column_opens_all_lanes_by_its_width() -> None:
    found = document("Brush")
    layout = Layout(found)
    cell = Cell(ONSTAGE, found.columns[1].id)
    opened = room(found, Landing(cell, insert=1), "Far")
    assert opened.x is not None
    assert opened.after - opened.before == layout.columns[1].width + 24
    left, right = layout.columns[0], layout.columns[1]
    assert left.x + left.width < opened.x < right.x
    assert opened.shift(Box(left.x, 0, 1, 1))[0] < 0 < opened.shift(Box(right.x, 0, 1, 1))[0]


def test_before_the_first_column_only_what_follows_moves() -> None:
    found = document("Brush")
    cell = Cell(ONSTAGE, found.columns[0].id)
    opened = room(found, Landing(cell, insert=0), "Far")
    assert opened.before == 0
    assert opened.after > 0


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_cards_below_the_landing_move_down(index: int) -> None:
    found = document("Brush", "Polish")
    cell = Cell(ONSTAGE, found.columns[1].id)
    opened = room(found, Landing(cell, index=index), "Far")
    pushed = dict(opened.pushed)
    below = ["Brush", "Polish"][index:]
    assert set(pushed) == {step(found, label) for label in below}
    assert all(way > 0 for way in pushed.values())
    assert opened.after > 0


def test_a_card_dropped_among_those_of_its_own_cell_changes_places_with_them() -> None:
    found = document("Brush", "Polish", "Buff")
    cell = Cell(ONSTAGE, found.columns[1].id)
    opened = room(found, Landing(cell, index=0), "Buff")
    assert opened.y is None
    assert set(dict(opened.pushed)) == {step(found, "Brush"), step(found, "Polish")}
    down = room(found, Landing(cell, index=2), "Brush")
    assert all(way < 0 for way in dict(down.pushed).values())


def test_what_has_moved_aside_stands_where_the_drop_puts_it() -> None:
    found = document("Brush", "Polish")
    layout = Layout(found)
    landing = Landing(Cell(ONSTAGE, found.columns[1].id), index=1)
    opened = room(found, landing, "Far")
    before = {label: layout.card(step(found, label)).box.y for label in ("Brush", "Polish")}
    pushed = dict(opened.pushed)
    found.apply(landed(found, [step(found, "Far")], landing, False))
    after = Layout(found)
    for label, y in before.items():
        shown = y + pushed.get(step(found, label), 0.0)
        assert after.card(step(found, label)).box.y == pytest.approx(shown, abs=6)
