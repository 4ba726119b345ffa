"""Moving a line by its label: what the lanes that it is dragged past would become is offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from blueprint.i18n import Message, message
from blueprint.layout.geometry import LaneBand, Point
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.lanes import set_lane
from blueprint.model.notation import ANNOTATIONS, LaneRole, Line
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.overlay import InsertLine, Overlay
from blueprint.ui.tools.state import Bench, Offer, Shape, State
from blueprint.ui.tools.targets import Pointer

SIDES: Final = {
    Line.INTERACTION: (LaneRole.CUSTOMER, LaneRole.ONSTAGE),
    Line.VISIBILITY: (LaneRole.ONSTAGE, LaneRole.BACKSTAGE),
    Line.INTERNAL_INTERACTION: (LaneRole.BACKSTAGE, LaneRole.SUPPORT),
    Line.ORDER_PENETRATION: (LaneRole.SUPPORT, LaneRole.PREPARATION),
    Line.IMPLEMENTATION: (LaneRole.PREPARATION, LaneRole.MANAGEMENT),
}
"""What a lane becomes that comes to stand above a line, and below it."""


@dataclass(frozen=True)
class LineDragging(State):
    """A line's label in the hand, taken at `start`. Nothing changes before the offer is taken."""

    line: Line
    start: Point
    now: Point
    back: State

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, now=pointer.at)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        passed = self._passed(bench)
        if not passed:
            bench.session.announce(message("A line stands where the lanes' roles put it."))
            return self.back
        role = self._role
        edit = partial(_all_become, bench.session.document, [band.lane for band in passed], role)
        bench.offer((Offer(self._question(bench), lambda: bench.session.attempt(edit)),))
        return self.back

    @property
    def _role(self) -> LaneRole:
        above, below = SIDES[self.line]
        return above if self.now.y > self.start.y else below

    def _passed(self, bench: Bench) -> list[LaneBand]:
        low, high = sorted((self.start.y, self.now.y))
        return [
            band
            for band in bench.session.layout.lanes
            if low < band.box.middle.y < high
            and band.role not in ANNOTATIONS
            and band.role is not LaneRole.EVIDENCE
        ]

    def _question(self, bench: Bench) -> Message:
        passed = self._passed(bench)
        lane = bench.session.document.lane(passed[0].lane)
        return message(
            "Make “{lane}” a lane of the role {role}",
            "Make {count} lanes lanes of the role {role}",
            count=len(passed),
            lane=lane.title or ROLE_TITLES[lane.role],
            role=ROLE_TITLES[self._role],
        )

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        hint = self._question(bench) if self._passed(bench) else None
        return Overlay(insert=InsertLine(y=self.now.y), hint=hint)

    @property
    def shape(self) -> Shape:
        return Shape.SizeVerCursor


def _all_become(document: Document, lanes: list[str], role: LaneRole) -> Change:
    edits: list[Edit] = [partial(set_lane, lane=lane, role=role) for lane in lanes]
    return together(document, message("Change role"), *edits).change
