"""What stands in one column, spans counted: one moment in time. Sticky notes are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind


class Columns:
    """The columns of a document by place, and the steps that last over each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._read()

    def _read(self) -> None:
        self._seen = self._document.columns
        self.ids: list[str] = [column.id for column in self._seen]
        self.place: dict[str, int] = {id: place for place, id in enumerate(self.ids)}
        self.spanning: dict[str, range] = {}
        self._reaching_into: dict[int, set[str]] = {}
        for step in self._document.steps.values():
            if step.span > 1 and step.kind is not StepKind.NOTE:
                self._learn(step)

    def _learn(self, step: Step) -> None:
        covered = self.span(step)
        self.spanning[step.id] = covered
        for place in covered[1:]:
            self._reaching_into.setdefault(place, set()).add(step.id)

    def _forget(self, id: str) -> None:
        for place in self.spanning.pop(id, range(0))[1:]:
            self._reaching_into[place].discard(id)

    @property
    def have_moved(self) -> bool:
        """Whether columns have come, gone or moved since they were read."""
        return self._document.columns is not self._seen

    def standing(self, among: Iterable[str] | None = None) -> dict[str, list[str]]:
        """The columns, by id, that each step with a span lasts over (None: all such steps)."""
        chosen = self.spanning if among is None else self.spanning.keys() & set(among)
        spans = ((id, self.spanning[id]) for id in chosen)
        return {id: self.ids[covered.start : covered.stop] for id, covered in spans}

    def update(self, change: Change) -> None:
        """Follow a change that the document has applied, be it some changes ago."""
        if self.have_moved:
            self._read()
            return
        for id, pair in change.entries.items():
            if any(isinstance(entity, Step) for entity in pair):
                self._forget(id)
                step = self._document.get(id, Step)
                if step is not None and step.span > 1 and step.kind is not StepKind.NOTE:
                    self._learn(step)

    def span(self, step: Step) -> range:
        """The places of the columns that a step lasts over; it ends at the last column."""
        first = self.place[step.column]
        return range(first, min(first + step.span, len(self.ids)))

    def meet(self, one: Step, other: Step) -> bool:
        """Whether two steps share a column."""
        if one.column == other.column:
            return True
        a, b = self.span(one), self.span(other)
        return a.start < b.stop and b.start < a.stop

    def beginning(self, column: str) -> Iterator[Step]:
        """The steps that begin in a column, from top to bottom."""
        for lane in self._document.lanes:
            for step in self._document.cell(lane.id, column):
                if step.kind is not StepKind.NOTE:
                    yield step

    def all_steps(self) -> dict[str, list[Step]]:
        """The steps that stand in each column, by its id."""
        found: dict[str, list[Step]] = {id: [] for id in self.ids}
        for step in self._document.steps.values():
            if step.kind is StepKind.NOTE:
                continue
            if step.id in self.spanning:
                for place in self.spanning[step.id]:
                    found[self.ids[place]].append(step)
            else:
                found[step.column].append(step)
        return found

    def steps(self, column: str) -> list[Step]:
        """The steps that stand in a column, those that began before included."""
        before = sorted(self._reaching_into.get(self.place[column], ()))
        reaching = (self._document.get(id, Step) for id in before)
        return [*self.beginning(column), *(step for step in reaching if step is not None)]
