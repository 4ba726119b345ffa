"""How long a phase takes, as its header says."""

from __future__ import annotations

from collections import defaultdict

from blueprint.layout.geometry import PhaseSpan
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import ABOVE_VISIBILITY, FlowKind


def phase_time(document: Document, span: PhaseSpan) -> float | None:
    """Seconds of standard time from the phase's first column to its last; None if untimed.

    What stands in one column happens at the same time, so each column counts its slowest lane
    above the line of visibility. Recoveries are no part of the standard.
    """
    columns = [column.id for column in document.columns]
    inside = columns[columns.index(span.first) : columns.index(span.last) + 1]
    lanes = [lane.id for lane in document.lanes if lane.role in ABOVE_VISIBILITY]
    times: dict[str, list[float]] = defaultdict(list)
    for column in inside:
        for lane in lanes:
            timed = [
                step.duration.mean
                for step in document.cell(lane, column)
                if step.duration is not None and not is_recovery(document, step)
            ]
            if timed:
                times[column].append(sum(timed))
    return sum(map(max, times.values())) if times else None


def is_recovery(document: Document, step: Step) -> bool:
    """Whether a step is reached only when another has failed."""
    kinds = {flow.kind for flow in document.incoming(step.id)}
    return FlowKind.RECOVERY in kinds and FlowKind.SEQUENCE not in kinds
