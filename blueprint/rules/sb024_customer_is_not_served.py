"""Somebody or something serves each customer action, unless the customer serves themselves."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import PROVIDER, LaneRole, StepKind
from blueprint.model.reading.roles import channel_of, is_on_path
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if channel_of(step) == "self":
        return
    near = (*survey.neighbours(step.id), *survey.beside(step))
    if not any(_serves(survey, other) for other in near):
        yield RULE.finding(
            message(
                "No provider step is linked to {step} or stands in its column.", step=named(step)
            ),
            steps=(step.id,),
        )


def _serves(survey: Survey, step: Step) -> bool:
    role = survey.role(step)
    return role in PROVIDER and is_on_path(step, role)


RULE = Rule(
    id="SB024",
    slug="customer-is-not-served",
    severity="warning",
    scope="step",
    title=message("Somebody serves each customer action"),
    why=message("A customer action with nothing behind it is a gap in the service or in the map."),
    hint=message("Add who or what serves the customer there, or give it the channel “self”."),
    check=check,
    lanes=frozenset({LaneRole.CUSTOMER}),
    kinds=frozenset({StepKind.ACTION}),
)
