"""Evidence stands where a customer is there to see it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if not any(_is_the_customers(survey, other) for other in survey.beside(step)):
        yield RULE.finding(
            message("The customer does nothing where {step} stands.", step=named(step)),
            steps=(step.id,),
        )


def _is_the_customers(survey: Survey, step: Step) -> bool:
    """Coming, deciding and leaving are acts too."""
    return survey.role(step) is LaneRole.CUSTOMER and step.kind is not StepKind.EVIDENCE


RULE = Rule(
    id="SB021",
    slug="evidence-that-nobody-sees",
    severity="hint",
    scope="step",
    title=message("Evidence stands where the customer acts or waits"),
    why=message("Evidence belongs to what the customer does in its column; here nobody sees it."),
    hint=message("Move it to the column of the customer action that it belongs to."),
    check=check,
    lanes=frozenset({LaneRole.EVIDENCE}),
)
