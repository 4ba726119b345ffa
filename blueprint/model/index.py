"""What a document looks up again and again: entities by kind, neighbours, cells, the graph."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from blueprint.model.entities import (
    AnyEntity,
    Column,
    Entity,
    Flow,
    Lane,
    Persona,
    Properties,
    Step,
)

if TYPE_CHECKING:
    import networkx

E = TypeVar("E", bound=Entity)


class Index:
    """The indices of a document. They follow from its entities and hold nothing of their own."""

    def __init__(self) -> None:
        self.outgoing: dict[str, dict[str, Flow]] = {}
        self.incoming: dict[str, dict[str, Flow]] = {}
        self.cells: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._kinds: dict[type[Entity], dict[str, Entity]] = {}
        self._views: dict[type[Entity], Any] = {}
        """What `of_kind` hands out, made once: it is asked for all the time."""
        self._ordered: dict[type[Entity], tuple[Entity, ...]] = {}
        self._places: tuple[tuple[Entity, ...], dict[str, int]] = ((), {})
        """The columns in their order, and the place of each by its id."""
        self._graph: networkx.MultiDiGraph[str] | None = None

    def copy(self) -> Index:
        """An index of its own; its graph is built anew when asked for."""
        copy = Index()
        copy.outgoing = {id: dict(flows) for id, flows in self.outgoing.items()}
        copy.incoming = {id: dict(flows) for id, flows in self.incoming.items()}
        copy.cells = {cell: list(ids) for cell, ids in self.cells.items()}
        copy._kinds = {kind: dict(found) for kind, found in self._kinds.items()}
        copy._ordered = dict(self._ordered)
        return copy

    def of_kind(self, kind: type[E]) -> Mapping[str, E]:
        """All entities of one kind by id; a view that follows later changes."""
        view = self._views.get(kind)
        if view is None:
            view = MappingProxyType(self._kinds.setdefault(kind, {}))
            self._views[kind] = view
        found: Mapping[str, E] = view
        return found

    def in_order(self, kind: type[E]) -> tuple[E, ...]:
        """All lanes from the top, all columns from the left, or all personas."""
        if kind not in self._ordered:
            self._ordered[kind] = tuple(sorted(self.of_kind(kind).values(), key=_place))
        return cast(tuple[E, ...], self._ordered[kind])

    def column_place(self, id: str) -> int:
        """Raises KeyError if there is no such column."""
        columns = self.in_order(Column)
        if self._places[0] is not columns:
            self._places = columns, {column.id: place for place, column in enumerate(columns)}
        return self._places[1][id]

    @property
    def graph(self) -> networkx.MultiDiGraph[str]:
        if self._graph is None:
            self._graph = _built_graph(self.of_kind(Step), self.of_kind(Flow))
        return self._graph

    def fill(self, entities: Iterable[AnyEntity]) -> None:
        """Learn everything at once, while nothing is known yet."""
        kinds: defaultdict[type[Entity], dict[str, Entity]] = defaultdict(dict)
        for entity in entities:
            if not isinstance(entity, Properties):
                kinds[type(entity)][entity.id] = entity
        for kind, found in kinds.items():
            self._kinds.setdefault(kind, {}).update(found)
        for flow in self.of_kind(Flow).values():
            self.outgoing.setdefault(flow.source, {})[flow.id] = flow
            self.incoming.setdefault(flow.target, {})[flow.id] = flow
        for step in self.of_kind(Step).values():
            self.cells.setdefault((step.lane, step.column), []).append((step.order, step.id))
        for cell in self.cells.values():
            cell.sort()

    def replace(self, before: AnyEntity | None, after: AnyEntity | None) -> None:
        """Forget one entity and learn another in its place."""
        if before is not None and not isinstance(before, Properties):
            self._forget(before, stays=type(after) is type(before))
        if after is not None and not isinstance(after, Properties):
            self._learn(after)

    def _forget(self, entity: Entity, *, stays: bool) -> None:
        kind = type(entity)
        self._ordered.pop(kind, None)
        if not stays:
            del self._kinds[kind][entity.id]
        if isinstance(entity, Flow):
            del self.outgoing[entity.source][entity.id]
            del self.incoming[entity.target][entity.id]
        elif isinstance(entity, Step):
            self.cells[entity.lane, entity.column].remove((entity.order, entity.id))
        if self._graph is not None:
            _forget_in_graph(self._graph, entity, stays=stays)

    def _learn(self, entity: Entity) -> None:
        self._kinds.setdefault(type(entity), {})[entity.id] = entity
        self._ordered.pop(type(entity), None)
        if isinstance(entity, Flow):
            self.outgoing.setdefault(entity.source, {})[entity.id] = entity
            self.incoming.setdefault(entity.target, {})[entity.id] = entity
            if self._graph is not None:
                self._graph.add_edge(entity.source, entity.target, entity.id, flow=entity)
        elif isinstance(entity, Step):
            cell = self.cells.setdefault((entity.lane, entity.column), [])
            insort(cell, (entity.order, entity.id))
            if self._graph is not None:
                self._graph.add_node(entity.id, step=entity)


def _forget_in_graph(graph: networkx.MultiDiGraph[str], entity: Entity, *, stays: bool) -> None:
    """Removing a node takes its edges along, so an edge may be gone already."""
    if isinstance(entity, Flow):
        if graph.has_edge(entity.source, entity.target, entity.id):
            graph.remove_edge(entity.source, entity.target, entity.id)
    elif isinstance(entity, Step) and not stays:
        graph.remove_node(entity.id)


def _built_graph(
    steps: Mapping[str, Step], flows: Mapping[str, Flow]
) -> networkx.MultiDiGraph[str]:
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from((id, {"step": step}) for id, step in steps.items())
    for id, flow in flows.items():
        graph.add_edge(flow.source, flow.target, id, flow=flow)
    return graph


def _place(entity: Entity) -> tuple[str, str]:
    return (
        (entity.order, entity.id)
        if isinstance(entity, (Lane, Column, Persona))
        else ("", entity.id)
    )
