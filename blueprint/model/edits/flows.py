"""Edits of flows: connect, reconnect, fill in."""

from __future__ import annotations

from typing import Any

from blueprint.i18n import message
from blueprint.model.change import Change, adding, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Flow, Step
from blueprint.model.ids import NewId
from blueprint.model.notation import ANNOTATIONS, APART, PROVIDER, FlowKind, LaneRole, StepKind


def kind_between(document: Document, source: str, target: str) -> FlowKind:
    """The kind that suits two steps: an exchange between customer and provider in one column."""
    return _suiting(document, document.step(source), document.step(target))


def share_a_column(document: Document, one: Step, other: Step) -> bool:
    """Whether two steps stand in one column, spans counted."""
    if one.column == other.column:
        return True
    a, b = document.column_place(one.column), document.column_place(other.column)
    return a < b + other.span and b < a + one.span


def connect(
    document: Document,
    source: str,
    target: str,
    kind: FlowKind | None = None,
    *,
    label: str = "",
    probability: float | None = None,
    new_id: NewId | None = None,
) -> Added:
    """A new flow; without `kind`, of the kind that suits the two steps.

    Raises ChangeRefused for evidence, remarks, a step to itself and a second equal flow.
    """
    chosen = kind or kind_between(document, source, target)
    require_connectable(document, source, target, chosen)
    made = ids_for(document, new_id)("flow")
    flow = Flow(
        id=made, source=source, target=target, kind=chosen, label=label, probability=probability
    )
    return Added(adding(message("Connect"), [flow]), made)


def require_connectable(
    document: Document, source: str, target: str, kind: FlowKind, *, but: str = ""
) -> None:
    """Raises ChangeRefused, with the reason, if the flow would mean nothing.

    `but` is the id of a flow that is about to be replaced.
    """
    if source == target:
        raise ChangeRefused(
            message("A step cannot lead to itself. Use a second step, or mark it as repeating.")
        )
    for id in (source, target):
        require_connectors(document, document.step(id))
    if any(flow.id != but for flow in equal_flows(document, source, target, kind)):
        raise ChangeRefused(message("These two steps are connected already."))


def require_connectors(document: Document, step: Step) -> None:
    """Raises ChangeRefused, with the reason, if a step takes no connectors at all."""
    if step.kind is StepKind.EVIDENCE:
        raise ChangeRefused(
            message("Evidence belongs to its column by itself. It needs no connector.")
        )
    if step.kind is StepKind.NOTE:
        raise ChangeRefused(message("A sticky note belongs to its cell. It needs no connector."))
    if document.lane(step.lane).role in ANNOTATIONS:
        raise ChangeRefused(message("A remark belongs to its column. It needs no connector."))


def equal_flows(document: Document, source: str, target: str, kind: FlowKind) -> list[Flow]:
    """Flows of that kind between the two; an exchange has no direction."""
    found = [flow for flow in document.outgoing(source) if flow.target == target]
    if kind is FlowKind.EXCHANGE:
        found += [flow for flow in document.outgoing(target) if flow.target == source]
    return [flow for flow in found if flow.kind is kind]


def add_connected_step(
    document: Document,
    source: str,
    lane: str,
    column: str,
    *,
    label: str = "",
    kind: StepKind | None = None,
    index: int | None = None,
    new_id: NewId | None = None,
) -> Added:
    """A new step in a cell and, where that means something, a flow to it from `source`.

    Evidence, remarks and sticky notes are not connected: their column says what they belong to.
    """
    make = ids_for(document, new_id)
    added = add_step(document, lane, column, label=label, kind=kind, index=index, new_id=make)
    step = added.change.entries[added.id][1]
    assert isinstance(step, Step)
    entries = dict(added.change.entries)
    if takes_connectors(document, document.step(source)) and takes_connectors(document, step):
        flow = Flow(
            id=make("flow"),
            source=source,
            target=step.id,
            kind=_suiting(document, document.step(source), step),
        )
        entries[flow.id] = (None, flow)
    return Added(Change(message("Add connected step"), entries), added.id)


def takes_connectors(document: Document, step: Step) -> bool:
    """Whether connectors may leave or reach a step: evidence and remarks need none."""
    annotation = document.lane(step.lane).role in ANNOTATIONS
    return step.kind not in APART and not annotation


def _suiting(document: Document, one: Step, other: Step) -> FlowKind:
    roles = {document.lane(one.lane).role, document.lane(other.lane).role}
    meets = LaneRole.CUSTOMER in roles and bool(roles & PROVIDER)
    return (
        FlowKind.EXCHANGE if meets and share_a_column(document, one, other) else FlowKind.SEQUENCE
    )


def reconnect(
    document: Document, flow: str, *, source: str | None = None, target: str | None = None
) -> Change:
    """Lead a flow from or to another step, on the course that is best.

    Raises ChangeRefused as `connect` does.
    """
    old = document.flow(flow)
    ends = {"source": source or old.source, "target": target or old.target}
    new = old.replaced(**ends, bar_x=None, bar_y=None)
    require_connectable(document, new.source, new.target, new.kind, but=flow)
    return replacing(message("Reconnect"), [(old, new)])


def set_flow(document: Document, flow: str, **fields: Any) -> Change:
    """Fill in fields of a flow.

    Raises ChangeRefused if its new kind doubles another flow, pydantic.ValidationError if a
    value cannot be kept.
    """
    old = document.flow(flow)
    new = old.replaced(**fields)
    if new.kind is not old.kind:
        require_connectable(document, new.source, new.target, new.kind, but=flow)
    return replacing(message("Change connector"), [(old, new)])
