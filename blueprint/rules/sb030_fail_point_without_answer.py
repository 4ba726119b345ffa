"""A fail point says how it is prevented or made good, and who sees to that."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Step
from blueprint.model.notation import FlowKind
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    fail = step.fail
    if fail is None:
        return
    recovers = any(
        flow.kind is FlowKind.RECOVERY and flow.target != step.id
        for flow in survey.document.outgoing(step.id)
    )
    if not (recovers or fail.recovery.strip() or fail.prevention.strip()):
        yield RULE.finding(
            message(
                "{step} may fail, and nothing says how that is prevented or made good.",
                step=named(step),
            ),
            steps=(step.id,),
        )
    if not step.owner.strip():
        yield RULE.finding(
            message("{step} may fail, and nobody owns it.", step=named(step)),
            steps=(step.id,),
            severity="warning",
            hint=message("Name the role that answers for it."),
        )


RULE = Rule(
    id="SB030",
    slug="fail-point-without-answer",
    severity="error",
    scope="step",
    title=message("Fail points have a recovery or a prevention, and an owner"),
    why=message("When it fails, whoever stands there must know what to do for the customer."),
    hint=message("Say how it is prevented or made good, or lead a recovery from it."),
    check=check,
)
