"""What needs no customer is done out of their sight (Chase 1978)."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_SEEN = (LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY)


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if step.customer_present is False and survey.role(step) in _SEEN:
        yield RULE.finding(
            message("{step} is done onstage, yet needs no customer.", step=named(step)),
            steps=(step.id,),
        )


RULE = Rule(
    id="SB053",
    slug="contact-without-need",
    severity="hint",
    scope="step",
    title=message("Onstage is what needs the customer"),
    why=message("Work without the customer is faster and steadier out of their sight."),
    hint=message("Move the step backstage, or say that the customer takes part."),
    check=check,
)
