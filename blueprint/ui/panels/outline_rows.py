"""The blueprint as an outline: phases, customer steps, and what serves each of them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind


class RowKind(StrEnum):
    PHASE = "phase"
    CUSTOMER = "customer"
    SERVING = "serving"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """`id` is the phase's or the step's; "" for columns without a phase.

    `count` is the number of steps in a phase; `columns` are those that the row stands for.
    """

    kind: RowKind
    id: str
    text: str
    role: LaneRole | None = None
    badges: tuple[str, ...] = ()
    count: int = 0
    columns: tuple[str, ...] = ()


def outline_rows(
    document: Document, folded: Container[str] = (), sought: str = ""
) -> list[OutlineRow]:
    """The rows in reading order, without those of folded phases.

    With `sought` only what contains it, whatever is folded, under its phase.
    """
    sought = sought.strip().lower()
    rows: list[OutlineRow] = []
    for head, steps in _phases(document):
        kept = [row for row in steps if sought in row.text.lower()] if sought else steps
        if sought and not kept and sought not in head.text.lower():
            continue
        if head.id or not _only_one_phase(document):
            rows.append(replace(head, count=len(steps)))
        if sought or head.id not in folded:
            rows.extend(kept)
    return rows


def _only_one_phase(document: Document) -> bool:
    """Whether no column belongs to any phase: then the list does without heads."""
    return not document.phases


def _phases(document: Document) -> Iterator[tuple[OutlineRow, list[OutlineRow]]]:
    """Runs of columns of one phase, each with the rows of its steps."""
    roles = {lane.id: lane.role for lane in document.lanes}
    by_column = _steps_by_column(document)
    for id, run in groupby(document.columns, key=lambda column: column.phase or ""):
        columns = tuple(column.id for column in run)
        title = document.phases[id].title if id else ""
        steps = [
            row for column in columns for row in _rows(document, by_column.get(column, []), roles)
        ]
        yield OutlineRow(RowKind.PHASE, id, title, columns=columns), steps


def _steps_by_column(document: Document) -> dict[str, list[Step]]:
    """Steps of action lanes by the column that they begin in, from top to bottom."""
    places = {
        lane.id: place
        for place, lane in enumerate(document.lanes)
        if lane.role is not LaneRole.EVIDENCE and lane.role not in ANNOTATIONS
    }
    found: dict[str, list[Step]] = {}
    for step in document.steps.values():
        if step.lane in places and step.kind is not StepKind.NOTE:
            found.setdefault(step.column, []).append(step)
    for steps in found.values():
        steps.sort(key=lambda step: (places[step.lane], step.order, step.id))
    return found


def _rows(
    document: Document, steps: list[Step], roles: Mapping[str, LaneRole]
) -> Iterator[OutlineRow]:
    """Customer steps, each followed by what serves it: linked to it, else what is left."""
    customer = [step for step in steps if roles[step.lane] is LaneRole.CUSTOMER]
    others = [step for step in steps if roles[step.lane] is not LaneRole.CUSTOMER]
    if not customer:
        yield from (step_row(step, roles[step.lane]) for step in others)
    for place, step in enumerate(customer):
        yield step_row(step, LaneRole.CUSTOMER)
        last = place == len(customer) - 1
        own = others if last else [o for o in others if _linked(document, step.id, o.id)]
        yield from (step_row(other, roles[other.lane]) for other in own)
        others = [other for other in others if other not in own]


def _linked(document: Document, one: str, other: str) -> bool:
    return any(flow.target == other for flow in document.outgoing(one)) or any(
        flow.source == other for flow in document.incoming(one)
    )


def step_row(step: Step, role: LaneRole) -> OutlineRow:
    """The row of a step in a lane of that role."""
    kind = RowKind.CUSTOMER if role is LaneRole.CUSTOMER else RowKind.SERVING
    marks = (
        ("fail", step.fail is not None),
        ("wait", step.wait is not None),
        ("star", step.moment_of_truth),
    )
    badges = tuple(name for name, there in marks if there)
    text = " ".join(step.label.split())
    return OutlineRow(kind, step.id, text, role, badges, columns=(step.column,))
