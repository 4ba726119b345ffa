"""Bugs planted in the layout: each must be caught by the properties that guard it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from blueprint.layout import tracks
from blueprint.layout.index import Occupancy
from blueprint.layout.layout import Layout
from blueprint.layout.regions import Regions
from blueprint.layout.tracks import Run
from blueprint.layout.wires import Wire
from tests.generators import random_blueprint
from tests.layout import test_layout, test_walks
from tests.layout.picture import Picture

SEEDS = (*range(12), 24)


def flaws() -> list[str]:
    found = []
    for seed in SEEDS:
        document = random_blueprint(seed)
        found += Picture(document, Layout(document)).flaws()
    return found


def crossings() -> int:
    documents = [random_blueprint(seed) for seed in SEEDS]
    return sum(Picture(document, Layout(document)).crossings() for document in documents)


def test_without_a_planted_bug_nothing_is_caught() -> None:
    assert flaws() == []


def test_spans_ignored_in_gutters_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Occupancy, "open_gutter", lambda *_: True)
    assert any("through" in flaw for flaw in flaws())


def test_half_open_ends_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def half_open(
        runs: Iterable[Run], _apart: float, _wish: object = None
    ) -> list[tuple[Run, int]]:
        found: list[tuple[Run, int]] = []
        for run in sorted(runs):
            touching = [
                taken + other.width
                for other, taken in found
                if other.low < run.high and run.low < other.high
            ]
            found.append((run, max(touching, default=0)))
        return found

    monkeypatch.setattr(tracks, "stacked", half_open)
    assert any("too near" in flaw for flaw in flaws())


def test_tracks_from_left_to_right_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    before = crossings()

    def by_beginning(_: bool, __: bool, start: float, ___: float) -> tuple[int, float]:
        return (0, start)

    monkeypatch.setattr(tracks, "_order", by_beginning)
    assert crossings() > 1.02 * before


def test_ties_that_ids_do_not_break_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    consider = Wire.consider

    def without_id(wire: Wire, options: list[tuple[float, str, str, tuple[int, ...]]]) -> None:
        consider(wire, options)
        wire.rank = (wire.rank[0], "")

    monkeypatch.setattr(Wire, "consider", without_id)
    assert fails(
        lambda: [test_layout.test_the_order_of_insertion_makes_no_difference(n) for n in range(6)]
    )


def test_a_cluster_that_is_not_settled_again_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    settle = Regions._settle_around

    def all_but_one(regions: Regions, channel: int, touched: list[tuple[int, Run]]) -> None:
        settle(regions, channel, touched[1:])

    monkeypatch.setattr(Regions, "_settle_around", all_but_one)
    assert fails(lambda: [test_walks.walk(seed, 40, 20) for seed in range(6)])


def test_crossings_that_are_not_counted_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    before = crossings()
    monkeypatch.setattr("blueprint.layout.choose.CROSSING", 0.0)
    assert crossings() > 1.02 * before


def fails(check: Callable[[], object]) -> bool:
    try:
        check()
    except (AssertionError, KeyError, TypeError):
        return True
    return False
