"""Every step can be reached: otherwise it is drawn but never done."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process = survey.process
    if not process.starts:
        return
    for step, reached in zip(process.wiring.steps, process.reached, strict=True):
        if not reached:
            yield RULE.finding(
                message("{step} cannot be reached from the start.", step=named(step)),
                steps=(step.id,),
            )


RULE = Rule(
    id="SB003",
    slug="step-cannot-be-reached",
    severity="error",
    scope="graph",
    title=message("Every step can be reached"),
    why=message("A step that no path comes to is drawn but never done."),
    hint=message("Lead an arrow to it from the step before, or delete it."),
    check=check,
)
