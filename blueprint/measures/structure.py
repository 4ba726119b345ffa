"""Complexity and divergence (Shostack 1987): how many steps, how they hang together, how free."""

from __future__ import annotations

import math
from collections.abc import Iterator

from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LINE_BELOW, OPTIONAL_LINES, ROLE_ORDER, Line, StepKind
from blueprint.model.reading.process import Process
from blueprint.model.reading.wiring import Wiring


def actions(process: Process) -> list[Step]:
    """The steps of kind action in lanes of actions."""
    return [step for step in process.wiring.steps if step.kind is StepKind.ACTION]


def intricacy(process: Process) -> int:
    """E − N + 2P (McCabe 1976) over the steps and flows of action lanes, an exchange once."""
    wiring = process.wiring
    edges = list(_ends(wiring))
    return len(edges) - len(wiring.steps) + 2 * _parts(len(wiring.steps), edges)


def crossings(document: Document, process: Process) -> dict[Line, int]:
    """For each line that the blueprint has, how many flows cross it."""
    roles = [ROLE_ORDER[role] for role in process.wiring.roles]
    found = {}
    for line in _lines(document):
        above = ROLE_ORDER[LINE_BELOW[line]]
        found[line] = sum(
            (roles[a] <= above) != (roles[b] <= above) for a, b in _ends(process.wiring)
        )
    return found


def divergence(process: Process) -> float:
    """Σ log2(latitude) over actions, each once, in bits; a step without latitude adds none."""
    return sum(math.log2(step.latitude) for step in actions(process) if step.latitude)


def _lines(document: Document) -> Iterator[Line]:
    properties = document.properties
    shown = {
        Line.ORDER_PENETRATION: properties.line_of_order_penetration,
        Line.IMPLEMENTATION: properties.line_of_implementation,
    }
    for line in Line:
        if line not in OPTIONAL_LINES or shown[line]:
            yield line


def _ends(wiring: Wiring) -> Iterator[tuple[int, int]]:
    yield from zip(wiring.source, wiring.target, strict=True)
    yield from wiring.exchanges


def _parts(count: int, edges: list[tuple[int, int]]) -> int:
    """Connected components of an undirected graph."""
    group = list(range(count))

    def root(node: int) -> int:
        while group[node] != node:
            group[node] = group[group[node]]
            node = group[node]
        return node

    parts = count
    for a, b in edges:
        one, other = root(a), root(b)
        if one != other:
            group[one] = other
            parts -= 1
    return parts
