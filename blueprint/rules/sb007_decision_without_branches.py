"""A decision has at least two branches, each with a label: otherwise it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind
from blueprint.rules.branches import branches
from blueprint.rules.finding import Finding
from blueprint.rules.names import listed, named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    found = branches(survey.document, step)
    if len(found) < 2:
        yield RULE.finding(
            message(
                "The decision {step} has one branch.",
                "The decision {step} has no branches.",
                step=named(step),
                count=len(found),
            ),
            steps=(step.id,),
        )
    unlabelled = [flow for flow in found if not flow.label.strip()]
    if unlabelled:
        targets = [named(survey.document.step(flow.target)) for flow in unlabelled]
        yield RULE.finding(
            message(
                "The branch from {step} to {targets} has no label.",
                "The branches from {step} to {targets} have no label.",
                count=len(unlabelled),
                step=named(step),
                targets=listed(targets),
            ),
            steps=(step.id,),
            flows=[flow.id for flow in unlabelled],
            hint=message("Write on each branch when it is taken: yes, no."),
        )


RULE = Rule(
    id="SB007",
    slug="decision-without-branches",
    severity="error",
    scope="step",
    title=message("Decisions have two branches or more, each with a label"),
    why=message("Whoever comes to a decision must see which ways there are and when to take each."),
    hint=message("Draw a branch for each answer, or make it an ordinary action."),
    check=check,
    kinds=frozenset({StepKind.DECISION}),
)
