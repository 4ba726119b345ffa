"""Loops of a blueprint, and whether a customer ever gets out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.model.notation import FlowKind, StepKind
from blueprint.model.reading.wiring import Wiring


@dataclass(frozen=True, slots=True)
class Loop:
    """Steps that lead round to each other, by number; likewise the flows.

    `exits` are the flows by which a choice (a decision, a fail point, a recovery) leaves the
    loop. `endless` names the steps of it that go on for ever, none if each has a way out.
    """

    steps: tuple[int, ...]
    flows: tuple[int, ...]
    exits: tuple[int, ...]
    endless: tuple[int, ...]


def components(count: int, following: Sequence[Sequence[int]]) -> list[list[int]]:
    """Strongly connected components, without recursion; after Kosaraju and Sharir (1981)."""
    preceding: list[list[int]] = [[] for _ in range(count)]
    for node, targets in enumerate(following):
        for target in targets:
            preceding[target].append(node)
    taken = bytearray(count)
    found = []
    for root in reversed(_finishing_order(count, following)):
        if taken[root]:
            continue
        taken[root] = 1
        component = [root]
        for node in component:
            for before in preceding[node]:
                if not taken[before]:
                    taken[before] = 1
                    component.append(before)
        found.append(component)
    return found


def _finishing_order(count: int, following: Sequence[Sequence[int]]) -> list[int]:
    """All nodes in the order in which a depth-first walk is done with them."""
    seen = bytearray(count)
    order = []
    for root in range(count):
        if seen[root]:
            continue
        seen[root] = 1
        walk = [(root, iter(following[root]))]
        while walk:
            node, targets = walk[-1]
            for target in targets:
                if not seen[target]:
                    seen[target] = 1
                    walk.append((target, iter(following[target])))
                    break
            else:
                order.append(node)
                walk.pop()
    return order


def loops(wiring: Wiring, moment: Sequence[int]) -> list[Loop]:
    """All loops, exchanges within one column merged; calls and steps to themselves are none."""
    members: dict[int, list[int]] = defaultdict(list)
    for step, number in enumerate(moment):
        members[number].append(step)
    between, inside = _edges(wiring, moment)
    found = [
        _loop(wiring, moment, [step for number in circle for step in members[number]])
        for circle in _circles(between)
    ]
    taken = {step for loop in found for step in loop.steps}
    each_alone = range(len(moment))
    found += [
        _loop(wiring, each_alone, circle) for circle in _circles(inside) if taken.isdisjoint(circle)
    ]
    return found


def _edges(wiring: Wiring, moment: Sequence[int]) -> tuple[list[list[int]], list[list[int]]]:
    """What each moment leads to, and what each step leads to within its own moment."""
    between: list[list[int]] = [[] for _ in moment]
    inside: list[list[int]] = [[] for _ in moment]
    for a, b in zip(wiring.source, wiring.target, strict=True):
        if moment[a] != moment[b]:
            between[moment[a]].append(moment[b])
        else:
            inside[a].append(b)
    return between, inside


def _circles(following: Sequence[Sequence[int]]) -> list[list[int]]:
    """The components of more than one node, looked for where a circle can be at all."""
    core = _core(following)
    number = {node: place for place, node in enumerate(core)}
    inner = [[number[next] for next in following[node] if next in number] for node in core]
    found = components(len(core), inner)
    return [[core[place] for place in circle] for circle in found if len(circle) > 1]


def _core(following: Sequence[Sequence[int]]) -> list[int]:
    """The nodes left when those that nothing enters are taken away, again and again."""
    entering = [0] * len(following)
    for targets in following:
        for target in targets:
            entering[target] += 1
    queue = [node for node, count in enumerate(entering) if not count]
    for node in queue:
        for target in following[node]:
            entering[target] -= 1
            if not entering[target]:
                queue.append(target)
    return [node for node, count in enumerate(entering) if count]


def _loop(wiring: Wiring, moment: Sequence[int], steps: list[int]) -> Loop:
    within = set(steps)
    flows = [flow for step in steps for flow in wiring.outgoing[step]]
    inner = [flow for flow in flows if wiring.target[flow] in within]
    exits = [
        flow for flow in flows if wiring.target[flow] not in within and _is_choice(wiring, flow)
    ]
    return Loop(
        tuple(sorted(steps)),
        tuple(inner),
        tuple(exits),
        tuple(sorted(_endless(wiring, moment, within))),
    )


def _is_choice(wiring: Wiring, flow: int) -> bool:
    """Whether the flow is taken instead of another, and not along with all others."""
    if wiring.flows[flow].kind is FlowKind.RECOVERY:
        return True
    source = wiring.source[flow]
    return wiring.steps[source].kind is StepKind.DECISION or any(
        wiring.flows[other].kind is FlowKind.RECOVERY for other in wiring.outgoing[source]
    )


def _endless(wiring: Wiring, moment: Sequence[int], within: set[int]) -> set[int]:
    """The steps of a loop from which some branch never leaves it.

    A choice ends if one of its ways does, a fork only if all of them do.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for step in within:
        members[moment[step]].append(step)
    ended: set[int] = set()
    waiting = list(members)
    while waiting:
        number = waiting.pop()
        if number in ended:
            continue
        if all(_ends(wiring, moment, step, within, ended) for step in members[number]):
            ended.add(number)
            waiting.extend(
                moment[wiring.source[flow]]
                for step in members[number]
                for flow in wiring.incoming[step]
                if wiring.source[flow] in within
            )
    return {step for step in within if moment[step] not in ended}


def _ends(
    wiring: Wiring, moment: Sequence[int], step: int, within: set[int], ended: set[int]
) -> bool:
    def out(flow: int) -> bool:
        target = wiring.target[flow]
        return target not in within or moment[target] in ended

    ways = [list(way) for way in _ways(wiring, moment, step)]
    return not ways or any(all(out(flow) for flow in way) for way in ways)


def _ways(wiring: Wiring, moment: Sequence[int], step: int) -> Iterator[list[int]]:
    """The alternatives after a step; the flows of one alternative are all taken at once."""
    together = []
    for flow in wiring.outgoing[step]:
        if moment[wiring.target[flow]] == moment[step]:
            continue
        if (
            wiring.steps[step].kind is StepKind.DECISION
            or wiring.flows[flow].kind is FlowKind.RECOVERY
        ):
            yield [flow]
        else:
            together.append(flow)
    if together:
        yield together
