"""What a page says of a blueprint in words: its heading, its summary, its title block."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING

from blueprint.drawing.chips import is_over_limit
from blueprint.i18n import Message, message
from blueprint.model.notation import ANNOTATIONS, CONTACT, LaneRole, StepKind

if TYPE_CHECKING:
    from blueprint.model.document import Document
    from blueprint.model.entities import Properties, Step

_KINDS = {
    "as-is": message("Service blueprint, as-is."),
    "to-be": message("Service blueprint, to-be."),
    "": message("Service blueprint."),
}
VARIANTS = {"as-is": message("As-is"), "to-be": message("To-be"), "": message("–")}
_NO_STEPS = frozenset({LaneRole.EVIDENCE, *ANNOTATIONS})


def title_of(properties: Properties) -> Message | str:
    """What a blueprint is called, in a heading and as a file's title."""
    found = properties.title.strip() or properties.service.strip()
    return found or message("Untitled blueprint")


def kind_of(properties: Properties) -> Message:
    """“Service blueprint, as-is.”, and what it is about."""
    parts = [properties.subtitle] if properties.subtitle.strip() else []
    parts = parts or [properties.scenario, properties.segment]
    told = [part.strip() for part in parts if part.strip()]
    kind = _KINDS[properties.state]
    if not told:
        return kind
    return message("{kind} {about}", kind=kind, about=listed(told))


def listed(parts: Iterable[Message | str]) -> Message | str:
    """The parts as a list in words; empty for none."""
    found = list(parts)
    if not found:
        return ""
    return reduce(lambda first, rest: message("{first}, {rest}", first=first, rest=rest), found)


def summary_of(document: Document) -> Message | str:
    """How many steps, contact points and fail points there are; empty for no steps at all."""
    steps = [
        step
        for step in document.steps.values()
        if step.kind is not StepKind.NOTE and _role(document, step) not in _NO_STEPS
    ]
    if not steps:
        return ""
    contacts, fails = _contacts(document), sum(step.fail is not None for step in steps)
    over = sum(is_over_limit(step) for step in steps)
    parts = [
        (len(steps), message("{count} step", "{count} steps", count=len(steps))),
        (contacts, message("{count} contact point", "{count} contact points", count=contacts)),
        (fails, message("{count} fail point", "{count} fail points", count=fails)),
        (
            over,
            message("{count} step over its limit", "{count} steps over their limit", count=over),
        ),
    ]
    return listed(part for count, part in parts if count)


def _contacts(document: Document) -> int:
    """Flows that cross the line of interaction: between the customer and who serves them."""
    count = 0
    for flow in document.flows.values():
        ends = {_role(document, document.step(id)) for id in (flow.source, flow.target)}
        count += LaneRole.CUSTOMER in ends and bool(ends & CONTACT)
    return count


def _role(document: Document, step: Step) -> LaneRole:
    return document.lane(step.lane).role
