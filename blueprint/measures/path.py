"""The longest path: how long a service takes when nothing fails and each branch is the long one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.model.entities import Step
from blueprint.model.reading.plan import Plan


@dataclass(frozen=True, slots=True)
class LongestPath:
    """`moments` from the first to the last; `seconds` by standard times.

    `slack` says for each moment on a way from start to end by how many seconds it may take
    longer before the whole does.
    """

    moments: tuple[int, ...]
    seconds: float
    slack: Mapping[int, float]


def longest_path(plan: Plan, durations: Mapping[int, float]) -> LongestPath:
    """The longest way by `durations` (seconds by moment) from the start to an end.

    `plan` is one of `main_only`: recovery flows and flows that lead back are left out. Where
    no end can be reached, the longest way to anywhere counts.
    """
    order = _in_order(plan)
    if not order:
        return LongestPath((), 0.0, {})
    arrive, came_from = _arrivals(plan, order, durations)
    ends = {plan.process.moment[step] for step in plan.process.ends} & arrive.keys()
    finals = ends or set(order)
    last = max(finals, key=lambda m: (arrive[m] + durations.get(m, 0.0), -order.index(m)))
    seconds = arrive[last] + durations.get(last, 0.0)
    remaining = _remaining(plan, order, durations, finals)
    slack = {m: seconds - arrive[m] - rest for m, rest in remaining.items()}
    path = [last]
    while path[-1] in came_from:
        path.append(came_from[path[-1]])
    return LongestPath(tuple(reversed(path)), seconds, slack)


def _following(plan: Plan, moment: int) -> list[int]:
    targets = [t for way in plan.ways[moment] for t in (*way.targets, *way.aside)]
    return list(dict.fromkeys(targets))


def _in_order(plan: Plan) -> list[int]:
    """The moments that follow from the start, each after all that lead to it."""
    if plan.start is None:
        return []
    found, walk = [], [(plan.start, iter(_following(plan, plan.start)))]
    seen = {plan.start}
    while walk:
        moment, targets = walk[-1]
        for target in targets:
            if target not in seen:
                seen.add(target)
                walk.append((target, iter(_following(plan, target))))
                break
        else:
            found.append(moment)
            walk.pop()
    return found[::-1]


def _arrivals(
    plan: Plan, order: list[int], durations: Mapping[int, float]
) -> tuple[dict[int, float], dict[int, int]]:
    """The latest arrival at each moment, and the moment before it on that way."""
    arrive = {order[0]: 0.0}
    came_from: dict[int, int] = {}
    for moment in order:
        leave = arrive[moment] + durations.get(moment, 0.0)
        for target in _following(plan, moment):
            if target not in arrive or leave > arrive[target]:
                arrive[target] = leave
                came_from[target] = moment
    return arrive, came_from


def _remaining(
    plan: Plan, order: list[int], durations: Mapping[int, float], finals: set[int]
) -> dict[int, float]:
    """For each moment from which an end is reached the longest time from its begin to the end."""
    remaining: dict[int, float] = {}
    for moment in reversed(order):
        onward = [remaining[t] for t in _following(plan, moment) if t in remaining]
        if onward or moment in finals:
            remaining[moment] = durations.get(moment, 0.0) + max(onward, default=0.0)
    return remaining


def standard_seconds(step: Step) -> float:
    """The standard time of a step: the mean of its distribution, 0 where none is given."""
    return 0.0 if step.duration is None else step.duration.mean


def tolerable_seconds(step: Step) -> float:
    """The acceptable time of a step: its standard time where none is given."""
    return standard_seconds(step) if step.tolerance is None else step.tolerance
