"""Time runs from left to right; a flow runs back only for rework."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import FlowKind, StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process, columns = survey.process, survey.columns
    wiring = process.wiring
    excused = {
        flow
        for loop in process.loops
        if any(wiring.steps[step].kind is StepKind.DECISION for step in loop.steps)
        for flow in loop.flows
    }
    for number, flow in enumerate(wiring.flows):
        source, target = wiring.steps[wiring.source[number]], wiring.steps[wiring.target[number]]
        if columns.place[target.column] >= columns.place[source.column]:
            continue
        if flow.kind is FlowKind.RECOVERY or number in excused:
            continue
        if not columns.meet(source, target):
            yield RULE.finding(
                message(
                    "{source} leads back to {target}, {count} column earlier.",
                    "{source} leads back to {target}, {count} columns earlier.",
                    source=named(source),
                    target=named(target),
                    count=columns.place[source.column] - columns.place[target.column],
                ),
                steps=(source.id, target.id),
                flows=(flow.id,),
            )


RULE = Rule(
    id="SB013",
    slug="flow-runs-back",
    severity="warning",
    scope="graph",
    title=message("Flows run forward in time"),
    why=message("Columns are moments in time; readers take what stands further left as earlier."),
    hint=message(
        "Move the later step to the right. For rework, lead back from a decision or by a recovery."
    ),
    check=check,
)
