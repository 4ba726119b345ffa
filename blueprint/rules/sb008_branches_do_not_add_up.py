"""The probabilities of a decision's branches add up to 1: one branch is always taken."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind
from blueprint.rules.branches import branches, total_probability
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.probabilities import scale_to_one
from blueprint.rules.names import named
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    found = branches(survey.document, step)
    total = total_probability(found)
    if total is None or abs(total - 1) <= 1e-6:
        return
    yield RULE.finding(
        message(
            "The probabilities of the branches of {step} add up to {total}, not to 1.",
            step=named(step),
            total=f"{total:.6g}",
        ),
        steps=(step.id,),
        flows=[flow.id for flow in found],
    )


RULE = Rule(
    id="SB008",
    slug="branches-do-not-add-up",
    severity="error",
    scope="step",
    title=message("Branch probabilities add up to 1"),
    why=message("Out of 100 customers exactly 100 take one of the branches."),
    hint=message("Correct the probabilities, or leave one blank: it takes the rest."),
    check=check,
    kinds=frozenset({StepKind.DECISION}),
    fix=Fix(message("scale the branches to a sum of 1"), scale_to_one),
)
