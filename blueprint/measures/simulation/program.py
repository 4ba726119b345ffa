"""A blueprint made ready to run: plain tuples and numbers, nothing to look up."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import Message, message
from blueprint.measures.capacity import demand_per_hour
from blueprint.measures.chain import NoExit
from blueprint.measures.timing import timing
from blueprint.model.distribution import Distribution
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.reading import read
from blueprint.model.reading.plan import Plan, Way, plan


class CannotSimulate(Exception):  # noqa: N818
    """The blueprint cannot be run; `reason` says why and what to do."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


NEVER_LEFT = message("Customers never leave a loop. Give it a way out, then run again.")


@dataclass(frozen=True, slots=True)
class Branching:
    """A way as places in `Program.moments`; `limits` are flows with how often each may be taken.

    `simple` says of each target whether its branch needs no resource and forks nowhere.
    """

    probability: float
    targets: tuple[int, ...]
    join: int | None
    aside: tuple[int, ...]
    limits: tuple[tuple[int, int], ...]
    simple: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """What happens at once: it lasts as long as the longest of `durations`.

    `needs` are places in `Program.resources`; `patience` is the longest wait, in seconds.
    """

    steps: tuple[str, ...]
    durations: tuple[Distribution, ...]
    needs: tuple[int, ...]
    patience: float | None
    ways: tuple[Branching, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """All that a replication needs; cheap to send to another process."""

    moments: tuple[Moment, ...]
    start: int
    resources: tuple[str, ...]
    servers: tuple[int, ...]
    arrivals_per_hour: float
    arrivals_by_hour: tuple[float, ...]
    promise: float | None


def compiled(document: Document) -> Program:
    """Raises CannotSimulate if the blueprint has no start, no demand or an endless loop."""
    process = read(document)
    whole = plan(process)
    if whole.start is None:
        raise CannotSimulate(
            message("There is no start. Add a customer step that the service begins with.")
        )
    try:
        timing(process)
    except NoExit as endless:
        raise CannotSimulate(NEVER_LEFT) from endless
    demand = demand_per_hour(document)
    if not demand:
        raise CannotSimulate(
            message("Nobody arrives. Say in the document how many customers come per hour.")
        )
    return _program(document, whole, demand)


def _program(document: Document, whole: Plan, demand: float) -> Program:
    needed = sorted(
        {step.resource for step in whole.process.wiring.steps} & document.resources.keys()
    )
    place = {id: number for number, id in enumerate(needed)}
    number = {moment: index for index, moment in enumerate(whole.members)}
    moments = tuple(_moment(whole, m, number, place) for m in whole.members)
    assert whole.start is not None
    return Program(
        moments,
        number[whole.start],
        tuple(needed),
        tuple(_servers(document, id) for id in needed),
        demand,
        document.properties.arrivals_by_hour,
        document.properties.promise_seconds,
    )


def _servers(document: Document, id: str) -> int:
    resource = document.resources[id]
    servers = 1 if resource.capacity is None else resource.capacity
    if servers < 1:
        raise CannotSimulate(
            message("“{title}” has no servers. Give it at least one.", title=resource.title)
        )
    return servers


def _moment(whole: Plan, moment: int, number: dict[int, int], place: dict[str, int]) -> Moment:
    wiring = whole.process.wiring
    steps = [wiring.steps[step] for step in whole.members[moment]]
    return Moment(
        tuple(step.id for step in steps),
        tuple(step.duration for step in steps if step.duration is not None),
        tuple(sorted({place[step.resource] for step in steps if step.resource in place})),
        min((limit for step in steps if (limit := _patience(step)) is not None), default=None),
        tuple(_branching(whole, way, number, place) for way in whole.ways[moment]),
    )


def _patience(step: Step) -> float | None:
    longest = step.tolerance if step.wait is None else step.wait.longest
    longest = step.tolerance if longest is None else longest
    return None if longest is None else max(0.0, longest)


def _branching(whole: Plan, way: Way, number: dict[int, int], place: dict[str, int]) -> Branching:
    flows = whole.process.wiring.flows
    limits = [(flow, flows[flow].max_count) for flow in way.flows]
    return Branching(
        way.probability,
        tuple(number[target] for target in way.targets),
        None if way.join is None else number[way.join],
        tuple(number[target] for target in way.aside),
        tuple((flow, most) for flow, most in limits if most is not None),
        tuple(len(way.targets) > 1 and _is_simple(whole, t, way.join, place) for t in way.targets),
    )


def _is_simple(whole: Plan, target: int, join: int | None, place: dict[str, int]) -> bool:
    """Whether a branch, up to its join, needs no resource and forks nowhere."""
    steps = whole.process.wiring.steps
    seen, queue = {target}, [target]
    for moment in queue:
        if moment == join:
            continue
        if any(steps[step].resource in place for step in whole.members[moment]):
            return False
        for way in whole.ways[moment]:
            if len(way.targets) > 1 or way.aside:
                return False
            fresh = [next for next in way.targets if next not in seen]
            seen.update(fresh)
            queue.extend(fresh)
    return True
