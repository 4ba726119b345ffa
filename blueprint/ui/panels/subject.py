"""What the inspector is about: which kind of thing is selected, and how it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Step
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES


class Kind(StrEnum):
    DOCUMENT = "document"
    STEP = "step"
    REMARK = "remark"
    """Evidence, or a value in a row of remarks."""
    NOTE = "note"
    """A sticky note."""
    FLOW = "flow"
    LANE = "lane"
    COLUMN = "column"
    PHASE = "phase"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Subject:
    """`role` is that of the lane, for the swatch; None where there is no one lane."""

    kind: Kind
    ids: tuple[str, ...]
    title: Message | str
    where: Message | str = ""
    role: LaneRole | None = None


def subject(document: Document, selection: Sequence[str]) -> Subject:
    """What the inspector shows while `selection` is selected."""
    found = [document.entities[id] for id in selection if id in document.entities]
    if not found:
        return Subject(Kind.DOCUMENT, ("",), message("Blueprint"))
    steps = [entity for entity in found if isinstance(entity, Step)]
    flows = [entity for entity in found if isinstance(entity, Flow)]
    if steps and len(steps) + len(flows) == len(found):
        return _of_steps(document, steps)  # the flows between chosen steps do not hide the fields
    if len(flows) == len(found):
        return _of_flows(document, flows)
    lanes = [entity for entity in found if isinstance(entity, Lane)]
    if len(lanes) == len(found):
        return _of_lanes(document, lanes)
    columns = [entity for entity in found if isinstance(entity, Column)]
    if len(columns) == len(found):
        return _of_columns(document, columns)
    if len(found) == 1 and isinstance(found[0], Phase):
        return Subject(Kind.PHASE, (found[0].id,), message("Phase"))
    return Subject(Kind.MIXED, (), _count(found))


def lane_title(document: Document, lane: Lane) -> Message | str:
    """The lane's own title, or its role's name."""
    return lane.title or ROLE_TITLES[lane.role]


def _of_steps(document: Document, steps: list[Step]) -> Subject:
    lanes = [document.lane(step.lane) for step in steps]
    remark = all(_is_remark(lane.role) for lane in lanes)
    kind = Kind.REMARK if remark else Kind.STEP
    if all(step.kind is StepKind.NOTE for step in steps):
        kind = Kind.NOTE
    ids = tuple(step.id for step in steps)
    if len(steps) > 1:
        return Subject(kind, ids, _count(steps))
    step, lane = steps[0], lanes[0]
    where = message(
        "{lane} · column {column}",
        lane=lane_title(document, lane),
        column=document.columns.index(document.column(step.column)) + 1,
    )
    return Subject(kind, ids, _step_word(step, lane), where, lane.role)


def _is_remark(role: LaneRole) -> bool:
    return role is LaneRole.EVIDENCE or role in ANNOTATIONS


def _step_word(step: Step, lane: Lane) -> Message:
    if lane.role in ANNOTATIONS:
        return message("Remark")
    return message("Step") if step.kind is StepKind.ACTION else STEP_KIND_TITLES[step.kind]


def _of_flows(document: Document, flows: list[Flow]) -> Subject:
    ids = tuple(flow.id for flow in flows)
    if len(flows) > 1:
        return Subject(Kind.FLOW, ids, _count(flows))
    where = message(
        "{source} → {target}",
        source=document.step(flows[0].source).label,
        target=document.step(flows[0].target).label,
    )
    return Subject(Kind.FLOW, ids, message("Connector"), where)


def _of_lanes(document: Document, lanes: list[Lane]) -> Subject:
    ids = tuple(lane.id for lane in lanes)
    if len(lanes) > 1:
        return Subject(Kind.LANE, ids, _count(lanes))
    return Subject(Kind.LANE, ids, message("Lane"), lane_title(document, lanes[0]), lanes[0].role)


def _of_columns(document: Document, columns: list[Column]) -> Subject:
    ids = tuple(column.id for column in columns)
    if len(columns) > 1:
        return Subject(Kind.COLUMN, ids, _count(columns))
    number = document.columns.index(columns[0]) + 1
    return Subject(Kind.COLUMN, ids, message("Column {number}", number=number))


def _count(found: Sequence[AnyEntity]) -> Message:
    return message("{count} selected", count=len(found))
