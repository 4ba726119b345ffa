"""A document: entities by id, the graph that they form, and one door for changes."""

from __future__ import annotations

from bisect import insort
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
    Phase,
    Properties,
    Resource,
    Step,
)

if TYPE_CHECKING:
    import networkx

E = TypeVar("E", bound=Entity)


class ChangeRefused(Exception):
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
        self._kinds: dict[type, dict[str, Entity]] = {}
        self._outgoing: dict[str, dict[str, Flow]] = {}
        self._incoming: dict[str, dict[str, Flow]] = {}
        self._cells: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._ordered: dict[type, tuple[Entity, ...]] = {}
        self._graph: networkx.MultiDiGraph[str] | None = None
        self._subscribers: list[Callable[[Change], None]] = []
        for entity in entities:
            if entity.id in self._entities and entity.id != PROPERTIES_ID:
                raise ChangeRefused(message("Two things have the id “{id}”.", id=entity.id))
            self._put(entity.id, None, entity)
        for entity in self._entities.values():
            self._check_references(entity, self._entities.get)

    # --- reading -------------------------------------------------------------------------

    @property
    def entities(self) -> Mapping[str, AnyEntity]:
        """Everything in the document by id; the properties stand under the empty id."""
        return MappingProxyType(self._entities)

    @property
    def properties(self) -> Properties:
        found = self._entities[PROPERTIES_ID]
        assert isinstance(found, Properties)
        return found

    def get(self, id: str, kind: type[E]) -> E | None:
        """The entity of that kind with that id, or None."""
        found = self._kinds.get(kind, {}).get(id)
        return found if isinstance(found, kind) else None

    def step(self, id: str) -> Step:
        """Raises KeyError if there is no such step."""
        return self._kinds[Step][id]  # type: ignore[return-value]

    def flow(self, id: str) -> Flow:
        """Raises KeyError if there is no such flow."""
        return self._kinds[Flow][id]  # type: ignore[return-value]

    def lane(self, id: str) -> Lane:
        """Raises KeyError if there is no such lane."""
        return self._kinds[Lane][id]  # type: ignore[return-value]

    def column(self, id: str) -> Column:
        """Raises KeyError if there is no such column."""
        return self._kinds[Column][id]  # type: ignore[return-value]

    def of_kind(self, kind: type[E]) -> Mapping[str, E]:
        """All entities of one kind by id, in no particular order."""
        return MappingProxyType(self._kinds.get(kind, {}))  # type: ignore[arg-type]

    @property
    def steps(self) -> Mapping[str, Step]:
        return self.of_kind(Step)

    @property
    def flows(self) -> Mapping[str, Flow]:
        return self.of_kind(Flow)

    @property
    def phases(self) -> Mapping[str, Phase]:
        return self.of_kind(Phase)

    @property
    def resources(self) -> Mapping[str, Resource]:
        return self.of_kind(Resource)

    @property
    def images(self) -> Mapping[str, Image]:
        return self.of_kind(Image)

    @property
    def comments(self) -> Mapping[str, Comment]:
        return self.of_kind(Comment)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from top to bottom."""
        return self._in_order(Lane)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return self._in_order(Column)

    def cell(self, lane: str, column: str) -> tuple[Step, ...]:
        """The steps that begin in a cell, from top to bottom."""
        return tuple(self.step(id) for _, id in self._cells.get((lane, column), ()))

    def outgoing(self, step: str) -> Iterable[Flow]:
        """The flows whose source is `step`, an exchange included."""
        return self._outgoing.get(step, {}).values()

    def incoming(self, step: str) -> Iterable[Flow]:
        """The flows whose target is `step`, an exchange included."""
        return self._incoming.get(step, {}).values()

    @property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """Steps as nodes (attribute `step`) and flows as edges (key: id, attribute `flow`).

        Built when first asked for, kept in step with every change since; not to be altered.
        """
        if self._graph is None:
            self._graph = self._built_graph()
        return self._graph

    def snapshot(self) -> Document:
        """A document of its own with the same content, for work in the background."""
        copy = Document.__new__(Document)
        copy._entities = dict(self._entities)
        copy._kinds = {kind: dict(found) for kind, found in self._kinds.items()}
        copy._outgoing = {id: dict(flows) for id, flows in self._outgoing.items()}
        copy._incoming = {id: dict(flows) for id, flows in self._incoming.items()}
        copy._cells = {cell: list(ids) for cell, ids in self._cells.items()}
        copy._ordered = dict(self._ordered)
        copy._graph = None
        copy._subscribers = []
        return copy

    # --- changing ------------------------------------------------------------------------

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change; returns the function that ends this."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def check(self, change: Change) -> None:
        """Raises ChangeRefused, with the reason, if `change` cannot be applied."""
        for id, (before, after) in change.entries.items():
            if self._entities.get(id) != before:
                raise ChangeRefused(message("“{id}” has changed in the meantime.", id=id))
            if after is None and id == PROPERTIES_ID:
                raise ChangeRefused(message("The document's properties cannot be removed."))
            if after is not None and after.id != id:
                raise ChangeRefused(message("“{id}” cannot take another id.", id=id))
        after_change = _After(self._entities, change)
        for entity in self._touched(change):
            self._check_references(entity, after_change.get)

    def apply(self, change: Change) -> None:
        """Carry out `change` and tell every subscriber once.

        Raises ChangeRefused, and changes nothing, if `check` does.
        """
        self.check(change)
        for id, (before, after) in change.entries.items():
            self._put(id, before, after)
        for listener in list(self._subscribers):
            listener(change)

    # --- inside --------------------------------------------------------------------------

    def _in_order(self, kind: type[E]) -> tuple[E, ...]:
        if kind not in self._ordered:
            found = self._kinds.get(kind, {}).values()
            self._ordered[kind] = tuple(sorted(found, key=_place))
        return self._ordered[kind]  # type: ignore[return-value]

    def _touched(self, change: Change) -> Iterator[AnyEntity]:
        """Entities whose references `change` may break."""
        removed = set()
        for id, (before, after) in change.entries.items():
            if after is not None:
                yield after
            if before is not None and (after is None or type(after) is not type(before)):
                removed.add(id)
        if not removed:
            return
        for id in removed & self._outgoing.keys() | removed & self._incoming.keys():
            for flow in [*self.outgoing(id), *self.incoming(id)]:
                yield from _still_there(change, flow)
        if any(not isinstance(self._entities[id], (Step, Flow)) for id in removed):
            for entity in self._entities.values():
                yield from _still_there(change, entity)
        elif Comment in self._kinds:
            for comment in self._kinds[Comment].values():
                yield from _still_there(change, comment)  # type: ignore[arg-type]

    @staticmethod
    def _check_references(entity: AnyEntity, get: Callable[[str], AnyEntity | None]) -> None:
        match entity:
            case Step():
                _require(isinstance(get(entity.lane), Lane), entity, "lane", entity.lane)
                _require(isinstance(get(entity.column), Column), entity, "column", entity.column)
            case Flow():
                _require(isinstance(get(entity.source), Step), entity, "source", entity.source)
                _require(isinstance(get(entity.target), Step), entity, "target", entity.target)
            case Column(phase=str(phase)):
                _require(isinstance(get(phase), Phase), entity, "phase", phase)
            case Comment():
                _require(get(entity.about) is not None, entity, "about", entity.about)

    def _put(self, id: str, before: AnyEntity | None, after: AnyEntity | None) -> None:
        """Replace one entity in every index."""
        if before is not None and not isinstance(before, Properties):
            self._forget(before, stays=type(after) is type(before))
        if after is None:
            del self._entities[id]
            return
        self._entities[id] = after
        if not isinstance(after, Properties):
            self._learn(after)

    def _forget(self, entity: Entity, *, stays: bool) -> None:
        if not stays:
            del self._kinds[type(entity)][entity.id]
        self._ordered.pop(type(entity), None)
        if isinstance(entity, Flow):
            del self._outgoing[entity.source][entity.id]
            del self._incoming[entity.target][entity.id]
            if self._graph is not None and self._graph.has_edge(
                entity.source, entity.target, entity.id
            ):
                self._graph.remove_edge(entity.source, entity.target, entity.id)
        elif isinstance(entity, Step):
            self._cells[entity.lane, entity.column].remove((entity.order, entity.id))
            if self._graph is not None and not stays:
                self._graph.remove_node(entity.id)

    def _learn(self, entity: Entity) -> None:
        self._kinds.setdefault(type(entity), {})[entity.id] = entity
        self._ordered.pop(type(entity), None)
        if isinstance(entity, Flow):
            self._outgoing.setdefault(entity.source, {})[entity.id] = entity
            self._incoming.setdefault(entity.target, {})[entity.id] = entity
            if self._graph is not None:
                self._graph.add_edge(entity.source, entity.target, entity.id, flow=entity)
        elif isinstance(entity, Step):
            cell = self._cells.setdefault((entity.lane, entity.column), [])
            insort(cell, (entity.order, entity.id))
            if self._graph is not None:
                self._graph.add_node(entity.id, step=entity)

    def _built_graph(self) -> networkx.MultiDiGraph[str]:
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        graph.add_nodes_from((id, {"step": step}) for id, step in self.steps.items())
        graph.add_edges_from(
            (flow.source, flow.target, id, {"flow": flow}) for id, flow in self.flows.items()
        )
        return graph


class _After:
    """The entities as they will be after a change."""

    def __init__(self, entities: Mapping[str, AnyEntity], change: Change) -> None:
        self._entities = entities
        self._entries = change.entries

    def get(self, id: str) -> AnyEntity | None:
        return self._entries[id][1] if id in self._entries else self._entities.get(id)


def _place(entity: Entity) -> tuple[str, str]:
    return (entity.order, entity.id) if isinstance(entity, (Lane, Column)) else ("", entity.id)


def _still_there(change: Change, entity: AnyEntity) -> Iterator[AnyEntity]:
    if entity.id not in change.entries:
        yield entity


def _require(holds: bool, entity: AnyEntity, what: str, missing: str) -> None:
    if not holds:
        raise ChangeRefused(
            message(
                "“{id}” names the {what} “{missing}”, which is not in the document.",
                id=entity.id,
                what=message(what),
                missing=missing,
            )
        )
