"""Once one step has a standard time, every action has one: sums with gaps mislead."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import StepKind
from blueprint.model.reading.roles import is_on_path
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    steps = survey.document.steps.values()
    if all(step.duration is None for step in steps):
        return
    for step in steps:
        timed = step.duration is not None or step.kind is not StepKind.ACTION
        if not timed and is_on_path(step, survey.role(step)):
            yield RULE.finding(
                message("{step} has no standard time.", step=named(step)), steps=(step.id,)
            )


RULE = Rule(
    id="SB040",
    slug="action-without-time",
    severity="warning",
    scope="document",
    title=message("Every action has a standard time once one has"),
    why=message("Other steps have times; without this one their sum says too little."),
    hint=message("Fill in how long it takes; 0 where it takes no time."),
    check=check,
)
