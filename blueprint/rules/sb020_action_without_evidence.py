"""Each customer action has its evidence: what the customer sees, hears or holds at that moment."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.evidence import add_evidence
from blueprint.rules.names import named
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if not any(_is_evidence(survey, other) for other in survey.beside(step)):
        yield RULE.finding(message("{step} has no evidence.", step=named(step)), steps=(step.id,))


def _is_evidence(survey: Survey, step: Step) -> bool:
    return step.kind is StepKind.EVIDENCE or survey.role(step) is LaneRole.EVIDENCE


RULE = Rule(
    id="SB020",
    slug="action-without-evidence",
    severity="warning",
    scope="step",
    title=message("Customer actions have evidence"),
    why=message("Evidence is what customers judge a service by while they cannot see the rest."),
    hint=message("Add to its column what the customer sees, hears or holds at that moment."),
    check=check,
    lanes=frozenset({LaneRole.CUSTOMER}),
    kinds=frozenset({StepKind.ACTION}),
    fix=Fix(message("add evidence"), add_evidence),
)
