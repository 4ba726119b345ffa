"""Paths as integers: what graph rules and measures walk over, built once per document."""

from __future__ import annotations

from dataclasses import dataclass, field

from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import APART, FlowKind, LaneRole
from blueprint.model.reading.columns import Columns
from blueprint.model.reading.roles import OFF_THE_PATH


@dataclass(slots=True)
class Wiring:
    """The steps that may be part of a path, numbered, and the flows between them.

    Flows from a step to itself mean nothing and are left out, as are flows to evidence and to
    remarks. `outgoing` and `incoming` hold sequence and recovery flows, by number; exchanges
    stand apart, since they have no direction. `ahead` and `behind` are the steps that a step
    leads to and that lead to it, along an exchange both ways.
    """

    steps: list[Step] = field(default_factory=list)
    roles: list[LaneRole] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    target: list[int] = field(default_factory=list)
    outgoing: list[list[int]] = field(default_factory=list)
    incoming: list[list[int]] = field(default_factory=list)
    exchanges: list[tuple[int, int]] = field(default_factory=list)
    partners: dict[int, list[int]] = field(default_factory=dict)
    ahead: list[list[int]] = field(default_factory=list)
    behind: list[list[int]] = field(default_factory=list)


def wire(document: Document) -> Wiring:
    """The paths of a document; steps and flows are numbered as it holds them."""
    wiring = Wiring()
    _number_steps(wiring, document)
    wiring.outgoing = [[] for _ in wiring.steps]
    wiring.incoming = [[] for _ in wiring.steps]
    wiring.ahead = [[] for _ in wiring.steps]
    wiring.behind = [[] for _ in wiring.steps]
    number = wiring.number
    for flow in document.flows.values():
        a, b = number.get(flow.source), number.get(flow.target)
        if a is None or b is None or a == b:
            continue
        if flow.kind is FlowKind.EXCHANGE:
            _add_exchange(wiring, a, b)
        else:
            _add_flow(wiring, flow, a, b)
    return wiring


def _number_steps(wiring: Wiring, document: Document) -> None:
    role_of_lane = {lane.id: lane.role for lane in document.lanes if lane.role not in OFF_THE_PATH}
    for step in document.steps.values():
        if step.kind not in APART and step.lane in role_of_lane:
            wiring.number[step.id] = len(wiring.steps)
            wiring.steps.append(step)
            wiring.roles.append(role_of_lane[step.lane])


def _add_flow(wiring: Wiring, flow: Flow, a: int, b: int) -> None:
    place = len(wiring.flows)
    wiring.flows.append(flow)
    wiring.source.append(a)
    wiring.target.append(b)
    wiring.outgoing[a].append(place)
    wiring.incoming[b].append(place)
    wiring.ahead[a].append(b)
    wiring.behind[b].append(a)


def _add_exchange(wiring: Wiring, a: int, b: int) -> None:
    wiring.exchanges.append((a, b))
    for one, other in ((a, b), (b, a)):
        wiring.partners.setdefault(one, []).append(other)
        wiring.ahead[one].append(other)
        wiring.behind[one].append(other)


def moments(wiring: Wiring, columns: Columns) -> list[int]:
    """For each step the number of its moment: steps in an exchange within one column share one.

    The steps of one moment have a column in common. A step that lasts over several columns is
    in one moment with the first partner that it meets; exchanges with later ones are calls.
    """
    group = list(range(len(wiring.steps)))
    common: dict[int, range] = {}
    for _, a, b in sorted(_meetings(wiring, columns)):
        one, other = _root(group, a), _root(group, b)
        shared = _shared(
            common.get(one) or columns.span(wiring.steps[one]),
            common.get(other) or columns.span(wiring.steps[other]),
        )
        if one != other and shared:
            group[other] = one
            common[one] = shared
    return [_root(group, step) for step in group]


def _meetings(wiring: Wiring, columns: Columns) -> list[tuple[tuple[int, str, str], int, int]]:
    """Exchanges within one column, each with a key that orders them by time."""
    found = []
    for a, b in wiring.exchanges:
        one, other = wiring.steps[a], wiring.steps[b]
        shared = _shared(columns.span(one), columns.span(other))
        if shared:
            low, high = sorted((one.id, other.id))
            found.append(((shared.start, low, high), a, b))
    return found


def _shared(one: range, other: range) -> range:
    return range(max(one.start, other.start), min(one.stop, other.stop))


def _root(group: list[int], step: int) -> int:
    while group[step] != step:
        group[step] = group[group[step]]
        step = group[step]
    return step
