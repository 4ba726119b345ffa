"""A document: entities by id, the graph that they form, and one door for changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.entities import (
    PROPERTIES_ID,
    AnyEntity,
    Column,
    Comment,
    Entity,
    Flow,
    Image,
    Lane,
    Persona,
    Phase,
    Properties,
    Resource,
    Step,
)
from blueprint.model.index import Index
from blueprint.model.references import broken_reference, suspects, touched

if TYPE_CHECKING:
    import networkx

E = TypeVar("E", bound=Entity)


class ChangeRefused(Exception):  # noqa: N818
    """A change that does not fit the document; `reason` says why, in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Document:
    """A service blueprint.

    Entities are reached by id or by kind, neighbours by step, and the whole as a NetworkX
    MultiDiGraph (`graph`). All of them are views to read: `apply` alone changes a document.
    """

    def __init__(self, entities: Iterable[AnyEntity] = ()) -> None:
        """A document of `entities`. Raises ChangeRefused if they do not fit together."""
        self._entities: dict[str, AnyEntity] = {PROPERTIES_ID: Properties()}
        self._index = Index()
        self._subscribers: list[Callable[[Change], None]] = []
        for entity in entities:
            if entity.id in self._entities and entity.id != PROPERTIES_ID:
                raise ChangeRefused(message("Two things have the id “{id}”.", id=entity.id))
            self._entities[entity.id] = entity
        self._index.fill(self._entities.values())
        _require_references(suspects(self._index), self._entities.get)

    # Reading

    @property
    def entities(self) -> Mapping[str, AnyEntity]:
        """Everything in the document by id; the properties stand under the empty id."""
        return MappingProxyType(self._entities)

    @property
    def properties(self) -> Properties:
        found = self._entities[PROPERTIES_ID]
        assert isinstance(found, Properties)
        return found

    def of_kind(self, kind: type[E]) -> Mapping[str, E]:
        """All entities of one kind by id, in no particular order."""
        return self._index.of_kind(kind)

    def get(self, id: str, kind: type[E]) -> E | None:
        """The entity of that kind with that id, or None."""
        return self._index.of_kind(kind).get(id)

    def step(self, id: str) -> Step:
        """Raises KeyError if there is no such step."""
        return self._index.of_kind(Step)[id]

    def flow(self, id: str) -> Flow:
        """Raises KeyError if there is no such flow."""
        return self._index.of_kind(Flow)[id]

    def lane(self, id: str) -> Lane:
        """Raises KeyError if there is no such lane."""
        return self._index.of_kind(Lane)[id]

    def column(self, id: str) -> Column:
        """Raises KeyError if there is no such column."""
        return self._index.of_kind(Column)[id]

    def column_place(self, id: str) -> int:
        """The place of a column from the left, from 0. Raises KeyError if there is none such."""
        return self._index.column_place(id)

    @property
    def steps(self) -> Mapping[str, Step]:
        return self._index.of_kind(Step)

    @property
    def flows(self) -> Mapping[str, Flow]:
        return self._index.of_kind(Flow)

    @property
    def phases(self) -> Mapping[str, Phase]:
        return self._index.of_kind(Phase)

    @property
    def resources(self) -> Mapping[str, Resource]:
        return self._index.of_kind(Resource)

    @property
    def images(self) -> Mapping[str, Image]:
        return self._index.of_kind(Image)

    @property
    def personas(self) -> tuple[Persona, ...]:
        """All personas in their order."""
        return self._index.in_order(Persona)

    @property
    def main_persona(self) -> Persona | None:
        """The persona that the blueprint is about, if there is one."""
        return self.get(self.properties.persona, Persona)

    @property
    def comments(self) -> Mapping[str, Comment]:
        return self._index.of_kind(Comment)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from top to bottom."""
        return self._index.in_order(Lane)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return self._index.in_order(Column)

    def cell(self, lane: str, column: str) -> tuple[Step, ...]:
        """The steps that begin in a cell, from top to bottom."""
        return tuple(self.step(id) for _, id in self._index.cells.get((lane, column), ()))

    def outgoing(self, step: str) -> Iterable[Flow]:
        """The flows whose source is `step`, exchanges included."""
        return self._index.outgoing.get(step, {}).values()

    def incoming(self, step: str) -> Iterable[Flow]:
        """The flows whose target is `step`, exchanges included."""
        return self._index.incoming.get(step, {}).values()

    @property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """Steps as nodes (attribute `step`) and flows as edges (key: id, attribute `flow`).

        Built when first asked for, kept in step with every change since; not to be altered.
        """
        return self._index.graph

    def snapshot(self) -> Document:
        """A document of its own with the same content, for work in the background."""
        copy = Document()
        copy._entities = dict(self._entities)
        copy._index = self._index.copy()
        return copy

    # Changing

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change; returns the function that ends this."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def check(self, change: Change) -> None:
        """Raises ChangeRefused, with the reason, if `change` cannot be applied."""
        for id, (before, after) in change.entries.items():
            if self._entities.get(id) != before:
                raise ChangeRefused(message("“{id}” has changed in the meantime.", id=id))
            if id == PROPERTIES_ID and not isinstance(after, Properties):
                raise ChangeRefused(message("The document's properties cannot be removed."))
            if after is not None and after.id != id:
                raise ChangeRefused(message("“{id}” cannot take another id.", id=id))

        def after_change(id: str) -> AnyEntity | None:
            return change.entries[id][1] if id in change.entries else self._entities.get(id)

        _require_references(touched(change, self._entities, self._flows_of), after_change)

    def apply(self, change: Change) -> None:
        """Carry out `change` and tell every subscriber once.

        Raises ChangeRefused, and changes nothing, if `check` does.
        """
        self.check(change)
        for id, (before, after) in change.entries.items():
            self._index.replace(before, after)
            if after is None:
                self._entities.pop(id, None)
            else:
                self._entities[id] = after
        for listener in list(self._subscribers):
            listener(change)

    def _flows_of(self, step: str) -> Iterator[Flow]:
        yield from self.outgoing(step)
        yield from self.incoming(step)


def _require_references(
    entities: Iterable[AnyEntity], get: Callable[[str], AnyEntity | None]
) -> None:
    for entity in entities:
        broken = broken_reference(entity, get)
        if broken is not None:
            raise ChangeRefused(broken)
