"""What is watched is what was simulated: same seed, same stays, queues and busy servers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from blueprint.measures.simulation.program import CannotSimulate, compiled
from blueprint.measures.simulation.recording import record
from blueprint.measures.simulation.replication import replicate
from blueprint.measures.simulation.settings import Settings
from blueprint.model.document import Document
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"


def case(name: str) -> Document:
    return open_document(CASES / f"{name}.csv").document


def test_the_same_seed_gives_the_same_recording() -> None:
    document = case("shoeshine")
    assert record(document, 7, 50) == record(document, 7, 50)
    assert record(document, 7, 50) != record(document, 8, 50)


def test_times_in_system_are_those_of_the_simulation() -> None:
    document = case("drive-up-bank")
    outcome = replicate(compiled(document), Settings(60, 1, 3, warm_up=0), 0)
    found = record(document, 3, 60)
    times = sorted(stays[-1].end - stays[0].start for stays in found.stays.values())
    assert times == pytest.approx(sorted(outcome.times))


def test_stays_of_a_customer_follow_one_another_without_a_gap() -> None:
    for stays in record(case("shoeshine"), 1, 80).stays.values():
        for one, other in pairwise(stays):
            assert one.end == pytest.approx(other.start)
            assert other.path[0] == one.step
            assert other.path[-1] == other.step


def test_never_more_customers_are_served_than_there_are_servers() -> None:
    found = record(case("drive-up-bank"), 1, 200)
    (resource,) = found.servers
    instant = 0.0
    queued = 0
    while instant < found.end:
        tokens = [token.stay for token in found.tokens(instant, 0.0)]
        served = [stay for stay in tokens if not stay.queued and stay.step in found.needs]
        assert len(served) <= found.servers[resource]
        waiting = sum(found.queues(instant).values())
        if waiting:
            assert len(served) == found.servers[resource]
        queued += waiting
        instant += 97.0
    assert queued > 0


def test_utilisation_over_the_whole_time_is_that_of_the_servers() -> None:
    found = record(case("drive-up-bank"), 1, 200)
    ((resource, share),) = found.utilisation(found.end, found.end).items()
    busy = sum(
        stay.end - stay.start
        for stays in found.stays.values()
        for stay in stays
        if not stay.queued and stay.step in found.needs
    )
    assert share == pytest.approx(busy / found.end / found.servers[resource])
    assert 0.4 < share < 1.0


def test_a_token_is_on_its_way_before_it_stands() -> None:
    found = record(case("drive-up-bank"), 1, 5)
    first = found.stays[0][0]
    (token,) = [t for t in found.tokens(first.start, 5.0) if t.customer == 0]
    assert token.along == 0.0
    late = first.start + (first.end - first.start) * 0.9
    (token,) = [t for t in found.tokens(late, 5.0) if t.customer == 0]
    assert token.along == 1.0
    assert [t for t in found.tokens(found.end, 5.0)] == []


def test_what_cannot_be_simulated_cannot_be_recorded() -> None:
    with pytest.raises(CannotSimulate):
        record(case("hotel"))
