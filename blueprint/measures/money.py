"""Profit of one execution as a function of its time (after Shostack 1984)."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.measures.path import standard_seconds
from blueprint.measures.timing import durations
from blueprint.measures.traffic import Traffic
from blueprint.model.document import Document
from blueprint.model.reading.plan import plan
from blueprint.model.reading.process import Process


@dataclass(frozen=True, slots=True)
class Economics:
    """Money per execution in the document's currency; `wage` per second."""

    price: float
    cost: float
    wage: float

    def profit(self, seconds: float) -> float:
        """π(t) = price − cost − wage × t."""
        return self.price - self.cost - self.wage * seconds

    @property
    def break_even(self) -> float | None:
        """The time, in seconds, at which nothing is left; None if time costs nothing."""
        return (self.price - self.cost) / self.wage if self.wage > 0 else None


def economics(document: Document, process: Process) -> Economics:
    """Price, cost and wage of one execution.

    Every step counts once, by the probability that its branch is taken; recovery steps are
    left out. The wage is the mean of the resources' cost per hour, each weighted by its share
    of the standard busy time of all of them. Raises chain.NoExit where a loop is never left.
    """
    chance = once_each(process)
    steps = process.wiring.steps
    price = sum((steps[n].price or 0.0) * share for n, share in chance.items())
    cost = sum((steps[n].cost or 0.0) * share for n, share in chance.items())
    busy: dict[str, float] = {}
    for number, share in chance.items():
        resource = steps[number].resource
        if resource in document.resources:
            seconds = standard_seconds(steps[number]) * share
            busy[resource] = busy.get(resource, 0.0) + seconds
    total = sum(busy.values())
    hourly = sum(
        (document.resources[id].cost_per_hour or 0.0) * seconds / total
        for id, seconds in busy.items()
        if total > 0
    )
    return Economics(price, cost, hourly / 3600)


def once_each(process: Process) -> dict[int, float]:
    """For each step, by number, the probability that one execution comes to it.

    Nothing fails and nothing is repeated; supplies and work beside the customer count once.
    """
    main = plan(process, main_only=True)
    visits = Traffic(main, durations(main, standard_seconds)).visits
    chance = {
        step: min(visits.get(moment, 0.0), 1.0)
        for moment, members in main.members.items()
        for step in members
    }
    chance.update(dict.fromkeys(main.supplies, 1.0))
    return chance
