"""Waiting lines agree with published figures to six significant digits."""

import math

import pytest

from blueprint.measures.occurrence import occurrence, risk_priority
from blueprint.measures.queueing import Queue, erlang_b
from blueprint.measures.service import Service

HOUR, MINUTE = 3600.0, 60.0


def test_drive_up_bank_with_three_tellers() -> None:
    queue = Queue(36 / HOUR, 4 * MINUTE, 3)
    assert queue.utilisation == pytest.approx(0.8, rel=1e-6)
    assert queue.probability_of_waiting == pytest.approx(0.647191, rel=1e-6)
    assert queue.queue_length == pytest.approx(2.588764, rel=1e-6)
    assert queue.wait / MINUTE == pytest.approx(4.314607, rel=1e-6)
    assert queue.waits_longer(5 * MINUTE) == pytest.approx(0.3057, abs=5e-5)


def test_one_server_with_services_of_100_seconds() -> None:
    queue = Queue(24 / HOUR, HOUR / 36)
    assert queue.wait / MINUTE == pytest.approx(10 / 3, rel=1e-6)
    assert (queue.wait + queue.service) / MINUTE == pytest.approx(5, rel=1e-6)
    assert queue.empty == pytest.approx(1 / 3, rel=1e-6)


def test_one_server_and_two_servers_of_two_minutes() -> None:
    one, two = Queue(24 / HOUR, 2 * MINUTE), Queue(24 / HOUR, 2 * MINUTE, 2)
    assert one.utilisation == pytest.approx(0.8, rel=1e-6)
    assert one.wait / MINUTE == pytest.approx(8, rel=1e-6)
    sojourn = math.exp(-(1 / one.service - one.arrivals) * 5 * MINUTE)
    assert sojourn == pytest.approx(0.6065, abs=5e-5)
    assert two.utilisation == pytest.approx(0.4, rel=1e-6)
    assert two.probability_of_waiting == pytest.approx(0.228571, abs=5e-7)
    assert two.wait / MINUTE == pytest.approx(0.380952, abs=5e-7)


def test_fixed_services_halve_the_wait() -> None:
    assert Queue(24 / HOUR, 120, cv2=0).wait == pytest.approx(240, rel=1e-6)


def test_at_full_load_the_line_grows_without_end() -> None:
    queue = Queue(1, 1)
    assert not queue.stable
    assert queue.wait == math.inf
    assert queue.waits_longer(100) == 1


def test_many_servers_do_not_overflow() -> None:
    queue = Queue(900, 1, 1000)
    assert 0 < queue.probability_of_waiting < 0.01


@pytest.mark.parametrize("load", [0.0, 1e-300, 0.3, 1.0, 7.5, 40.0, 99.9])
@pytest.mark.parametrize("servers", [0, 1, 2, 8, 100])
def test_blocking_agrees_with_the_usual_recursion(load: float, servers: int) -> None:
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked = load * blocked / (count + load * blocked)
    assert erlang_b(load, servers) == pytest.approx(blocked, rel=1e-9, abs=1e-300)


@pytest.mark.parametrize("load", [1.0, 5e8, 0.999e9])
def test_a_thousand_million_servers_are_worked_out_at_once(load: float) -> None:
    assert Queue(load, 1, 10**9).wait == pytest.approx(0, abs=1e-12)


def test_services_of_next_to_no_time_have_a_variation() -> None:
    assert Service(1, 1e-200, 0.0).cv2 == 0


@pytest.mark.parametrize(
    ("queue", "exact"),
    [(Queue(1, 0.5, 1, 0.3), True), (Queue(1, 1, 2, 1.0), True), (Queue(1, 1, 2, 0.3), False)],
)
def test_only_the_approximation_is_called_one(queue: Queue, exact: bool) -> None:
    assert queue.exact is exact


@pytest.mark.parametrize(
    ("probability", "rating"),
    [
        *((0.5, 10), (0.1, 10), (0.05, 9), (0.02, 8), (0.01, 7), (0.002, 6), (0.0005, 5)),
        *((0.0001, 4), (0.00001, 3), (0.000001, 2), (0.0, 1)),
    ],
)
def test_occurrence_follows_the_usual_scale(probability: float, rating: int) -> None:
    assert occurrence(probability) == rating


def test_risk_priority_of_the_wrong_wax() -> None:
    assert risk_priority(7, 0.1, 3) == 210
