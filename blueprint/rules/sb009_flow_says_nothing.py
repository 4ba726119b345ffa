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
    document = survey.document
    others = []
    exchanges = False
    for flow in document.outgoing(step.id):
        others.append(flow.target)
        exchanges |= flow.kind is FlowKind.EXCHANGE
    if exchanges:
        others += [flow.source for flow in _exchanges_into(survey, step)]
    if len(set(others)) < len(others) or step.id in others:
        flows = [*document.outgoing(step.id), *_exchanges_into(survey, step)]
        yield from _judged(survey, step, flows)


def _exchanges_into(survey: Survey, step: Step) -> Iterator[Flow]:
    """An exchange has no direction: one that comes in may equal one that goes out."""
    for flow in survey.document.incoming(step.id):
        if flow.kind is FlowKind.EXCHANGE and flow.source != step.id:
            yield flow


def _judged(survey: Survey, step: Step, flows: list[Flow]) -> Iterator[Finding]:
    groups: dict[tuple[FlowKind, str, str], list[Flow]] = {}
    for flow in flows:
        groups.setdefault(_sense(step, flow), []).append(flow)
    for (_, other, _), equal in groups.items():
        equal.sort(key=lambda flow: flow.id)
        if other == step.id:
            for flow in equal:
                yield _to_itself(step, flow)
        elif len(equal) > 1 and equal[0].source == step.id:
            yield RULE.finding(
                message(
                    "{count} equal connectors join {step} and {other}.",
                    count=len(equal),
                    step=named(step),
                    other=named(survey.document.step(other)),
                ),
                steps=(step.id, other),
                flows=[flow.id for flow in equal],
            )


def _to_itself(step: Step, flow: Flow) -> Finding:
    return RULE.finding(
        message("A connector leads from {step} to itself.", step=named(step)),
        steps=(step.id,),
        flows=(flow.id,),
        hint=message("Delete it. For work that is done again, lead back from a decision after it."),
    )


def _sense(step: Step, flow: Flow) -> tuple[FlowKind, str, str]:
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
