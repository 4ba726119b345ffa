"""The time that a customer accepts is no shorter than the standard time."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.units import duration_message
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if step.duration is None or step.tolerance is None:
        return
    standard = step.duration.mean
    if step.tolerance < standard - 1e-9:
        yield RULE.finding(
            message(
                "{step} takes {standard}; customers accept {tolerance}.",
                step=named(step),
                standard=duration_message(standard),
                tolerance=duration_message(step.tolerance),
            ),
            steps=(step.id,),
        )


RULE = Rule(
    id="SB041",
    slug="tolerance-is-too-short",
    severity="error",
    scope="step",
    title=message("The standard time is within what customers accept"),
    why=message("Even when all goes well the customer waits longer than they accept."),
    hint=message("Make the step faster, or correct one of the two times."),
    check=check,
)
