"""A loop has a way out: otherwise the customer goes round for ever."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.names import listed_steps
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    wiring = survey.process.wiring
    for loop in survey.process.loops:
        if not loop.endless:
            continue
        ids = [wiring.steps[number].id for number in loop.endless]
        endless = set(loop.endless)
        flows = [
            wiring.flows[flow].id
            for flow in loop.flows
            if {wiring.source[flow], wiring.target[flow]} <= endless
        ]
        yield RULE.finding(
            message(
                "{steps} form a loop without a way out.",
                steps=listed_steps(survey.document, ids),
            ),
            steps=sorted(ids),
            flows=sorted(flows),
        )


RULE = Rule(
    id="SB005",
    slug="loop-without-exit",
    severity="error",
    scope="graph",
    title=message("Every loop has a way out"),
    why=message("Work that goes round for ever never reaches the end of the service."),
    hint=message("Put a decision into the loop, with one branch that leaves it."),
    check=check,
)
