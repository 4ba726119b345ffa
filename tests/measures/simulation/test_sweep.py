"""What-if studies: read from text, the document untouched, the figures as they must change."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.analysis.chart import Sheet
from blueprint.analysis.sweep import figures, sweep_chart
from blueprint.drawing.primitives import Text
from blueprint.drawing.theme import theme
from blueprint.measures.path import standard_seconds
from blueprint.measures.simulation import Settings, simulate
from blueprint.measures.simulation.study import Cancelled
from blueprint.measures.simulation.sweep import (
    BadSweep,
    Lever,
    Sweep,
    parse_sweep,
    run_sweep,
    swept,
)
from blueprint.model.document import Document
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"
SMALL = Settings(customers=1_500, replications=4)


@pytest.fixture
def shoeshine() -> Document:
    return open_document(CASES / "shoeshine.csv").document


@pytest.mark.parametrize(
    ("text", "lever", "values"),
    [
        ("servers=1..3", Lever.SERVERS, (1, 2, 3)),
        ("servers:shoeshiner=2", Lever.SERVERS, (2,)),
        ("demand=12, 18;24", Lever.DEMAND, (12, 18, 24)),
        ("durations=80%,1.2", Lever.DURATIONS, (0.8, 1.2)),
    ],
)
def test_a_sweep_is_read(
    shoeshine: Document, text: str, lever: Lever, values: tuple[float, ...]
) -> None:
    found = parse_sweep(text, shoeshine)
    assert (found.lever, found.values) == (lever, values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "servers",
        "price=1",
        "servers:Nobody=1",
        "servers=1.5",
        "demand=0",
        "demand=x",
        "demand=",
    ],
)
def test_what_is_no_sweep_says_why(shoeshine: Document, text: str) -> None:
    with pytest.raises(BadSweep) as refused:
        parse_sweep(text, shoeshine)
    assert str(refused.value.reason).endswith(".")


def test_the_document_stays_as_it_is(shoeshine: Document) -> None:
    before = dict(shoeshine.entities)
    made = swept(shoeshine, parse_sweep("servers=3", shoeshine), 3)
    slower = swept(shoeshine, Sweep(Lever.DURATIONS, (2.0,)), 2.0)
    assert [found.capacity for found in made.resources.values()] == [3]
    assert standard_seconds(slower.step("o1")) == 2 * standard_seconds(shoeshine.step("o1"))
    assert dict(shoeshine.entities) == before


@pytest.mark.parametrize(
    ("text", "rises"), [("servers=1..3", False), ("demand=12,24", True), ("durations=60%,1", True)]
)
def test_waits_change_the_way_they_must(shoeshine: Document, text: str, rises: bool) -> None:
    points = run_sweep(shoeshine, parse_sweep(text, shoeshine), SMALL)
    waits = [point.results.wait.mean for point in points]
    assert waits == sorted(waits, reverse=not rises)
    assert waits[0] != waits[-1]


def test_the_value_that_holds_today_gives_what_the_simulation_gives(shoeshine: Document) -> None:
    (point,) = run_sweep(shoeshine, Sweep(Lever.DURATIONS, (1.0,)), SMALL)
    assert point.results == simulate(shoeshine, SMALL)


def test_progress_counts_all_values_and_can_stop(shoeshine: Document) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 6

    with pytest.raises(Cancelled):
        run_sweep(shoeshine, parse_sweep("servers=1..3", shoeshine), SMALL, progress=progress)
    assert told == [(done, 12) for done in range(1, 7)]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_chart_shows_every_figure(shoeshine: Document, language: str) -> None:
    sweep = parse_sweep("servers=1..3", shoeshine)
    points = run_sweep(shoeshine, sweep, SMALL)
    chart = sweep_chart(shoeshine, sweep, points, Sheet(420, 380, theme("light"), language))
    written = {part.text for part in chart.primitives if isinstance(part, Text)}
    for point in points:
        assert written >= set(figures(sweep, point, language))
    assert len(chart.marks) == 3
    assert all(mark.box.x >= 0 and mark.box.right <= 420 for mark in chart.marks)
