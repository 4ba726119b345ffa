"""What a rule may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.reading import Columns, Process
from blueprint.model.reading.roles import is_customer_action


class Survey:
    """One document, its columns, and (worked out when first asked for) how it runs.

    The rules of steps, flows and columns look at neighbours only and never at `process`: that
    is what lets them run again for just what an edit touches.
    """

    def __init__(
        self,
        document: Document,
        columns: Columns | None = None,
        as_is: Document | None = None,
    ) -> None:
        """Without `columns`, those of the whole document are read at once.

        `as_is` is the blueprint that the document is compared with, if it is.
        """
        self.document = document
        self.as_is = as_is
        self.columns = columns or Columns(document)
        self._steps = document.steps
        self._roles = {lane.id: lane.role for lane in document.lanes}
        self._standing: dict[str, list[Step]] = {} if columns else self.columns.all_steps()

    @cached_property
    def process(self) -> Process:
        return Process(self.document, self.columns)

    def role(self, step: Step) -> LaneRole:
        return self._roles[step.lane]

    @cached_property
    def customer_actions(self) -> list[Step]:
        return [step for step in self._steps.values() if is_customer_action(step, self.role(step))]

    @cached_property
    def steps_by_role(self) -> Mapping[LaneRole, list[Step]]:
        found: defaultdict[LaneRole, list[Step]] = defaultdict(list)
        for step in self._steps.values():
            if step.kind is not StepKind.NOTE:
                found[self._roles[step.lane]].append(step)
        return found

    @cached_property
    def flows_by_roles(self) -> Mapping[tuple[LaneRole, LaneRole], list[Flow]]:
        """Flows by the roles of the lanes that they lead from and to."""
        found: defaultdict[tuple[LaneRole, LaneRole], list[Flow]] = defaultdict(list)
        lane_of = {id: step.lane for id, step in self._steps.items()}
        for flow in self.document.flows.values():
            ends = self._roles[lane_of[flow.source]], self._roles[lane_of[flow.target]]
            found[ends].append(flow)
        return found

    def roles_at(self, flow: Flow) -> tuple[LaneRole, LaneRole]:
        """The roles of the lanes of the two steps that a flow joins."""
        source, target = self.ends(flow)
        return self.role(source), self.role(target)

    def ends(self, flow: Flow) -> tuple[Step, Step]:
        """The two steps that a flow joins."""
        return self._steps[flow.source], self._steps[flow.target]

    def beside(self, step: Step) -> list[Step]:
        """The steps in the columns that a step lasts over, itself included."""
        columns = self.columns
        if step.id not in columns.spanning:
            return self.standing(step.column)
        return [
            other for place in columns.span(step) for other in self.standing(columns.ids[place])
        ]

    def standing(self, column: str) -> list[Step]:
        """The steps that stand in a column, those that began before included."""
        if column not in self._standing:
            self._standing[column] = self.columns.steps(column)
        return self._standing[column]

    def neighbours(self, step: str) -> Iterator[Step]:
        """The steps at the other end of every flow of a step."""
        for flow in self.document.outgoing(step):
            yield self._steps[flow.target]
        for flow in self.document.incoming(step):
            yield self._steps[flow.source]
