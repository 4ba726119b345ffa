"""Edits of steps: add, fill in, move, copy, remove."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from blueprint.i18n import Message, message
from blueprint.model.change import Change, adding, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.pictures import left_over
from blueprint.model.edits.places import keys_at
from blueprint.model.entities import AnyEntity, Comment, Flow, Step
from blueprint.model.ids import NewId
from blueprint.model.notation import ANNOTATIONS, APART, LaneRole, StepKind
from blueprint.model.order import keys_between


def add_step(
    document: Document,
    lane: str,
    column: str,
    *,
    label: str = "",
    kind: StepKind | None = None,
    index: int | None = None,
    new_id: NewId | None = None,
    **fields: Any,
) -> Added:
    """A new step in a cell, before the cell's step number `index` (None: below all of them).

    Without `kind` it is evidence in an evidence lane and an action elsewhere. Raises
    ChangeRefused if a step of that kind does not belong in the lane.
    """
    made = ids_for(document, new_id)("step")
    cell = document.cell(lane, column)
    order = keys_at(cell, len(cell) if index is None else index)[0]
    kind = kind or kind_in(document, lane)
    require_place(document, kind, lane)
    step = Step(id=made, lane=lane, column=column, order=order, kind=kind, label=label, **fields)
    return Added(adding(message("Add step"), [step]), made)


def kind_in(document: Document, lane: str) -> StepKind:
    """The kind of step that a lane holds when nothing else is said."""
    evidence = document.lane(lane).role is LaneRole.EVIDENCE
    return StepKind.EVIDENCE if evidence else StepKind.ACTION


def require_place(document: Document, kind: StepKind, lane: str) -> None:
    """Raises ChangeRefused if a step of `kind` does not belong in `lane`."""
    role = document.lane(lane).role
    if document.lane(lane).locked:
        raise ChangeRefused(message("This lane is locked. Unlock it in the lane's menu first."))
    if kind is StepKind.EVIDENCE and role is not LaneRole.EVIDENCE:
        raise ChangeRefused(
            message("Evidence is what the customer sees. Drop it in the evidence lane.")
        )
    if kind not in APART and role is LaneRole.EVIDENCE:
        raise ChangeRefused(
            message(
                "Actions belong in an action lane. "
                "Drop it in Customer, Onstage, Backstage or Support."
            )
        )
    if kind is not StepKind.ACTION and role in ANNOTATIONS:
        raise ChangeRefused(
            message("A row of remarks holds text only. Drop the step in an action lane.")
        )


def set_fields(
    document: Document, ids: Iterable[str], name: Message | None = None, /, **fields: Any
) -> Change:
    """Give the same fields to every step in `ids`; `name` names the act in the history.

    Raises pydantic.ValidationError if a value cannot be kept.
    """
    steps = [document.step(id) for id in ids]
    name = name or message("Change step", "Change {count} steps", count=len(steps))
    return replacing(name, [(step, step.replaced(**fields)) for step in steps])


def rename(document: Document, id: str, text: str) -> Change:
    """Give a step another label."""
    return set_fields(document, [id], message("Rename step"), label=text)


def move_steps(
    document: Document,
    ids: Sequence[str],
    lane: str,
    column: str,
    *,
    index: int | None = None,
) -> Change:
    """Move steps so that the first stands in the given cell; the others keep their distance.

    All of them are put before the cell's step number `index` (None: below those that stay);
    steps taken along sideways stay in their own lanes. Raises ChangeRefused if a step would
    leave the grid or land in a lane where its kind does not belong.
    """
    anchor = document.step(ids[0])
    steps = [document.step(id) for id in dict.fromkeys(ids)]
    lanes = [found.id for found in document.lanes]
    columns = [found.id for found in document.columns]
    down = lanes.index(lane) - lanes.index(anchor.lane)
    right = columns.index(column) - columns.index(anchor.column)
    targets: dict[tuple[str, str], list[Step]] = {}
    for step in _in_reading_order(document, steps):
        cell = (
            _shifted(lanes, step.lane, down),
            _shifted(columns, step.column, right),
        )
        require_place(document, step.kind, cell[0])
        require_place(document, step.kind, step.lane)
        targets.setdefault(cell, []).append(step)
    moved = {step.id for step in steps}
    pairs = [
        pair
        for cell, arriving in targets.items()
        for pair in _arrivals(document, cell, arriving, moved, index)
    ]
    return replacing(message("Move step", "Move {count} steps", count=len(steps)), pairs)


def _arrivals(
    document: Document,
    cell: tuple[str, str],
    arriving: Sequence[Step],
    moved: Collection[str],
    index: int | None,
) -> list[tuple[Step, Step]]:
    staying = [step for step in document.cell(*cell) if step.id not in moved]
    place = len(staying) if index is None else index
    keys = keys_at(staying, place, len(arriving))
    return [
        (step, step.replaced(lane=cell[0], column=cell[1], order=key))
        for step, key in zip(arriving, keys, strict=True)
    ]


def _in_reading_order(document: Document, steps: Iterable[Step]) -> list[Step]:
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}
    columns = {column.id: place for place, column in enumerate(document.columns)}
    return sorted(
        steps, key=lambda step: (columns[step.column], lanes[step.lane], step.order, step.id)
    )


def _shifted(row: Sequence[str], id: str, by: int) -> str:
    place = row.index(id) + by
    if not 0 <= place < len(row):
        raise ChangeRefused(
            message("There is no room there. Add a column or a lane first, or move fewer steps.")
        )
    return row[place]


def duplicate(
    document: Document,
    ids: Sequence[str],
    lane: str,
    column: str,
    *,
    new_id: NewId | None = None,
) -> tuple[Change, dict[str, str]]:
    """Copies of steps, placed as `move_steps` would, with the flows between them.

    Answers the change and the id of each copy by the id of its original.
    """
    make = ids_for(document, new_id)
    copies = {id: make("step") for id in dict.fromkeys(ids)}
    placed = _placed_copies(document, list(copies), lane, column)
    entities: list[AnyEntity] = [
        step.replaced(id=copies[id], order=order) for id, (step, order) in placed.items()
    ]
    inside = [
        flow for flow in document.flows.values() if flow.source in copies and flow.target in copies
    ]
    for flow in sorted(inside, key=lambda flow: flow.id):
        entities.append(
            flow.replaced(id=make("flow"), source=copies[flow.source], target=copies[flow.target])
        )
    name = message("Copy step", "Copy {count} steps", count=len(copies))
    return adding(name, entities), copies


def _placed_copies(
    document: Document, ids: Sequence[str], lane: str, column: str
) -> dict[str, tuple[Step, str]]:
    """For each id the step as it stands after moving, with an order below all in its cell."""
    moved = move_steps(document, ids, lane, column)
    last: dict[tuple[str, str], str] = {}
    placed: dict[str, tuple[Step, str]] = {}
    for step in _in_reading_order(document, [document.step(id) for id in ids]):
        after = moved.entries.get(step.id, (step, step))[1]
        assert isinstance(after, Step)
        cell = (after.lane, after.column)
        standing = document.cell(*cell)
        floor = last.get(cell, standing[-1].order if standing else None)
        last[cell] = keys_between(floor, None, 1)[0]
        placed[step.id] = (after, last[cell])
    return placed


def delete(document: Document, ids: Iterable[str]) -> Change:
    """Remove steps, flows, comments or whatever else is named, and what cannot stay without it.

    A flow goes with its steps, a comment with what it is about, an image with the last that shows
    it; columns and lanes stay.
    """
    gone: dict[str, AnyEntity] = {}
    for id in ids:
        entity = document.entities[id]
        gone[id] = entity
        if isinstance(entity, Step):
            flows = [*document.outgoing(id), *document.incoming(id)]
            gone.update({flow.id: flow for flow in flows})
    gone.update(comments_about(document, gone))
    gone.update({image.id: image for image in left_over(document, gone.values())})
    return Change(_name_of_removal(gone), {id: (entity, None) for id, entity in gone.items()})


def comments_about(document: Document, ids: Collection[str]) -> dict[str, Comment]:
    """The comments about any of `ids`, answers to those comments included."""
    found: dict[str, Comment] = {}
    grew = True
    while grew:
        more = {
            id: comment
            for id, comment in document.comments.items()
            if id not in found and (comment.about in ids or comment.about in found)
        }
        found.update(more)
        grew = bool(more)
    return found


def _name_of_removal(gone: dict[str, AnyEntity]) -> Message:
    steps = sum(isinstance(entity, Step) for entity in gone.values())
    flows = sum(isinstance(entity, Flow) for entity in gone.values())
    if steps:
        return message("Delete step", "Delete {count} steps", count=steps)
    if flows:
        return message("Delete connector", "Delete {count} connectors", count=flows)
    return message("Delete")


def column_at(document: Document, column: str, by: int) -> str | None:
    """The column `by` places to the right of `column`, or None beyond the edge."""
    place = document.column_place(column) + by
    columns = document.columns
    return columns[place].id if 0 <= place < len(columns) else None
