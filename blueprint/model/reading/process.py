"""A document read as a process, each part worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from blueprint.model.document import Document
from blueprint.model.notation import FlowKind
from blueprint.model.reading import loops, reach, wiring
from blueprint.model.reading.columns import Columns
from blueprint.model.reading.loops import Loop
from blueprint.model.reading.wiring import Wiring

if TYPE_CHECKING:
    from blueprint.model.reading.plan import Plan


class Process:
    """How a blueprint runs. Steps and flows are numbers into `wiring`, to be read only."""

    def __init__(self, document: Document, columns: Columns | None = None) -> None:
        self.document = document
        self.columns = columns or Columns(document)
        self.plans: dict[bool, Plan] = {}
        """Its plans, once made: of the main flow only (True) and of the whole."""

    @cached_property
    def wiring(self) -> Wiring:
        return wiring.wire(self.document)

    @cached_property
    def moment(self) -> list[int]:
        """For each step the number of the moment that it shares with its exchange partners."""
        return wiring.moments(self.wiring, self.columns)

    @cached_property
    def starts(self) -> list[int]:
        return reach.starts(self.wiring)

    @cached_property
    def ends(self) -> list[int]:
        return reach.ends(self.wiring)

    @cached_property
    def from_start(self) -> bytearray:
        """For each step whether a customer comes to it from a start."""
        seen = bytearray(len(self.wiring.steps))
        reach.spread(seen, self.starts, reach.onward(self.wiring))
        return seen

    @cached_property
    def reached(self) -> bytearray:
        """For each step whether it is reached, supplies and work without a flow included."""
        return reach.with_supplies(self.wiring, self.from_start)

    @cached_property
    def in_main_flow(self) -> bytearray:
        """For each step whether it is reached with no recovery on the way."""
        if all(flow.kind is not FlowKind.RECOVERY for flow in self.wiring.flows):
            return self.from_start
        seen = bytearray(len(self.wiring.steps))
        reach.spread(seen, self.starts, reach.onward_without_recovery(self.wiring))
        return seen

    @cached_property
    def loops(self) -> list[Loop]:
        return loops.loops(self.wiring, self.moment)


def read(document: Document) -> Process:
    """`document` as a process."""
    return Process(document)
