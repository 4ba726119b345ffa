"""What a screen reader says of the canvas: of a card, of a cell, and of the way between them."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import Message, current_language, message, tr
from blueprint.layout.geometry import Cell
from blueprint.model.colours import card_colour, colour_title
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import (
    ABOVE_VISIBILITY,
    ANNOTATIONS,
    LINE_BELOW,
    ROLE_ORDER,
    LaneRole,
    Line,
    StepKind,
)
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES
from blueprint.model.units import show_duration
from blueprint.ui.session import Session
from blueprint.ui.tools.grid import place_of

CROSSED = {
    Line.INTERACTION: message("Over the line of interaction"),
    Line.VISIBILITY: message("Over the line of visibility"),
    Line.INTERNAL_INTERACTION: message("Over the line of internal interaction"),
}


def card_words(session: Session, id: str) -> str:
    """All that a card shows, in sentences: place, badges, times, connectors, problems."""
    step = session.document.step(id)
    parts = [place_words(session.document, Cell(step.lane, step.column))]
    parts += [tr(part) for part in _facts(session.document, step)]
    said = sum(
        found.about == id and not found.resolved for found in session.document.comments.values()
    )
    if said:
        parts.append(tr(message("{count} comment", "{count} comments", count=said)))
    problems = sum(id in finding.steps for finding in session.findings)
    if problems:
        parts.append(tr(message("{count} problem", "{count} problems", count=problems)))
    return _sentences(parts)


def cell_words(session: Session, cell: Cell) -> str:
    """What is said of a cell that nothing stands in."""
    return _sentences([tr(message("Empty cell")), place_words(session.document, cell)])


def place_words(document: Document, cell: Cell) -> str:
    lane = document.lane(cell.lane)
    return tr(
        message(
            "{lane}, column {place} of {count}",
            lane=lane.title or ROLE_TITLES[lane.role],
            place=place_of(document, cell.column) + 1,
            count=len(document.columns),
        )
    )


def lane_title(document: Document, lane: str) -> str:
    """What a lane is called."""
    found = document.lane(lane)
    return found.title or tr(ROLE_TITLES[found.role])


def lane_words(document: Document, lane: str) -> str:
    """Who works in a lane, how much stands in it, and on which side of the line it lies."""
    found = document.lane(lane)
    count = sum(step.lane == lane for step in document.steps.values())
    parts = [found.subtitle, tr(message("{count} step", "{count} steps", count=count))]
    if found.role in ABOVE_VISIBILITY:
        parts.append(tr(message("above the line of visibility")))
    elif found.role not in ANNOTATIONS and found.role is not LaneRole.EVIDENCE:
        parts.append(tr(message("below the line of visibility")))
    states = (
        (found.collapsed, message("folded")),
        (found.locked, message("locked")),
        (found.frozen, message("frozen")),
    )
    parts += [tr(words) for holds, words in states if holds]
    comma = "，" if current_language() == "zh_CN" else ", "
    return comma.join(part for part in parts if part)


def phase_words(document: Document, phase: str) -> str:
    """Which columns a phase covers."""
    places = [n for n, column in enumerate(document.columns, 1) if column.phase == phase]
    if not places:
        return ""
    if len(places) == 1:
        return tr(message("Phase: column {first}", first=places[0]))
    return tr(message("Phase: columns {first} to {last}", first=places[0], last=places[-1]))


def crossing_words(document: Document, before: Cell, after: Cell) -> str:
    """The lines between two cells; "" if there are none."""
    low, high = sorted(ROLE_ORDER[document.lane(cell.lane).role] for cell in (before, after))
    crossed = [
        words for line, words in CROSSED.items() if low <= ROLE_ORDER[LINE_BELOW[line]] < high
    ]
    return _sentences([tr(words) for words in crossed])


def _facts(document: Document, step: Step) -> Iterator[Message]:
    if step.kind is not StepKind.ACTION:
        yield STEP_KIND_TITLES[step.kind]
    if step.fail is not None:
        yield message("Fail point")
    if step.wait is not None:
        yield message("Wait point")
    if step.moment_of_truth:
        yield message("Moment of truth")
    if step.owner:
        yield message("Owner: {owner}", owner=step.owner)
    yield from _times(step)
    if colour := card_colour(step):
        yield message("Colour: {colour}", colour=colour_title(document.properties, colour))
    if step.tags:
        yield message("Tags: {tags}", tags=", ".join(step.tags))
    if step.link:
        yield message("Link: {link}", link=step.link)
    onward = [document.step(flow.target).label for flow in document.outgoing(step.id)]
    if onward:
        yield message("Leads to {steps}", steps=", ".join(onward))


def _times(step: Step) -> Iterator[Message]:
    if step.duration is None:
        return
    standard = show_duration(step.duration.mean, current_language())
    if step.tolerance is None:
        yield Message(standard)
        return
    longest = show_duration(step.tolerance, current_language())
    yield message("{standard} of {longest}", standard=standard, longest=longest)


def _sentences(parts: list[str]) -> str:
    stop = "。" if current_language() == "zh_CN" else ". "
    return stop.join(part for part in parts if part) + stop.strip() if any(parts) else ""
