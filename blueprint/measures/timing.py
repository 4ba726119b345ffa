"""Time: the longest path, what customers accept along it, and what to expect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from blueprint.measures.path import (
    LongestPath,
    longest_path,
    standard_seconds,
    tolerable_seconds,
)
from blueprint.measures.traffic import Traffic
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.model.reading.plan import Plan, plan
from blueprint.model.reading.process import Process


@dataclass(frozen=True, slots=True)
class Timing:
    """All times in seconds. `mean` leaves queueing and declared waits out, `total` adds the latter.

    `value_ratio` is `mean` without the customer's own doing ÷ `total`; None if nothing is timed.
    """

    path: LongestPath
    critical_steps: tuple[str, ...]
    standard: float
    tolerance: float
    mean: float
    wait: float
    total: float
    value_ratio: float | None
    approximate: bool


def timing(process: Process) -> Timing:
    """The times of a process. Raises chain.NoExit where a loop is never left."""
    main, whole = plan(process, main_only=True), plan(process)
    standard = durations(main, standard_seconds)
    path = longest_path(main, standard)
    tolerable = durations(main, tolerable_seconds)
    traffic = Traffic(whole, durations(whole, standard_seconds))
    wait = expected_wait(whole, traffic)
    total = traffic.time + wait
    without_customer = Traffic(whole, durations(whole, _provider_seconds(process)))
    return Timing(
        path=path,
        critical_steps=tuple(_ids(main, path.moments)),
        standard=path.seconds,
        tolerance=sum(tolerable.get(moment, 0.0) for moment in path.moments),
        mean=traffic.time,
        wait=wait,
        total=total,
        value_ratio=without_customer.time / total if total > 0 else None,
        approximate=traffic.approximate,
    )


def durations(plan: Plan, seconds: Callable[[Step], float]) -> dict[int, float]:
    """How long each moment lasts: as long as the longest of its steps."""
    steps = plan.process.wiring.steps
    return {
        moment: max(seconds(steps[step]) for step in members)
        for moment, members in plan.members.items()
    }


def expected_wait(plan: Plan, traffic: Traffic) -> float:
    """The expected declared waits of one customer, each as often as its step is come to.

    Steps of one moment are waited for together, so the longest of their waits counts.
    """
    waits = durations(plan, declared_wait)
    return sum(count * waits[moment] for moment, count in traffic.visits.items())


def declared_wait(step: Step) -> float:
    """The expected wait before a step, in seconds; 0 where none is declared."""
    if step.wait is None or step.wait.expected is None:
        return 0.0
    return step.wait.expected


def _provider_seconds(process: Process) -> Callable[[Step], float]:
    number, roles = process.wiring.number, process.wiring.roles

    def seconds(step: Step) -> float:
        return 0.0 if roles[number[step.id]] is LaneRole.CUSTOMER else standard_seconds(step)

    return seconds


def _ids(plan: Plan, moments: Iterable[int]) -> Iterable[str]:
    """The steps of the longest path: of each moment the longest, the customer's among equals."""
    wiring = plan.process.wiring

    def weight(number: int) -> tuple[float, bool, str]:
        step = wiring.steps[number]
        return standard_seconds(step), wiring.roles[number] is LaneRole.CUSTOMER, step.id

    for moment in moments:
        yield wiring.steps[max(plan.members[moment], key=weight)].id
