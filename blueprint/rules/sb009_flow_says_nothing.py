"""No flow leads to its own step, and no two flows say the same."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import FlowKind, StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.duplicates import remove_idle_flows
from blueprint.rules.names import named
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, step: Step) -> Iterator[Finding]:
    if not _may_repeat(survey, step.id):
        return
    groups: dict[tuple[object, ...], list[Flow]] = {}
    for flow in _own_flows(survey, step):
        if flow.source == flow.target:
            yield RULE.finding(
                message("A connector leads from {step} to itself.", step=named(step)),
                steps=(step.id,),
                flows=(flow.id,),
                hint=message(
                    "Delete it. For work that is done again, lead back from a decision after it."
                ),
            )
        else:
            groups.setdefault(_sense(step, flow), []).append(flow)
    for equal in groups.values():
        if len(equal) > 1:
            other = equal[0].target if equal[0].source == step.id else equal[0].source
            yield RULE.finding(
                message(
                    "{count} equal connectors join {step} and {other}.",
                    count=len(equal),
                    step=named(step),
                    other=named(survey.document.step(other)),
                ),
                steps=(step.id, other),
                flows=sorted(flow.id for flow in equal),
            )


def _may_repeat(survey: Survey, step: str) -> bool:
    """Whether two flows join the step to one other, or one to itself; quickly told."""
    others = [flow.target for flow in survey.document.outgoing(step)]
    others += [
        flow.source for flow in survey.document.incoming(step) if flow.kind is FlowKind.EXCHANGE
    ]
    return len(others) != len(set(others)) or step in others


def _own_flows(survey: Survey, step: Step) -> Iterator[Flow]:
    """The flows out of a step; an exchange belongs to the step whose id comes first."""
    for flow in survey.document.outgoing(step.id):
        if flow.kind is not FlowKind.EXCHANGE or flow.source <= flow.target:
            yield flow
    for flow in survey.document.incoming(step.id):
        if flow.kind is FlowKind.EXCHANGE and flow.target < flow.source:
            yield flow


def _sense(step: Step, flow: Flow) -> tuple[object, ...]:
    """What a flow says; two branches of a decision to one step may differ by their labels."""
    other = flow.target if flow.source == step.id else flow.source
    label = flow.label.strip() if step.kind is StepKind.DECISION else ""
    return flow.kind, other, label


RULE = Rule(
    id="SB009",
    slug="flow-says-nothing",
    severity="error",
    scope="step",
    title=message("Every connector says something of its own"),
    why=message("A second equal connector, or one to the step itself, says nothing and misleads."),
    hint=message("Keep one of them and delete the others."),
    check=check,
    fix=Fix(message("delete the connector that says nothing"), remove_idle_flows),
)
