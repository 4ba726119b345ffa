"""What the step table looks up again and again: places, phases, and steps by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from blueprint.i18n import current_language, message, translate
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Column, Lane, Step
from blueprint.model.terms import ROLE_TITLES
from blueprint.model.units import UnitError

Place = tuple[int, int, str, str]
"""Column, lane, order within the cell, id: ascending in reading order."""


class Names:
    """Steps by label, so that a flow can be written as where it leads.

    `given`: ids by further names, such as the ids that pasted rows had elsewhere.
    """

    def __init__(self, steps: Iterable[Step], given: Mapping[str, str] | None = None) -> None:
        self._given = given or {}
        self._ids: set[str] = set()
        self._labelled: dict[str, set[str]] = {}
        for step in steps:
            self.learn(step)

    def learn(self, step: Step) -> None:
        self._ids.add(step.id)
        self._labelled.setdefault(step.label.strip(), set()).add(step.id)

    def forget(self, step: Step) -> None:
        self._ids.discard(step.id)
        self._labelled.get(step.label.strip(), set()).discard(step.id)

    def of(self, step: Step) -> str:
        """The label where it means this step alone, else the id."""
        label = step.label.strip()
        alone = len(self._labelled.get(label, ())) == 1 and label not in self._ids
        return label if label and alone else step.id

    def find(self, name: str) -> str:
        """The id of the step that a name means. Raises UnitError."""
        name = name.strip()
        if name in self._ids:
            return name
        if name in self._given:
            return self._given[name]
        found = self._labelled.get(name, set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise UnitError(
                message("“{name}” is the label of several steps. Name one by its id.", name=name)
            )
        raise UnitError(message("No step has the id or label “{name}”.", name=name))


class Reading:
    """A document as the table reads it; `take` keeps it in step with the document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def names(self) -> Names:
        return Names(self.document.steps.values())

    @cached_property
    def columns(self) -> dict[str, int]:
        """Number of each column, from 1."""
        return {column.id: number for number, column in enumerate(self.document.columns, 1)}

    @cached_property
    def lanes(self) -> dict[str, int]:
        return {lane.id: number for number, lane in enumerate(self.document.lanes)}

    def take(self, change: Change) -> None:
        """Take up a change that the document has taken up."""
        for before, after in change.entries.values():
            if isinstance(before, Column) or isinstance(after, Column):
                self.__dict__.pop("columns", None)
            if isinstance(before, Lane) or isinstance(after, Lane):
                self.__dict__.pop("lanes", None)
            if isinstance(before, Step):
                self.names.forget(before)
            if isinstance(after, Step):
                self.names.learn(after)

    def place(self, id: str) -> Place:
        """Where a step stands in reading order: by column, then from the top."""
        step = self.document.step(id)
        return self.columns[step.column], self.lanes[step.lane], step.order, id

    def in_order(self) -> list[str]:
        """All steps in reading order."""
        return sorted(self.document.steps, key=self.place)

    def phase(self, id: str) -> str:
        """The title of the phase that a step stands in."""
        phase = self.document.column(self.document.step(id).column).phase
        return self.document.phases[phase].title if phase else ""

    def lane(self, id: str) -> str:
        """The title of the lane that a step stands in."""
        return lane_name(self.document.lane(self.document.step(id).lane))


def lane_name(lane: Lane) -> str:
    """The lane's own title, else its role's, in the language of the window."""
    return lane.title or translate(ROLE_TITLES[lane.role], current_language())
