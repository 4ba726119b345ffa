"""What one entity says of another must be there: the soundness that every document has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.entities import AnyEntity, Column, Comment, Flow, Lane, Phase, Step
from blueprint.model.index import Index

Lookup = Callable[[str], AnyEntity | None]

_NAMES = {
    Lane: message("lane"),
    Column: message("column"),
    Phase: message("phase"),
    Step: message("step"),
}


def broken_reference(entity: AnyEntity, get: Lookup) -> Message | None:
    """What `entity` names and `get` does not find, as a sentence; None if all is there."""
    for id, kind in _references(entity):
        if not isinstance(get(id), kind):
            return message(
                "“{id}” names the {what} “{missing}”, which is not in the document.",
                id=entity.id,
                what=_NAMES[kind],
                missing=id,
            )
    if isinstance(entity, Comment) and get(entity.about) is None:
        return message("A comment is about “{id}”, which is not in the document.", id=entity.about)
    return None


def suspects(index: Index) -> Iterator[AnyEntity]:
    """All entities of a document whose references may be broken: the others' are there."""
    lanes, columns, phases = index.of_kind(Lane), index.of_kind(Column), index.of_kind(Phase)
    steps = index.of_kind(Step)
    for step in steps.values():
        if step.lane not in lanes or step.column not in columns:
            yield step
    for flow in index.of_kind(Flow).values():
        if flow.source not in steps or flow.target not in steps:
            yield flow
    for column in columns.values():
        if column.phase is not None and column.phase not in phases:
            yield column
    yield from index.of_kind(Comment).values()


def _references(entity: AnyEntity) -> Iterator[tuple[str, type[Lane | Column | Phase | Step]]]:
    match entity:
        case Step():
            yield entity.lane, Lane
            yield entity.column, Column
        case Flow():
            yield entity.source, Step
            yield entity.target, Step
        case Column(phase=str(phase)):
            yield phase, Phase


def touched(
    change: Change,
    entities: Mapping[str, AnyEntity],
    flows_of: Callable[[str], Iterator[Flow]],
) -> Iterator[AnyEntity]:
    """The entities whose references `change` may break, as they will be after it."""
    yield from (after for _, after in change.entries.values() if after is not None)
    removed = [
        before
        for before, after in change.entries.values()
        if before is not None and type(after) is not type(before)
    ]
    if any(not isinstance(entity, (Step, Flow)) for entity in removed):
        suspects: Iterator[AnyEntity] = iter(entities.values())
    else:
        suspects = _about_steps(removed, entities, flows_of)
    yield from (entity for entity in suspects if entity.id not in change.entries)


def _about_steps(
    removed: list[AnyEntity],
    entities: Mapping[str, AnyEntity],
    flows_of: Callable[[str], Iterator[Flow]],
) -> Iterator[AnyEntity]:
    for step in removed:
        yield from flows_of(step.id)
    if removed:
        yield from (entity for entity in entities.values() if isinstance(entity, Comment))
