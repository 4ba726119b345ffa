"""The branches of a decision, as the rules count them."""

from __future__ import annotations

from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import FlowKind


def branches(document: Document, step: Step) -> list[Flow]:
    """The ways out of a decision, by id.

    A recovery is a branch too, unless the decision is a fail point itself. A flow back to the
    decision is none, and of equal flows (rule SB009) the first alone.
    """
    found: dict[object, Flow] = {}
    for flow in sorted(document.outgoing(step.id), key=lambda flow: flow.id):
        if flow.kind is FlowKind.EXCHANGE or flow.target == step.id:
            continue
        if flow.kind is FlowKind.RECOVERY and step.fail is not None:
            continue
        found.setdefault((flow.kind, flow.target, flow.label.strip()), flow)
    return list(found.values())


def total_probability(flows: list[Flow]) -> float | None:
    """The sum of the probabilities; blanks share what is missing to 1. None if all are blank."""
    given = [flow.probability for flow in flows if flow.probability is not None]
    if not given:
        return None
    total = sum(given)
    return max(total, 1.0) if len(given) < len(flows) else total
