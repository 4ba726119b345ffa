"""What the rules of steps, flows and columns have to look at again after a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Step
from blueprint.model.reading import Columns


@dataclass(frozen=True, slots=True)
class Touched:
    """What must be judged again; `ids` names it, and what has left the document."""

    steps: Iterable[Step]
    flows: Iterable[Flow]
    columns: Iterable[Column]
    ids: Iterable[str] = ()


def everything(document: Document) -> Touched:
    """All that rules of steps, flows and columns look at."""
    return Touched(document.steps.values(), document.flows.values(), document.columns)


class _Gathering:
    """Ids of what a change reaches, before or after it."""

    def __init__(
        self, document: Document, columns: Columns, before: Mapping[str, list[str]]
    ) -> None:
        self.document = document
        self.layout = columns
        self.before = before
        self.steps: set[str] = set()
        self.columns: set[str] = set()

    def take(self, entity: AnyEntity) -> None:
        match entity:
            case Step():
                self._take_step(entity)
            case Flow():
                self.steps |= {entity.source, entity.target}
            case Column():
                self.columns.add(entity.id)
            case Lane():
                self.steps.update(
                    step.id for step in self.document.steps.values() if step.lane == entity.id
                )
            case _:
                pass

    def _take_step(self, step: Step) -> None:
        """A step, what its flows join it to, and the columns over which it lasts or lasted."""
        self.steps.add(step.id)
        self.steps.update(flow.target for flow in self.document.outgoing(step.id))
        self.steps.update(flow.source for flow in self.document.incoming(step.id))
        self.columns.add(step.column)
        self.columns.update(self.before.get(step.id, ()))
        self.columns.update(
            self.layout.ids[place] for place in self.layout.spanning.get(step.id, ())
        )


def touched_by(
    document: Document, columns: Columns, change: Change, before: Mapping[str, list[str]]
) -> Touched:
    """What `change`, already applied, touched; `before` are the columns that spans covered."""
    gathering = _Gathering(document, columns, before)
    for pair in change.entries.values():
        for entity in pair:
            if entity is not None and _matters(pair, entity):
                gathering.take(entity)
    if any(isinstance(entity, Column) for pair in change.entries.values() for entity in pair):
        _take_spans(gathering)
    return _resolved(gathering, change)


def _matters(pair: tuple[AnyEntity | None, AnyEntity | None], entity: AnyEntity) -> bool:
    """A lane matters to its steps when its role changes; an empty one to none."""
    one, other = pair
    return not (isinstance(one, Lane) and isinstance(other, Lane) and one.role is other.role)


def _take_spans(gathering: _Gathering) -> None:
    """Columns have come, gone or moved: some spans reach over others now."""
    now = gathering.layout.standing()
    for id in {*gathering.before, *now}:
        if gathering.before.get(id) != now.get(id):
            gathering.steps.add(id)
            gathering.columns.update(gathering.before.get(id, ()))
            gathering.columns.update(now.get(id, ()))


def _resolved(gathering: _Gathering, change: Change) -> Touched:
    document = gathering.document
    for id in gathering.columns & gathering.layout.place.keys():
        gathering.steps.update(step.id for step in gathering.layout.steps(id))
    steps = [step for id in gathering.steps if (step := document.get(id, Step)) is not None]
    flows: dict[str, Flow] = {}
    for step in steps:
        for flow in (*document.outgoing(step.id), *document.incoming(step.id)):
            flows[flow.id] = flow
    columns = [
        column for id in gathering.columns if (column := document.get(id, Column)) is not None
    ]
    return Touched(
        steps,
        flows.values(),
        columns,
        [*change.entries, *gathering.steps, *flows, *gathering.columns],
    )
