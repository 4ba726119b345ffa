"""Where a presentation stops, and what there is to say at each stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind
from blueprint.model.reading.columns import Columns
from blueprint.model.units import show_duration
from blueprint.prose import plain

By = Literal["column", "phase"]
_SEEN = (LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY)


@dataclass(frozen=True, slots=True)
class Stop:
    """Some neighbouring columns and the steps that stand in them, spans counted."""

    columns: tuple[str, ...]
    steps: tuple[str, ...]
    title: str
    text: str
    phase: str


def stops(document: Document, by: By) -> tuple[Stop, ...]:
    """One stop a column that holds a step, or one a phase."""
    columns = Columns(document)
    runs = (
        [[column] for column in document.columns]
        if by == "column"
        else [list(run) for _, run in groupby(document.columns, key=lambda found: found.phase)]
    )
    found = [_stop(document, columns, [column.id for column in run]) for run in runs]
    return tuple(stop for stop in found if stop is not None)


def _stop(document: Document, columns: Columns, ids: list[str]) -> Stop | None:
    beginning = [step for id in ids for step in columns.beginning(id)]
    if not beginning:
        return None
    standing = dict.fromkeys(step.id for id in ids for step in columns.steps(id))
    standing |= dict.fromkeys(step.id for id in ids for step in _notes_in(document, id))
    phase = document.column(ids[0]).phase
    name = document.phases[phase].title if phase else ""
    lead = _lead(document, beginning)
    several = len(ids) > 1 and name
    return Stop(
        tuple(ids),
        tuple(standing),
        name if several else lead.label,
        "" if several else lead.description,
        name,
    )


def _notes_in(document: Document, column: str) -> list[Step]:
    """The sticky notes of a column."""
    cells = (document.cell(lane.id, column) for lane in document.lanes)
    return [step for cell in cells for step in cell if step.kind is StepKind.NOTE]


def _lead(document: Document, steps: list[Step]) -> Step:
    """What a column is about: what the customer does, else the first action in it."""

    def rank(step: Step) -> tuple[bool, bool]:
        role = document.lane(step.lane).role
        return role is not LaneRole.CUSTOMER, role in ANNOTATIONS or role is LaneRole.EVIDENCE

    return min(steps, key=rank)


def facts(document: Document, stop: Stop, language: str) -> Iterator[tuple[Message, str]]:
    """What to say at a stop: what is seen, who is met, how long it takes, what may fail."""
    every = [document.step(id) for id in stop.steps]
    notes = [step for step in every if step.kind is StepKind.NOTE]
    steps = [step for step in every if step.kind is not StepKind.NOTE]
    by_role = {role: _in_lane(document, steps, role) for role in LaneRole}
    rows = [
        (message("Sees"), _labels(by_role[LaneRole.EVIDENCE])),
        (message("Meets"), _labels([step for role in _SEEN for step in by_role[role]])),
        (message("Takes"), _times(steps, language)),
        (message("Waits"), _waits(steps, language)),
        (message("Can fail"), ", ".join(step.fail.what for step in steps if step.fail)),
        (message("Recovery"), ", ".join(s.fail.recovery for s in steps if s.fail).strip(", ")),
        (message("Unseen"), _labels(by_role[LaneRole.BACKSTAGE])),
        (message("Relies on"), _labels(by_role[LaneRole.SUPPORT])),
        (message("Notes"), _labels(by_role[LaneRole.NOTE], notes)),
    ]
    yield from ((name, text) for name, text in rows if text)


def _in_lane(document: Document, steps: list[Step], role: LaneRole) -> list[Step]:
    return [step for step in steps if document.lane(step.lane).role is role]


def _labels(steps: list[Step], notes: Sequence[Step] = ()) -> str:
    """The words of steps, and of sticky notes without the signs of their Markdown."""
    words = [*(step.label for step in steps), *(plain(note.label) for note in notes)]
    return "\n".join(word for word in words if word)


def _times(steps: list[Step], language: str) -> str:
    timed = [step for step in steps if step.duration is not None]
    lines = []
    for step in timed:
        assert step.duration is not None
        time = show_duration(step.duration.mean, language)
        lines.append(f"{step.label}: {time}" if len(timed) > 1 else time)
    return "\n".join(lines)


def _waits(steps: list[Step], language: str) -> str:
    waits = [step.wait for step in steps if step.wait is not None]
    times = [wait.expected if wait.longest is None else wait.longest for wait in waits]
    return ", ".join(show_duration(time, language) for time in times if time is not None)
