"""Where a service starts, where it ends, and which steps it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from blueprint.model.notation import FlowKind, StepKind
from blueprint.model.reading.roles import BEHIND, is_customer_action
from blueprint.model.reading.wiring import Wiring

Neighbours = Callable[[int], Iterable[int]]


def starts(wiring: Wiring) -> list[int]:
    """Steps of kind start; without one, the customer actions that no flow enters."""
    return _marked(wiring, StepKind.START) or _open_customer_actions(wiring, wiring.incoming)


def ends(wiring: Wiring) -> list[int]:
    """Steps of kind end; without one, the customer actions that no flow leaves."""
    return _marked(wiring, StepKind.END) or _open_customer_actions(wiring, wiring.outgoing)


def _marked(wiring: Wiring, kind: StepKind) -> list[int]:
    return [number for number, step in enumerate(wiring.steps) if step.kind is kind]


def _open_customer_actions(wiring: Wiring, flows: Sequence[Sequence[int]]) -> list[int]:
    return [
        number
        for number, step in enumerate(wiring.steps)
        if not flows[number] and is_customer_action(step, wiring.roles[number])
    ]


def onward(wiring: Wiring) -> Neighbours:
    """Steps that a step leads to; along an exchange both ways."""
    return wiring.ahead.__getitem__


def onward_without_recovery(wiring: Wiring) -> Neighbours:
    """The same, but for recovery flows."""

    def neighbours(step: int) -> list[int]:
        flows = wiring.outgoing[step]
        found = [
            wiring.target[flow]
            for flow in flows
            if wiring.flows[flow].kind is not FlowKind.RECOVERY
        ]
        return [*found, *wiring.partners.get(step, ())]

    return neighbours


def backward(wiring: Wiring) -> Neighbours:
    """Steps that lead to a step; along an exchange both ways."""
    return wiring.behind.__getitem__


def spread(seen: bytearray, begin: Iterable[int], neighbours: Neighbours) -> list[int]:
    """Mark in `seen` all that can be reached from `begin`; answers what is newly marked."""
    queue = [step for step in begin if not seen[step]]
    for step in queue:
        seen[step] = 1
    for step in queue:
        for next in neighbours(step):
            if not seen[next]:
                seen[next] = 1
                queue.append(next)
    return queue


def is_alone(wiring: Wiring, step: int) -> bool:
    """Whether no flow of any kind joins the step to another."""
    return not (wiring.outgoing[step] or wiring.incoming[step] or wiring.partners.get(step))


def with_supplies(wiring: Wiring, from_start: bytearray) -> bytearray:
    """All reached steps: from the start, supplies that lead there, and work without any flow.

    What a supply leads to is reached with it, and may in turn be what other supplies lead to.
    """
    reached = bytearray(from_start)
    leading = bytearray(len(reached))
    forward, back = onward(wiring), backward(wiring)
    fresh: list[int] = [step for step, mark in enumerate(reached) if mark]
    while fresh:
        behind = spread(leading, fresh, back)
        sources = [step for step in behind if not reached[step] and _is_source(wiring, step)]
        fresh = spread(reached, sources, forward)
    for step, role in enumerate(wiring.roles):
        if role in BEHIND and is_alone(wiring, step):
            reached[step] = 1
    return reached


def _is_source(wiring: Wiring, step: int) -> bool:
    return wiring.roles[step] in BEHIND and not wiring.incoming[step]
