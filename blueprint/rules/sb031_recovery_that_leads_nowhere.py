"""A recovery brings the customer back into the service, or to its end."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import FlowKind, StepKind
from blueprint.model.reading.reach import backward, spread
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process = survey.process
    wiring, main = process.wiring, process.in_main_flow
    goals = [
        number
        for number, step in enumerate(wiring.steps)
        if main[number] or step.kind is StepKind.END
    ]
    arriving = bytearray(len(wiring.steps))
    spread(arriving, goals, backward(wiring))
    for number, flow in enumerate(wiring.flows):
        source, target = wiring.source[number], wiring.target[number]
        if flow.kind is FlowKind.RECOVERY and main[source] and not arriving[target]:
            yield RULE.finding(
                message(
                    "The recovery {recovery} of {step} neither rejoins the service nor ends.",
                    recovery=named(wiring.steps[target]),
                    step=named(wiring.steps[source]),
                ),
                steps=(wiring.steps[source].id, wiring.steps[target].id),
                flows=(flow.id,),
            )


RULE = Rule(
    id="SB031",
    slug="recovery-that-leads-nowhere",
    severity="warning",
    scope="graph",
    title=message("Recoveries rejoin the service or end"),
    why=message("After the recovery the customer would not know how the service goes on."),
    hint=message("Lead it back to the step that is tried again, or to the one that comes next."),
    check=check,
)
