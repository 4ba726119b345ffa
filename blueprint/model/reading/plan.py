"""What follows what when a blueprint runs: moments, the ways out of each, forks and their joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from blueprint.model.entities import Flow
from blueprint.model.notation import FlowKind, StepKind
from blueprint.model.reading.process import Process
from blueprint.model.reading.wiring import Wiring


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative after a moment, taken with `probability`.

    All `targets` are begun at once. Their branches meet at `join` and go on from there as one;
    without a `join` each goes its own way. The branches of `aside` run on their own and are
    waited for by nobody. `flows` are the flows taken, by number.
    """

    probability: float
    targets: tuple[int, ...]
    flows: tuple[int, ...] = ()
    join: int | None = None
    aside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """How a customer runs through a process, moment by moment.

    A moment is named by the number of one of its steps (see `Process.moment`). `supplies` are
    the steps that are reached, but not on the customer's way: each is done once.
    """

    process: Process
    start: int | None
    members: dict[int, tuple[int, ...]]
    ways: dict[int, tuple[Way, ...]]
    supplies: tuple[int, ...]


def plan(process: Process, *, main_only: bool = False) -> Plan:
    """The plan of a process; with `main_only` without recovery and without flows that lead back."""
    if main_only not in process.plans:
        process.plans[main_only] = _plan(process, main_only)
    return process.plans[main_only]


def _plan(process: Process, main_only: bool) -> Plan:
    wiring, moment = process.wiring, process.moment
    members: dict[int, list[int]] = defaultdict(list)
    for step, number in enumerate(moment):
        members[number].append(step)
    left_out = _leading_back(process) if main_only else frozenset()
    ways = {
        number: _moment_ways(wiring, moment, steps, left_out, main_only)
        for number, steps in members.items()
    }
    start = moment[process.starts[0]] if process.starts else None
    reached = process.reached
    supplies = [s for s in range(len(moment)) if reached[s] and not process.from_start[s]]
    finals = {moment[step] for step in process.ends}
    return Plan(
        process,
        start,
        {number: tuple(steps) for number, steps in members.items()},
        _with_joins(ways, finals),
        tuple(supplies),
    )


def _leading_back(process: Process) -> frozenset[int]:
    """Flows of loops that lead to an earlier column, or round within one column."""
    wiring, columns = process.wiring, process.columns
    back: set[int] = set()
    for loop in process.loops:
        order = {step: (columns.place[wiring.steps[step].column], step) for step in loop.steps}
        back.update(
            flow
            for flow in loop.flows
            if order[wiring.target[flow]][0] < order[wiring.source[flow]][0]
        )
        back.update(_closing(wiring, process.moment, [f for f in loop.flows if f not in back]))
    return frozenset(back)


def _closing(wiring: Wiring, moment: Sequence[int], flows: list[int]) -> set[int]:
    """Flows that close a circle when added one after the other, in the order of their ids."""
    following: dict[int, set[int]] = defaultdict(set)
    closing = set()
    for flow in sorted(flows, key=lambda flow: wiring.flows[flow].id):
        source, target = moment[wiring.source[flow]], moment[wiring.target[flow]]
        if source == target:
            continue
        if source in _reach(following, target):
            closing.add(flow)
        else:
            following[source].add(target)
    return closing


def _reach(following: dict[int, set[int]], first: int) -> set[int]:
    seen, queue = {first}, [first]
    for node in queue:
        fresh = following.get(node, set()) - seen
        seen |= fresh
        queue.extend(sorted(fresh))
    return seen


def _moment_ways(
    wiring: Wiring,
    moment: Sequence[int],
    steps: Iterable[int],
    left_out: frozenset[int],
    main_only: bool,
) -> tuple[Way, ...]:
    """The ways out of a moment: one of each step's, all steps' at once."""
    choices = []
    for step in steps:
        inside = moment[step]
        flows = [
            flow
            for flow in wiring.outgoing[step]
            if flow not in left_out and moment[wiring.target[flow]] != inside
        ]
        choices.append(step_ways(wiring, step, flows, recovers=not main_only))
    found = []
    for choice in product(*choices):
        flows = sorted({flow for _, taken in choice for flow in taken})
        probability = 1.0
        for share, _ in choice:
            probability *= share
        targets = tuple(dict.fromkeys(moment[wiring.target[flow]] for flow in flows))
        if probability > 0:
            found.append(Way(probability, targets, tuple(flows)))
    return tuple(found)


def step_ways(
    wiring: Wiring, step: int, flows: Sequence[int], *, recovers: bool = True
) -> list[tuple[float, list[int]]]:
    """The alternatives after one step: their probability and the flows that each takes.

    A decision takes one branch; a fail point with a recovery flow takes that with its
    probability; every other step sends all its sequence flows at once.
    """
    recovery = [flow for flow in flows if wiring.flows[flow].kind is FlowKind.RECOVERY]
    others = [flow for flow in flows if wiring.flows[flow].kind is not FlowKind.RECOVERY]
    if not recovers:
        recovery = []
    failing = _failing(wiring, step, recovery, others)
    ways = [(failing / len(recovery), [flow]) for flow in recovery if failing > 0]
    if wiring.steps[step].kind is StepKind.DECISION and others:
        shares = branch_shares([wiring.flows[flow] for flow in others])
        ways += [
            ((1 - failing) * share, [flow]) for flow, share in zip(others, shares, strict=True)
        ]
    else:
        ways.append((1 - failing, others))
    return [way for way in ways if way[0] > 0]


def _failing(wiring: Wiring, step: int, recovery: list[int], others: list[int]) -> float:
    """With what probability a recovery flow is taken: a way back that is the only one, always."""
    if not recovery:
        return 0.0
    fail = wiring.steps[step].fail
    if fail is not None and fail.probability is not None:
        return fail.probability
    return 0.0 if others else 1.0


def branch_shares(branches: Sequence[Flow]) -> list[float]:
    """Probabilities of a decision's branches: blanks share the rest; brought to a sum of 1."""
    given = [flow.probability for flow in branches]
    blanks = given.count(None)
    rest = max(0.0, 1 - sum(share for share in given if share is not None))
    shares = [rest / blanks if share is None else share for share in given]
    total = sum(shares)
    return [share / total for share in shares] if total > 0 else [1 / len(shares)] * len(shares)


def _with_joins(ways: dict[int, tuple[Way, ...]], finals: set[int]) -> dict[int, tuple[Way, ...]]:
    following = {
        number: sorted({target for way in out for target in way.targets})
        for number, out in ways.items()
    }
    return {
        number: tuple(
            _joined(way, following, finals) if len(way.targets) > 1 else way for way in out
        )
        for number, out in ways.items()
    }


def _joined(way: Way, following: dict[int, list[int]], finals: set[int]) -> Way:
    """The way with its join: the nearest moment that all branches reach.

    Where there is none, branches that come to no end of the service run on their own.
    """
    join = _nearest_common(way.targets, following)
    if join is not None:
        return replace(way, join=join)
    ending = [target for target in way.targets if _comes_to(target, following, finals)]
    kept = tuple(ending) or way.targets[:1]
    aside = tuple(target for target in way.targets if target not in kept)
    join = _nearest_common(kept, following) if len(kept) > 1 else None
    return replace(way, targets=kept, aside=aside, join=join)


def _nearest_common(targets: Sequence[int], following: dict[int, list[int]]) -> int | None:
    """The moment that all branches reach in the fewest steps, walked in lock-step."""
    seen = [{target} for target in targets]
    edges = [[target] for target in targets]
    while True:
        common = set.intersection(*seen)
        if common:
            return min(common)
        for place, edge in enumerate(edges):
            fresh = dict.fromkeys(next for node in edge for next in following[node])
            edges[place] = [node for node in fresh if node not in seen[place]]
            seen[place].update(edges[place])
        if not any(edges):
            return None


def _comes_to(first: int, following: dict[int, list[int]], finals: set[int]) -> bool:
    seen, queue = {first}, [first]
    for node in queue:
        if node in finals:
            return True
        fresh = [next for next in following[node] if next not in seen]
        seen.update(fresh)
        queue.extend(fresh)
    return False
