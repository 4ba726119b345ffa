"""Time, cost and owner by hand: a click on a card goes to that field of the inspector."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Part, Pointer


@dataclass(frozen=True)
class FieldTool(State):
    """`field` is "duration", "cost" or "owner". Leaves the hand after one card."""

    field: str
    hover: str = ""

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, hover=_card(pointer))

    def press(self, pointer: Pointer, bench: Bench) -> State:
        step = _card(pointer)
        if step:
            bench.session.select([step])
            bench.session.set_tool("select")
            bench.ask_field(self.field)
        return self

    def overlay(self, bench: Bench) -> Overlay:
        return Overlay(hover=self.hover)

    @property
    def shape(self) -> Shape:
        return Shape.PointingHandCursor


def _card(pointer: Pointer) -> str:
    on_card = pointer.target.part in (Part.CARD, Part.CARD_EDGE, Part.HANDLE)
    return pointer.target.id if on_card else ""
