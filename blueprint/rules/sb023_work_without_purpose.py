"""Backstage and support work leads to contact with the customer: otherwise why do it?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import CONTACT, LaneRole
from blueprint.model.reading.reach import Neighbours, backward, onward
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_PURPOSE = CONTACT | {LaneRole.CUSTOMER}
_JUDGED = {LaneRole.BACKSTAGE, LaneRole.SUPPORT}


def check(survey: Survey) -> Iterator[Finding]:
    wiring = survey.process.wiring
    purposeful = [role in _PURPOSE for role in wiring.roles]
    ways = [(follow, _met(purposeful, follow)) for follow in (onward(wiring), backward(wiring))]
    for number, step in enumerate(wiring.steps):
        if wiring.roles[number] in _JUDGED and not any(
            purposeful[next] or met.get(next, set()) - {number}
            for follow, met in ways
            for next in follow(number)
        ):
            yield RULE.finding(
                message("No path joins {step} to a customer or contact step.", step=named(step)),
                steps=(step.id,),
            )


def _met(purposeful: list[bool], follow: Neighbours) -> dict[int, set[int]]:
    """For each other step the customer and contact steps that it comes to first: two at most.

    Two are enough to tell whether there is one besides the step that asks.
    """
    others = [number for number, purpose in enumerate(purposeful) if not purpose]
    met: dict[int, set[int]] = {number: set() for number in others}
    leading: dict[int, list[int]] = {number: [] for number in others}
    queue: deque[tuple[int, int]] = deque()
    for number in others:
        for next in follow(number):
            if purposeful[next]:
                queue.append((number, next))
            else:
                leading[next].append(number)
    while queue:
        number, purpose = queue.popleft()
        if purpose not in met[number] and len(met[number]) < 2:
            met[number].add(purpose)
            queue.extend((before, purpose) for before in leading[number])
    return met


RULE = Rule(
    id="SB023",
    slug="work-without-purpose",
    severity="warning",
    scope="graph",
    title=message("Backstage and support work leads to the customer"),
    why=message(
        "Work that serves neither the customer nor those who meet them has no visible purpose."
    ),
    hint=message("Connect it to the step that it serves, or ask whether it is needed."),
    check=check,
)
