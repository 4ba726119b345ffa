"""Edits of lanes: insert, remove, reorder, fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from blueprint.i18n import message
from blueprint.model.change import Change, adding, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.places import keys_at
from blueprint.model.edits.steps import delete
from blueprint.model.entities import AnyEntity, Lane, Step
from blueprint.model.ids import NewId
from blueprint.model.notation import ANNOTATIONS, ROLE_ORDER, LaneRole, StepKind
from blueprint.model.order import keys_between
from blueprint.model.terms import ROLE_TITLES


def insert_lane(
    document: Document,
    role: LaneRole,
    *,
    title: str = "",
    index: int | None = None,
    new_id: NewId | None = None,
) -> Added:
    """A new lane at `index`; without one, below the last lane whose role stands above it."""
    made = ids_for(document, new_id)("lane")
    place = proper_index(document.lanes, role) if index is None else index
    lane = Lane(id=made, role=role, title=title, order=keys_at(document.lanes, place)[0])
    return Added(adding(message("Insert lane"), [lane]), made)


def proper_index(lanes: Sequence[Lane], role: LaneRole) -> int:
    """Where a lane of that role belongs among `lanes`, counted from the top."""
    place = ROLE_ORDER[role]
    above = [index + 1 for index, lane in enumerate(lanes) if ROLE_ORDER[lane.role] <= place]
    return max(above, default=0)


def remove_lane(document: Document, lane: str, *, move_to: str | None = None) -> Change:
    """Remove a lane with its steps, or move them to the lane `move_to` first.

    Raises ChangeRefused if a step does not belong in `move_to`.
    """
    gone = document.lane(lane)
    steps = [step for step in document.steps.values() if step.lane == lane]
    entries: dict[str, tuple[AnyEntity | None, AnyEntity | None]] = {}
    if move_to is None:
        entries.update(delete(document, [step.id for step in steps]).entries)
    else:
        entries.update(_moved_over(document, steps, move_to))
    entries.update(delete(document, [lane]).entries)
    return Change(message("Delete lane “{title}”", title=_title(gone)), entries)


def _moved_over(
    document: Document, steps: list[Step], lane: str
) -> dict[str, tuple[AnyEntity | None, AnyEntity | None]]:
    """The steps in another lane, each below what stands in its new cell."""
    role = document.lane(lane).role
    floor: dict[str, str | None] = {}
    entries: dict[str, tuple[AnyEntity | None, AnyEntity | None]] = {}
    for step in sorted(steps, key=lambda step: (step.order, step.id)):
        standing = document.cell(lane, step.column)
        below = floor.get(step.column, standing[-1].order if standing else None)
        floor[step.column] = order = keys_between(below, None, 1)[0]
        kind = kind_after(step.kind, role)
        entries[step.id] = (step, step.replaced(lane=lane, order=order, kind=kind))
    return entries


def kind_after(kind: StepKind, role: LaneRole) -> StepKind:
    """The kind that a step takes on in a lane of that role."""
    if kind is StepKind.NOTE and role not in ANNOTATIONS:
        return kind
    if role is LaneRole.EVIDENCE:
        return StepKind.EVIDENCE
    if role in ANNOTATIONS or kind is StepKind.EVIDENCE:
        return StepKind.ACTION
    return kind


def move_lane(document: Document, lane: str, index: int) -> Change:
    """Put a lane at place `index` among the others, counted without itself.

    The lines stay where the roles put them, so a lane stays on its side of each line. Raises
    ChangeRefused where another role would have to stand between. Change its role instead.
    """
    moved = document.lane(lane)
    others = [found for found in document.lanes if found.id != lane]
    index = max(0, min(index, len(others)))
    if not _fits(moved, others, index):
        raise ChangeRefused(
            message(
                "The lanes' order follows from their roles. "
                "To move this lane past a line, change its role."
            )
        )
    order = keys_at(others, index)[0]
    return replacing(message("Move lane"), [(moved, moved.replaced(order=order))])


def _fits(moved: Lane, others: list[Lane], index: int) -> bool:
    if moved.role in ANNOTATIONS:
        return True
    place = ROLE_ORDER[moved.role]
    above = [ROLE_ORDER[lane.role] for lane in others[:index] if lane.role not in ANNOTATIONS]
    below = [ROLE_ORDER[lane.role] for lane in others[index:] if lane.role not in ANNOTATIONS]
    return all(role <= place for role in above) and all(role >= place for role in below)


def set_lane(document: Document, lane: str, **fields: Any) -> Change:
    """Fill in fields of a lane.

    With another `role` the lane moves to where that role belongs, and its steps take on the
    kind that suits it; a row of remarks stays where it is while it remains one. Raises
    pydantic.ValidationError if a value cannot be kept.
    """
    old = document.lane(lane)
    new = old.replaced(**fields)
    pairs: list[tuple[AnyEntity, AnyEntity]] = []
    if new.role is not old.role:
        if not {old.role, new.role} <= ANNOTATIONS:
            others = [found for found in document.lanes if found.id != lane]
            place = proper_index(others, new.role)
            new = new.replaced(order=keys_at(others, place)[0])
        pairs += [
            (step, step.replaced(kind=kind_after(step.kind, new.role)))
            for step in document.steps.values()
            if step.lane == lane
        ]
    return replacing(message("Change lane"), [(old, new), *pairs])


def swap_row(document: Document, lane: str, role: LaneRole) -> Change:
    """Let an annotation row show other remarks; what stands in it stays.

    Raises ChangeRefused if the lane is none, or is to become none.
    """
    old = document.lane(lane)
    if not {old.role, role} <= ANNOTATIONS:
        raise ChangeRefused(
            message("Only a row of remarks can show others instead. Change the lane's role.")
        )
    change = set_lane(document, lane, role=role)
    return Change(message("Show “{role}” instead", role=ROLE_TITLES[role]), change.entries)


def _title(lane: Lane) -> object:
    return lane.title or ROLE_TITLES[lane.role]
