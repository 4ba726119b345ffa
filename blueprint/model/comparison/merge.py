"""Three-way merge: two changes of one document joined field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from blueprint.i18n import Message, message
from blueprint.model.change import diff
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Comment, Flow, Persona, Step
from blueprint.model.references import broken_reference

Entities = Mapping[str, AnyEntity]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed one thing, and not alike; the merge took `taken`.

    `field` is empty where one side removed what the other changed.
    """

    id: str
    field: str
    base: object
    ours: object
    theirs: object
    taken: object

    @property
    def message(self) -> Message:
        if not self.field:
            return message(
                "“{id}” was removed on one side and changed on the other. It was kept.", id=self.id
            )
        return message(
            "“{id}”: both sides changed “{field}”, to “{ours}” and to “{theirs}”. Ours was kept.",
            id=self.id,
            field=self.field,
            ours=str(self.ours),
            theirs=str(self.theirs),
        )


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged document, and what to look at: `dropped` are ids that lost what they need."""

    document: Document
    conflicts: tuple[Conflict, ...]
    dropped: tuple[str, ...]


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """What both sides did to `base`. Changes of different fields never conflict.

    Where both changed one field, ours is taken; where one side removed what the other changed,
    it stays. A flow whose step is gone goes with it, and so does a comment about it; any other
    thing that is still needed is kept.
    """
    conflicts: list[Conflict] = []
    entities = dict(ours.entities)
    entries = diff(base.entities, theirs.entities).entries
    for id, (before, after) in entries.items():
        merged = _merged(id, before, ours.entities.get(id), after, conflicts)
        if merged is None:
            entities.pop(id, None)
        else:
            entities[id] = merged
    _bring_images_back(entities, (ours.entities, theirs.entities))
    dropped = _made_whole(entities, (ours.entities, theirs.entities, base.entities), conflicts)
    return Merged(Document(entities.values()), tuple(conflicts), tuple(dropped))


def _merged(
    id: str,
    base: AnyEntity | None,
    ours: AnyEntity | None,
    theirs: AnyEntity | None,
    conflicts: list[Conflict],
) -> AnyEntity | None:
    """One entity, which theirs changed."""
    if ours in (base, theirs):
        return theirs
    if ours is None or theirs is None:
        kept = ours or theirs
        conflicts.append(Conflict(id, "", base, ours, theirs, kept))
        return kept
    if type(ours) is not type(theirs):
        conflicts.append(Conflict(id, "id", base, ours, theirs, ours))
        return ours
    return _merged_fields(id, base, ours, theirs, conflicts)


def _merged_fields(
    id: str,
    base: AnyEntity | None,
    ours: AnyEntity,
    theirs: AnyEntity,
    conflicts: list[Conflict],
) -> AnyEntity:
    taken: dict[str, Any] = {}
    for name in type(ours).model_fields:
        mine, other = getattr(ours, name), getattr(theirs, name)
        if mine == other:
            continue
        old = getattr(base, name, None)
        if base is not None and mine == old:
            taken[name] = other
        elif base is None or other != old:
            conflicts.append(Conflict(id, name, old, mine, other, mine))
    return ours.replaced(**taken) if taken else ours


def _made_whole(
    entities: dict[str, AnyEntity], sources: tuple[Entities, ...], conflicts: list[Conflict]
) -> list[str]:
    """Drop flows and comments that lost their step; bring back whatever else is needed."""
    dropped = []
    broken = True
    while broken:
        broken = False
        for entity in list(entities.values()):
            if broken_reference(entity, entities.get) is None:
                continue
            broken = True
            if isinstance(entity, (Flow, Comment)):
                del entities[entity.id]
                dropped.append(entity.id)
                continue
            for id in _missing(entity, entities):
                found = next(source[id] for source in sources if id in source)
                entities[id] = found
                conflicts.append(Conflict(id, "", found, None, None, found))
    return dropped


def _bring_images_back(entities: dict[str, AnyEntity], sources: tuple[Entities, ...]) -> None:
    """Images that one side removed, as nothing showed them there, and that the other shows."""
    for entity in list(entities.values()):
        image = entity.image if isinstance(entity, (Step, Persona)) else ""
        for source in sources:
            if image and image not in entities and image in source:
                entities[image] = source[image]


def _missing(entity: AnyEntity, entities: Entities) -> Iterator[str]:
    for name in ("lane", "column", "phase"):
        id = getattr(entity, name, None)
        if id is not None and id not in entities:
            yield id
