"""Fixes for a blueprint with no start, or with several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.reading import Process
from blueprint.model.reading.reach import onward, spread
from blueprint.model.reading.roles import is_customer_action
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft, first_sound
from blueprint.rules.fixes.ends import ways_to_an_end
from blueprint.rules.fixes.places import add_end_after, add_start, lane_of, lead
from blueprint.rules.names import in_order


def give_one_start(document: Document, finding: Finding) -> Change:
    """Add the start that is missing, or connect what looks like further starts."""
    if finding.steps:
        return first_sound(document, finding, _joined_starts(document, finding.steps))
    return first_sound(document, finding, _new_starts(document))


def _new_starts(document: Document) -> Iterator[Change]:
    for first in [*_openings(document), None]:
        draft = Draft(document)
        start = add_start(draft)
        if first is not None:
            lead(draft, start, first)
        process = Process(draft.document)
        if any(process.from_start[end] for end in process.ends):
            yield draft.change
        if first is None and not process.ends:
            lane = lane_of(draft, LaneRole.CUSTOMER)
            lead(draft, start, add_end_after(draft, draft.document.step(start), lane))
            yield draft.change
            continue
        for more in ways_to_an_end(draft.document):
            yield draft.change.then(more)


def _openings(document: Document) -> list[str]:
    """Steps that may come first: customer actions, else what no flow enters; the earliest."""
    wiring = Process(document).wiring
    numbered = list(enumerate(wiring.steps))
    actions = [step.id for n, step in numbered if is_customer_action(step, wiring.roles[n])]
    unentered = [
        step.id
        for n, step in numbered
        if not wiring.incoming[n] and wiring.roles[n] is not LaneRole.SUPPORT
    ]
    customers = [
        step.id
        for n, step in numbered
        if wiring.roles[n] is LaneRole.CUSTOMER and step.kind is not StepKind.END
    ]
    found = actions or customers or unentered
    return [step.id for step in in_order(document, found)[:1]]


def _joined_starts(document: Document, ids: Sequence[str]) -> Iterator[Change]:
    starts = in_order(document, ids)
    starts.sort(key=lambda step: document.lane(step.lane).role is not LaneRole.CUSTOMER)
    yield _chained(document, starts)
    yield _led_from_first(document, starts)
    yield _demoted(document, starts)
    draft = Draft(document)
    start = add_start(draft)
    for step in starts:
        _demote(draft, step)
        lead(draft, start, step.id)
    yield draft.change


def _demoted(document: Document, starts: Sequence[Step]) -> Change:
    """Work of the firm that begins by itself is a supply, not a start."""
    draft = Draft(document)
    for step in starts[1:]:
        _demote(draft, step)
        if document.lane(step.lane).role is LaneRole.CUSTOMER:
            lead(draft, starts[0].id, step.id)
    return draft.change


def _chained(document: Document, starts: Sequence[Step]) -> Change:
    """Each further start follows the customer action before it."""
    draft = Draft(document)
    for step in starts[1:]:
        _demote(draft, step)
        lead(draft, _action_before(draft.document, step) or starts[0].id, step.id)
    return draft.change


def _led_from_first(document: Document, starts: Sequence[Step]) -> Change:
    draft = Draft(document)
    for step in starts[1:]:
        _demote(draft, step)
        lead(draft, starts[0].id, step.id)
    return draft.change


def _demote(draft: Draft, step: Step) -> None:
    if step.kind is StepKind.START:
        draft.do(set_fields(draft.document, [step.id], kind=StepKind.ACTION))


def _action_before(document: Document, step: Step) -> str | None:
    """The last customer action that stands before a step and that it does not lead to."""
    process = Process(document)
    wiring = process.wiring
    ahead = bytearray(len(wiring.steps))
    spread(ahead, [wiring.number[step.id]], onward(wiring))
    earlier = [
        other.id
        for number, other in enumerate(wiring.steps)
        if is_customer_action(other, wiring.roles[number])
        and not ahead[number]
        and process.columns.span(other).stop <= process.columns.place[step.column]
    ]
    return in_order(document, earlier)[-1].id if earlier else None
