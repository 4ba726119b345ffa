"""Services: runs of steps through which a resource stays with its customer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from blueprint.measures.chain import Chain
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.reading.plan import Plan


@dataclass(frozen=True, slots=True)
class Service:
    """All services of one resource for one customer.

    `visits` is how many services one customer needs, `mean` and `variance` (seconds, seconds
    squared) those of one service, rework included. `begins` says at which moments they begin,
    and how often.
    """

    visits: float
    mean: float
    variance: float
    begins: Mapping[int, float] = field(default_factory=dict)

    @property
    def cv2(self) -> float:
        """Squared coefficient of variation; 0 where nothing is timed."""
        return self.variance / self.mean / self.mean if self.mean > 0 else 0.0


def services(document: Document, plan: Plan, visits: Mapping[int, float]) -> dict[str, Service]:
    """The services of each resource that the document has, by resource id."""
    users: dict[str, dict[int, Step]] = defaultdict(dict)
    steps = plan.process.wiring.steps
    for moment, members in plan.members.items():
        for number in members:
            step = steps[number]
            if step.resource in document.resources and moment in visits:
                users[step.resource][moment] = step
    return {id: _service(plan, using, visits) for id, using in users.items()}


def _service(plan: Plan, using: Mapping[int, Step], visits: Mapping[int, float]) -> Service:
    """One resource's service: the run over the moments `using`, each with its step."""
    moments = sorted(using)
    number = {moment: place for place, moment in enumerate(moments)}
    moves = [_staying(plan, moment, number) for moment in moments]
    arriving = [visits[moment] for moment in moments]
    for place, row in enumerate(moves):
        for next, share in row.items():
            arriving[next] -= visits[moments[place]] * share
    begins = {m: max(arriving[number[m]], 0.0) for m in moments if arriving[number[m]] > 1e-9}
    total = sum(begins.values())
    if total == 0:
        return Service(0.0, 0.0, 0.0)
    mean, second = _run_moments(moves, [using[moment] for moment in moments])
    shares = {number[moment]: count / total for moment, count in begins.items()}
    average = sum(share * mean[place] for place, share in shares.items())
    square = sum(share * second[place] for place, share in shares.items())
    return Service(total, average, max(square - average * average, 0.0), begins)


def _staying(plan: Plan, moment: int, number: Mapping[int, int]) -> dict[int, float]:
    """With what probability the resource goes on to which moment; of a fork, along one branch."""
    row: dict[int, float] = defaultdict(float)
    for way in plan.ways[moment]:
        onward = [number[t] for t in (*way.targets, *way.aside) if t in number]
        if onward:
            row[onward[0]] += way.probability
    return dict(row)


def _run_moments(
    moves: list[dict[int, float]], steps: list[Step]
) -> tuple[list[float], list[float]]:
    """First and second moment of the time from each place of a run to its end.

    E[T] = m + P·E[T] and E[T²] = v + m² + 2·m·P·E[T] + P·E[T²] for steps of mean m, variance v.
    """
    chain = Chain(moves)
    mean = [0.0 if step.duration is None else step.duration.mean for step in steps]
    variance = [0.0 if step.duration is None else step.duration.variance for step in steps]
    first = chain.totals(mean)
    after = [sum(p * first[next] for next, p in row.items()) for row in moves]
    rewards = [v + m * m + 2 * m * t for v, m, t in zip(variance, mean, after, strict=True)]
    return first, chain.totals(rewards)
