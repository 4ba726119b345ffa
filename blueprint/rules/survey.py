"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import LaneRole
from blueprint.model.reading import Columns, Process


class Survey:
    """One document, its columns, and (worked out when first asked for) how it runs.

    The rules of steps, flows and columns look at neighbours only and never at `process`: that
    is what lets them run again for just what an edit touches.
    """

    def __init__(self, document: Document, columns: Columns | None = None) -> None:
        self.document = document
        self.columns = columns or Columns(document)

    @cached_property
    def process(self) -> Process:
        return Process(self.document, self.columns)

    def role(self, step: Step) -> LaneRole:
        return self.document.lane(step.lane).role

    def ends(self, flow: Flow) -> tuple[Step, Step]:
        """The two steps that a flow joins."""
        return self.document.step(flow.source), self.document.step(flow.target)

    def beside(self, step: Step) -> Iterator[Step]:
        """The steps in the columns that a step lasts over, itself included."""
        columns = self.columns
        if step.id not in columns.spanning:
            yield from columns.steps(step.column)
            return
        for place in columns.span(step):
            yield from columns.steps(columns.ids[place])

    def neighbours(self, step: str) -> Iterator[Step]:
        """The steps at the other end of every flow of a step."""
        for flow in self.document.outgoing(step):
            yield self.document.step(flow.target)
        for flow in self.document.incoming(step):
            yield self.document.step(flow.source)
