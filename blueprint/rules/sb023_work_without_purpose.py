"""Backstage and support work leads to contact with the customer: otherwise why do it?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import CONTACT, LaneRole
from blueprint.model.reading.reach import Neighbours, backward, onward
from blueprint.model.reading.wiring import Wiring
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_PURPOSE = CONTACT | {LaneRole.CUSTOMER}
_JUDGED = {LaneRole.BACKSTAGE, LaneRole.SUPPORT}


def check(survey: Survey) -> Iterator[Finding]:
    wiring = survey.process.wiring
    before = _met_on_the_way(wiring, onward(wiring))
    after = _met_on_the_way(wiring, backward(wiring))
    for number, step in enumerate(wiring.steps):
        if wiring.roles[number] in _JUDGED and not (before[number] | after[number]) - {number}:
            yield RULE.finding(
                message("No path joins {step} to a customer or contact step.", step=named(step)),
                steps=(step.id,),
            )


def _met_on_the_way(wiring: Wiring, neighbours: Neighbours) -> list[set[int]]:
    """For each step the nearest customer and contact steps that lead to it: two at most.

    Two are enough to tell whether there is one besides the step itself.
    """
    met: list[set[int]] = [set() for _ in wiring.steps]
    queue = deque((number, number) for number, role in enumerate(wiring.roles) if role in _PURPOSE)
    while queue:
        step, purpose = queue.popleft()
        for next in neighbours(step):
            if purpose in met[next] or len(met[next]) == 2:
                continue
            met[next].add(purpose)
            if wiring.roles[next] not in _PURPOSE:
                queue.append((next, purpose))
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
