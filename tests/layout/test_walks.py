"""The incremental layout equals the full one after every edit of random walks."""

from __future__ import annotations

import random

import pytest

from blueprint.layout.layout import Layout
from blueprint.model.change import Change
from blueprint.model.document import Document
from tests.generators import random_blueprint
from tests.layout.compare import differences, said, shape
from tests.layout.walks import any_step, random_edit, replaced

SIZES = (0, 6, 15, 40, 80)


def walk(seed: int, steps: int, edits: int) -> tuple[int, int]:
    """How many edits a walk took, and how many of them without a full pass."""
    document = random_blueprint(seed, steps)
    chance = random.Random(seed)
    layout = Layout(document)
    said(layout, document)
    undone: list[Change] = []
    local = 0
    for count in range(edits):
        undo = undone and chance.random() < 0.2
        change = undone.pop().inverted() if undo else random_edit(chance, document)
        if not undo:
            undone.append(change)
        before = {id: layout.connector(id) for id in document.flows if layout.shows_flow(id)}
        document.apply(change)
        moved = layout.update(change)
        local += not moved.everything
        where = f"seed {seed}, edit {count}: {list(change.entries)}"
        assert differences(layout, Layout(document), document) == [], where
        if not moved.everything and not moved.shifted:
            for id in before.keys() & document.flows.keys() - moved.flows:
                assert shape(before[id]) == shape(layout.connector(id)), f"{where}: {id}"
    return edits, local


@pytest.mark.parametrize("seed", range(30))
def test_every_edit_gives_what_a_full_pass_gives(seed: int) -> None:
    edits, local = walk(seed, SIZES[seed % len(SIZES)], 40)
    assert local > edits / 4


@pytest.mark.parametrize("seed", range(200, 204))
def test_edits_of_a_tangled_blueprint_give_what_a_full_pass_gives(seed: int) -> None:
    walk(seed, 120, 25)


@pytest.mark.stress
@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_long_walks_give_what_full_passes_give(seed: int) -> None:
    walk(seed, (6, 15, 40, 80, 120)[seed % 5], 200)


@pytest.mark.parametrize("seed", range(8))
def test_undoing_all_gives_the_same_points_back(seed: int) -> None:
    document = random_blueprint(seed, 30)
    chance = random.Random(seed)
    layout = Layout(document)
    before = said(layout, document)
    changes = []
    for _ in range(20):
        changes.append(random_edit(chance, document))
        document.apply(changes[-1])
        layout.update(changes[-1])
    for change in reversed(changes):
        document.apply(change.inverted())
        layout.update(change.inverted())
    assert said(layout, document) == before


def test_a_step_moved_by_one_column_changes_few_other_routes() -> None:
    """The mean of other routes that change is at most 3 % of all flows."""
    shares = []
    for seed in range(30):
        document = random_blueprint(seed, 120)
        layout = Layout(document)
        before = {id: wire.route[1:] for id, wire in layout._routing.wires.items()}
        change, step = one_column_further(random.Random(seed), document)
        document.apply(change)
        if layout.update(change).everything:
            continue
        other = [
            id
            for id, wire in layout._routing.wires.items()
            if step not in (wire.a.id, wire.b.id) and wire.route[1:] != before[id]
        ]
        shares.append(len(other) / len(before))
    assert len(shares) > 10
    assert sum(shares) / len(shares) <= 0.03


def one_column_further(chance: random.Random, document: Document) -> tuple[Change, str]:
    step = any_step(chance, document)
    columns = [column.id for column in document.columns]
    place = columns.index(step.column)
    column = columns[place + 1 if place + 1 < len(columns) else place - 1]
    return replaced(step, column=column), step.id
