"""Onstage work serves a customer action: otherwise nobody is there to be served."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import PROVIDER, LaneRole, StepKind
from blueprint.model.reading.reach import backward, onward, spread
from blueprint.model.reading.roles import is_customer_action
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_ONSTAGE = {LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY}


def check(survey: Survey) -> Iterator[Finding]:
    linked = _linked_to_customers(survey)
    wiring = survey.process.wiring
    for number, step in enumerate(wiring.steps):
        if wiring.roles[number] not in _ONSTAGE or step.kind is not StepKind.ACTION:
            continue
        if not linked[number] and not _shares_a_column(survey, number):
            yield RULE.finding(
                message("{step} serves no customer action.", step=named(step)), steps=(step.id,)
            )


def _linked_to_customers(survey: Survey) -> bytearray:
    """For each step whether flows join it to a customer action through provider steps alone."""
    wiring = survey.process.wiring
    ahead, behind = onward(wiring), backward(wiring)
    provides = [role in PROVIDER for role in wiring.roles]

    def providers(step: int) -> list[int]:
        return [next for next in (*ahead(step), *behind(step)) if provides[next]]

    seen = bytearray(len(wiring.steps))
    actions = [
        number
        for number, step in enumerate(wiring.steps)
        if is_customer_action(step, wiring.roles[number])
    ]
    spread(seen, actions, providers)
    return seen


def _shares_a_column(survey: Survey, number: int) -> bool:
    step = survey.process.wiring.steps[number]
    return any(is_customer_action(other, survey.role(other)) for other in survey.beside(step))


RULE = Rule(
    id="SB022",
    slug="onstage-serves-nobody",
    severity="warning",
    scope="graph",
    title=message("Onstage work serves a customer action"),
    why=message("Onstage is what happens before the customer; here no customer takes part."),
    hint=message(
        "Connect it to the customer action it serves, or put it into that column, or backstage."
    ),
    check=check,
)
