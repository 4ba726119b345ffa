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
        self.crowds: set[str] = set()
        """Columns in which other steps stand now, or otherwise."""

    def take(self, entity: AnyEntity) -> None:
        match entity:
            case Step():
                self._take_step(entity)
            case Flow():
                self.steps |= {entity.source, entity.target}
            case Column():
                self.columns.add(entity.id)
            case Lane():
                for step in self.document.steps.values():
                    if step.lane == entity.id:
                        self._take_step(step)
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

    def take_spans(self) -> None:
        """Columns have come, gone or moved: some spans reach over others now."""
        now = self.layout.standing()
        for id in {*self.before, *now}:
            if self.before.get(id) != now.get(id):
                self.steps.add(id)
                self.columns.update(self.before.get(id, ()))
                self.columns.update(now.get(id, ()))
        self.crowds |= self.columns


def touched_by(
    document: Document,
    columns: Columns,
    change: Change,
    before: Mapping[str, list[str]],
    moved: bool,
) -> Touched:
    """What `change`, already applied, touched.

    `before` are the columns that spans covered; `moved` says whether columns have moved since.
    """
    gathering = _Gathering(document, columns, before)
    for pair in change.entries.values():
        for entity in pair:
            if entity is not None and _matters(pair, entity):
                gathering.take(entity)
    if moved:
        gathering.take_spans()
    elif any(_stands_otherwise(*pair) for pair in change.entries.values()):
        gathering.crowds |= gathering.columns
    return _resolved(gathering, change)


def _stands_otherwise(before: AnyEntity | None, after: AnyEntity | None) -> bool:
    """Whether a step is something else to those that share its columns."""
    if isinstance(before, Step) and isinstance(after, Step):
        one, other = ((step.lane, step.column, step.span, step.kind) for step in (before, after))
        return one != other
    return isinstance(before or after, (Step, Lane))


def _matters(pair: tuple[AnyEntity | None, AnyEntity | None], entity: AnyEntity) -> bool:
    """A lane matters to its steps when its role changes; an empty one to none."""
    one, other = pair
    return not (isinstance(one, Lane) and isinstance(other, Lane) and one.role is other.role)


def _resolved(gathering: _Gathering, change: Change) -> Touched:
    document, layout = gathering.document, gathering.layout
    flows: dict[str, Flow] = {}
    for id in gathering.steps:
        for flow in (*document.outgoing(id), *document.incoming(id)):
            flows[flow.id] = flow
    beside = {step.id for id in gathering.crowds & layout.place.keys() for step in layout.steps(id)}
    ids = gathering.steps | beside
    columns = (document.get(id, Column) for id in gathering.columns)
    return Touched(
        steps=[step for id in ids if (step := document.get(id, Step)) is not None],
        flows=flows.values(),
        columns=[column for column in columns if column is not None],
        ids=[*change.entries, *ids, *flows, *gathering.columns],
    )
