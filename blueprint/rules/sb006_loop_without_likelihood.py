"""A loop says how often it is gone round: otherwise its time and cost cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import FlowKind
from blueprint.model.reading import Loop, Process
from blueprint.rules.finding import Finding
from blueprint.rules.names import listed_steps
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    wiring = survey.process.wiring
    for loop in survey.process.loops:
        if loop.endless or _is_bounded(survey.process, loop):
            continue
        ids = [wiring.steps[number].id for number in loop.steps]
        yield RULE.finding(
            message(
                "The loop {steps} does not say how often it is gone round.",
                steps=listed_steps(survey.document, ids),
            ),
            steps=sorted(ids),
            flows=sorted(wiring.flows[flow].id for flow in loop.exits),
        )


def _is_bounded(process: Process, loop: Loop) -> bool:
    flows = process.wiring.flows
    return any(flows[flow].max_count is not None for flow in loop.flows) or any(
        _has_likelihood(process, flow) for flow in loop.exits
    )


def _has_likelihood(process: Process, exit: int) -> bool:
    """A branch without a probability has one if another branch of its decision has."""
    wiring = process.wiring
    source = wiring.source[exit]
    ways = wiring.outgoing[source]
    if any(wiring.flows[way].probability is not None for way in ways):
        return True
    fail = wiring.steps[source].fail
    recovers = any(wiring.flows[way].kind is FlowKind.RECOVERY for way in ways)
    return recovers and fail is not None and fail.probability is not None


RULE = Rule(
    id="SB006",
    slug="loop-without-likelihood",
    severity="warning",
    scope="graph",
    title=message("Loops say how often they are gone round"),
    why=message("Without it, nobody can work out how long the service takes or what it costs."),
    hint=message(
        "Give the branches of the decision a probability, or the way back a largest count."
    ),
    check=check,
)
