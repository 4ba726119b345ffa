"""Each step of the firm has an owner: a role that answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind
from blueprint.model.reading.roles import BEHIND
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if not step.owner.strip():
        yield RULE.finding(message("{step} has no owner.", step=named(step)), steps=(step.id,))


RULE = Rule(
    id="SB060",
    slug="step-without-owner",
    severity="warning",
    scope="step",
    title=message("Each step of the firm has an owner"),
    why=message("What nobody answers for is left undone when it matters."),
    hint=message("Name the role that does it, or that answers for the system."),
    check=check,
    lanes=BEHIND,
    kinds=frozenset({StepKind.ACTION, StepKind.DECISION}),
)
