"""What may fail, how grave it is, and what it costs in time."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.measures.occurrence import risk_priority
from blueprint.measures.path import standard_seconds
from blueprint.measures.timing import durations
from blueprint.measures.traffic import Traffic
from blueprint.model.reading.plan import plan
from blueprint.model.reading.process import Process


@dataclass(frozen=True, slots=True)
class Risk:
    """A fail point, and how often it is expected to fail for 100 customers.

    `rpn` is None where severity, probability or detection is not said, `failures_per_100` where
    the probability is not.
    """

    step: str
    rpn: int | None
    failures_per_100: float | None


def risks(process: Process) -> tuple[Risk, ...]:
    """All fail points, the gravest first. Raises chain.NoExit where a loop is never left."""
    whole = plan(process)
    traffic = Traffic(whole, durations(whole, standard_seconds))
    supplies = dict.fromkeys(whole.supplies, 1.0)
    found = []
    for number, step in enumerate(process.wiring.steps):
        fail = step.fail
        if fail is None:
            continue
        rpn = None
        if None not in (fail.severity, fail.probability, fail.detection):
            rpn = risk_priority(fail.severity or 0, fail.probability or 0.0, fail.detection or 0)
        visits = supplies.get(number) or traffic.visits.get(process.moment[number], 0.0)
        failures = None if fail.probability is None else 100 * visits * fail.probability
        found.append(Risk(step.id, rpn, failures))
    return tuple(sorted(found, key=lambda risk: (-(risk.rpn or 0), risk.step)))


def rework_per_100(process: Process) -> float:
    """Expected extra time of 100 customers through recovery and loops, in seconds.

    The difference between the mean time and what it would be if nothing ever failed.
    """
    whole, main = plan(process), plan(process, main_only=True)
    with_failures = Traffic(whole, durations(whole, standard_seconds)).time
    without = Traffic(main, durations(main, standard_seconds)).time
    return 100 * (with_failures - without)
