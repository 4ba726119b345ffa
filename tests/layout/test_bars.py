"""Bars that were moved by hand: they run where they are wished, and the picture stays sound."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.edits.bars import move_bars, reset_routes
from blueprint.model.edits.flows import connect
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step, delete
from blueprint.model.ids import NewId
from tests.generators import random_blueprint
from tests.layout.compare import said
from tests.layout.picture import Picture

WISHES = (-1.0, -0.4, 0.0, 0.3, 1.0)


def wished(seed: int) -> Document:
    """A random blueprint in which half of all connectors were moved by hand."""
    document = random_blueprint(seed)
    chance = random.Random(seed)
    for flow in sorted(document.flows):
        if chance.random() < 0.5:
            vertical, place = chance.random() < 0.5, chance.choice(WISHES)
            document.apply(move_bars(document, flow, vertical=vertical, place=place))
    return document


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_wherever_bars_are_wished_the_picture_has_no_flaw(first: int) -> None:
    for seed in range(first, first + 25):
        document = wished(seed)
        assert Picture(document, Layout(document)).flaws() == [], f"seed {seed}"


def named(id: str) -> NewId:
    """Ids decide between equal courses; chance is not to."""
    return lambda _kind: id


def two_through_a_gutter() -> tuple[Document, str, str]:
    """Two connectors from the second column to the third, each past the other's cards."""
    document = new_blueprint()
    columns = document.columns
    steps = {}
    for label, lane, column in (
        ("a", "lane-customer", 1),
        ("b", "lane-onstage", 2),
        ("c", "lane-onstage", 1),
        ("d", "lane-backstage", 2),
        ("x", "lane-customer", 2),
        ("y", "lane-backstage", 1),
    ):
        added = add_step(document, lane, columns[column].id, label=label, new_id=named(label))
        document.apply(added.change)
        steps[label] = added.id
    found = []
    for source, target in (("a", "d"), ("c", "x")):
        added = connect(document, steps[source], steps[target], new_id=named(f"from {source}"))
        document.apply(added.change)
        found.append(added.id)
    return document, found[0], found[1]


def verticals(layout: Layout, flow: str) -> list[float]:
    points = layout.course(flow)
    return [a.x for a, b in pairwise(points) if a.x == b.x]


def test_a_bar_passes_its_neighbour_and_comes_back() -> None:
    document, one, other = two_through_a_gutter()
    layout = Layout(document)
    assert len(verticals(layout, one)) == len(verticals(layout, other)) == 1
    for place in (-1.0, 1.0, -1.0):
        change = move_bars(document, one, vertical=True, place=place)
        document.apply(change)
        layout.update(change)
        left = verticals(layout, one)[0] < verticals(layout, other)[0]
        assert left is (place < 0)
        assert said(layout, document) == said(Layout(document), document)


def test_a_bar_alone_in_its_gutter_moves_within_it() -> None:
    document, one, other = two_through_a_gutter()
    document.apply(delete(document, [other]))
    at = {}
    for place in (-1.0, 0.0, 1.0):
        document.apply(move_bars(document, one, vertical=True, place=place))
        at[place] = verticals(Layout(document), one)[0]
    assert at[-1.0] < at[0.0] < at[1.0]
    column = Layout(document).columns[2]
    assert at[0.0] == column.left
    assert column.left - 4 == at[-1.0]


def test_a_route_that_is_reset_is_as_it_was() -> None:
    document, one, other = two_through_a_gutter()
    before = said(Layout(document), document)
    document.apply(move_bars(document, one, vertical=True, place=1.0))
    document.apply(move_bars(document, other, vertical=False, place=-1.0))
    document.apply(reset_routes(document, [one, other]))
    assert said(Layout(document), document) == before
    assert not reset_routes(document, [one, other])
