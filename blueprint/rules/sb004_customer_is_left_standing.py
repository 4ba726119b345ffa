"""A customer step or a decision leads on: otherwise the customer is left standing."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.reading import Process
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.ends import lead_on
from blueprint.rules.names import named
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process = survey.process
    ends = set(process.ends)
    left = _moments_that_are_left(process)
    for number, step in enumerate(process.wiring.steps):
        customer = process.wiring.roles[number] is LaneRole.CUSTOMER
        if not (customer or step.kind is StepKind.DECISION) or number in ends:
            continue
        if process.moment[number] not in left:
            yield RULE.finding(
                message("Nothing leads on from {step}, and it is no end.", step=named(step)),
                steps=(step.id,),
            )


def _moments_that_are_left(process: Process) -> set[int]:
    """The flows of both steps of an exchange leave after it."""
    moment = process.moment
    return {moment[source] for source in process.wiring.source}


RULE = Rule(
    id="SB004",
    slug="customer-is-left-standing",
    severity="error",
    scope="graph",
    title=message("Customer steps and decisions lead on"),
    why=message("The customer is left standing there: nobody knows what comes next."),
    hint=message("Connect it to the next step, or mark it as an end."),
    check=check,
    fix=Fix(message("lead on to an end"), lead_on),
)
