"""Where a fix puts a new step."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import connect, equal_flows
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Step
from blueprint.model.notation import FlowKind, LaneRole, StepKind
from blueprint.model.reading import Columns
from blueprint.rules.fixes.draft import Draft, in_document_language


def lane_of(draft: Draft, role: LaneRole) -> str:
    """The first lane of that role, made if there is none."""
    for lane in draft.document.lanes:
        if lane.role is role:
            return lane.id
    return draft.add(insert_lane(draft.document, role))


def add_start(draft: Draft) -> str:
    """A start in the customer lane, in a new first column."""
    lane = lane_of(draft, LaneRole.CUSTOMER)
    column = draft.add(insert_column(draft.document, 0))
    label = in_document_language(draft.document, message("Customer comes"))
    return draft.add(add_step(draft.document, lane, column, label=label, kind=StepKind.START))


def add_end_after(draft: Draft, step: Step, lane: str) -> str:
    """An end in `lane`, in the column after the step's last one (made if there is none)."""
    columns = Columns(draft.document)
    place = columns.span(step).stop
    if place == len(columns.ids):
        column = draft.add(insert_column(draft.document, place))
    else:
        column = columns.ids[place]
    label = in_document_language(draft.document, message("Customer leaves"))
    return draft.add(add_step(draft.document, lane, column, label=label, kind=StepKind.END))


def lead(draft: Draft, source: str, target: str) -> None:
    """A sequence from one step to another if there is none; out of a decision with a label."""
    if equal_flows(draft.document, source, target, FlowKind.SEQUENCE):
        return
    label = ""
    if draft.document.step(source).kind is StepKind.DECISION:
        label = in_document_language(draft.document, message("otherwise"))
    draft.add(connect(draft.document, source, target, FlowKind.SEQUENCE, label=label))
