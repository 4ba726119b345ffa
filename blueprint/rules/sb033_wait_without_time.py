"""A wait point says how long the wait is: nobody can shorten what nobody has measured."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    wait = step.wait
    if wait is None and (step.kind is not StepKind.WAIT or step.duration is not None):
        return
    if wait is None or (wait.expected is None and wait.longest is None):
        yield RULE.finding(
            message("Nothing says how long the customer waits at {step}.", step=named(step)),
            steps=(step.id,),
        )


RULE = Rule(
    id="SB033",
    slug="wait-without-time",
    severity="warning",
    scope="step",
    title=message("Wait points have a time"),
    why=message("Waiting is what customers remember; a wait without a time cannot be improved."),
    hint=message("Fill in the expected or the longest wait."),
    check=check,
)
