"""Spanning a card over columns by its right edge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Box, Point
from blueprint.model.edits.steps import set_fields
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.overlay import Drop, Overlay
from blueprint.ui.tools.place import SPAN_FROM
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class Spanning(State):
    """The right edge of a card in the hand; `span` is what a release would set."""

    step: str
    now: Point
    back: State
    span: int = 0

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        first = place_of(session.document, session.document.step(self.step).column)
        bands = session.layout.columns[first:]
        reached = sum(1 for band in bands if band.left + SPAN_FROM < pointer.at.x)
        return replace(self, now=pointer.at, span=max(1, reached))

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        if self.span:
            session.attempt(
                lambda: set_fields(
                    session.document, [self.step], message("Change span"), span=self.span
                )
            )
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        session = bench.session
        box = session.layout.card(self.step).box
        first = place_of(session.document, session.document.step(self.step).column)
        bands = session.layout.columns[first : first + max(1, self.span)]
        right = bands[-1].x + bands[-1].width
        hint: Message = message("{count} column", "{count} columns", count=len(bands))
        return Overlay(drop=Drop((Box(box.x, box.y, right - box.x, box.height),)), hint=hint)

    @property
    def shape(self) -> Shape:
        return Shape.SizeHorCursor
