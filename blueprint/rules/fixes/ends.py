"""Fixes for paths that come to no end."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.reading import Process
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft, first_sound
from blueprint.rules.fixes.places import add_end_after, lane_of, lead
from blueprint.rules.names import in_order

_TRIES = 4
"""How many steps, and how many ends, a fix tries to join."""


def lead_to_an_end(document: Document, finding: Finding) -> Change:
    """Lead the last step that is reached to an end, a new one if there is none."""
    return first_sound(document, finding, ways_to_an_end(document))


def ways_to_an_end(document: Document) -> Iterator[Change]:
    """Changes that let the service come to an end, the least first."""
    process = Process(document)
    for source in _last_reached(process):
        for end in _open_ends(process, source):
            draft = Draft(document)
            lead(draft, source.id, end.id)
            yield draft.change
        yield from _new_ends(document, source)


def _new_ends(document: Document, source: Step) -> Iterator[Change]:
    """A new end after a step: in the customer lane, in its own, or where all may meet.

    Other last actions lead there too where they would be no ends any more.
    """
    draft = Draft(document)
    customers = lane_of(draft, LaneRole.CUSTOMER)
    yield from _ends_in(draft, customers, source)
    if source.lane != customers:
        yield next(_ends_in(Draft(document), source.lane, source))
        draft = Draft(document)
        yield from _ends_in(draft, lane_of(draft, LaneRole.ONSTAGE), source)


def _ends_in(draft: Draft, lane: str, source: Step) -> Iterator[Change]:
    last = _unmarked_ends(draft.document)
    end = add_end_after(draft, source, lane)
    lead(draft, source.id, end)
    yield draft.change
    for step in last:
        lead(draft, step, end)
    yield draft.change


def _unmarked_ends(document: Document) -> list[str]:
    """Customer actions that are ends for want of a marked one."""
    process = Process(document)
    steps = (process.wiring.steps[end] for end in process.ends)
    return [step.id for step in steps if step.kind is not StepKind.END]


def _last_reached(process: Process) -> list[Step]:
    """Reached steps from the last back; steps next to the customer before support."""
    wiring = process.wiring
    ids = [
        step.id
        for number, step in enumerate(wiring.steps)
        if process.from_start[number] and step.kind is not StepKind.DECISION
    ]
    steps = list(reversed(in_order(process.document, ids)))
    steps.sort(key=lambda step: wiring.roles[wiring.number[step.id]] is LaneRole.SUPPORT)
    return steps[:_TRIES]


def _open_ends(process: Process, source: Step) -> list[Step]:
    """Ends that lead nowhere: those after `source` first, the nearest first."""
    wiring, place = process.wiring, process.columns.place
    here = place[source.column]
    ends = [
        wiring.steps[end]
        for end in process.ends
        if not wiring.outgoing[end] and end not in process.starts
    ]
    others = [end for end in ends if end.id != source.id]
    others.sort(key=lambda end: (place[end.column] < here, abs(place[end.column] - here), end.id))
    return others[:_TRIES]


def lead_on(document: Document, finding: Finding) -> Change:
    """Lead a step that nothing leaves to an end; a decision without answers becomes an action."""
    step = document.step(finding.steps[0])
    return first_sound(document, finding, _ways_on(document, step))


def _ways_on(document: Document, step: Step) -> Iterator[Change]:
    for end in _open_ends(Process(document), step):
        draft = Draft(document)
        lead(draft, step.id, end.id)
        yield draft.change
    yield from _new_ends(document, step)
    if step.kind is StepKind.DECISION:
        yield set_fields(document, [step.id], kind=StepKind.ACTION)
