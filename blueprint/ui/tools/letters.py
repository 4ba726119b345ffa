"""Connecting by keys: each possible target shows letters, and typing them connects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from string import ascii_uppercase

from blueprint.i18n import message
from blueprint.layout.geometry import Point
from blueprint.ui.tools.connect import legal_targets, make_connector
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.select import SelectTool
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class LetterWiring(State):
    """A connector from `source` that waits for letters; the nearest cards have the first ones."""

    source: str
    letters: tuple[tuple[str, str], ...]
    """(step, its letters)"""
    typed_so_far: str = ""

    def press(self, pointer: Pointer, bench: Bench) -> State:
        clicked = pointer.target.id
        if any(id == clicked for id, _ in self.letters):
            make_connector(bench.session, self.source, clicked, None)
            return SelectTool(pointer.target)
        return SelectTool().press(pointer, bench)

    def typed(self, text: str, bench: Bench) -> State | None:
        typed = self.typed_so_far + text.upper()
        left = tuple((id, letters) for id, letters in self.letters if letters.startswith(typed))
        if not left:
            return self
        if left[0][1] != typed:
            return replace(self, typed_so_far=typed)
        make_connector(bench.session, self.source, left[0][0], None)
        return SelectTool()

    def cancel(self, bench: Bench) -> State | None:
        return SelectTool()

    def overlay(self, bench: Bench) -> Overlay:
        left = tuple(pair for pair in self.letters if pair[1].startswith(self.typed_so_far))
        return Overlay(letters=left, targets=tuple(id for id, _ in left), hover=self.source)

    @property
    def shape(self) -> Shape:
        return Shape.CrossCursor


def letter_wiring(bench: Bench, source: str) -> LetterWiring | None:
    """Letters for every card in view that a connector may lead to; None if there is none."""
    layout = bench.session.layout
    if not source:
        bench.session.refuse(message("Go to the step that the connector is to leave first."))
        return None
    start = layout.card(source).box.middle

    def way(id: str) -> float:
        middle: Point = layout.card(id).box.middle
        return abs(middle.x - start.x) + abs(middle.y - start.y)

    targets = sorted(legal_targets(bench, source), key=way)
    if not targets:
        bench.session.refuse(message("No step in view can be connected with this one."))
        return None
    return LetterWiring(source, tuple(zip(targets, _codes(len(targets)), strict=False)))


def _codes(count: int) -> list[str]:
    """A letter each, or two for many; none begins another."""
    if count <= len(ascii_uppercase):
        return list(ascii_uppercase)
    return ["".join(pair) for pair in product(ascii_uppercase, repeat=2)]
