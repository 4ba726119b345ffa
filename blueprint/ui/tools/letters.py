"""Choosing a card by keys: each that may be chosen shows letters, and typing them chooses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from string import ascii_uppercase

from blueprint.i18n import message
from blueprint.layout.geometry import Point
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.flows import reconnect
from blueprint.model.notation import FlowKind
from blueprint.ui.tools.connect import legal_targets, make_connector, refusal_of, under
from blueprint.ui.tools.connectors import chosen_flow
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.select import SelectTool
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer

NO_TARGET = message("No step in view can be connected with this one.")


@dataclass(frozen=True)
class LetterChoice(State):
    """Waits for letters, or a click; the cards nearest to `source` have the first ones."""

    source: str
    letters: tuple[tuple[str, str], ...]
    """(step, its letters)"""
    take: Callable[[str], object]
    """Called with the step that was chosen."""
    typed_so_far: str = ""

    def press(self, pointer: Pointer, bench: Bench) -> State:
        target = under(pointer, bench)
        if target in dict(self.letters):
            self.take(target)
            return SelectTool()
        return SelectTool().press(pointer, bench)

    def typed(self, text: str, bench: Bench) -> State | None:
        typed = self.typed_so_far + text.upper()
        left = tuple((id, letters) for id, letters in self.letters if letters.startswith(typed))
        if not left:
            return self
        if left[0][1] != typed:
            return replace(self, typed_so_far=typed)
        self.take(left[0][0])
        return SelectTool()

    def cancel(self, bench: Bench) -> State | None:
        return SelectTool()

    def overlay(self, bench: Bench) -> Overlay:
        left = tuple(pair for pair in self.letters if pair[1].startswith(self.typed_so_far))
        return Overlay(letters=left, targets=tuple(id for id, _ in left), hover=self.source)

    @property
    def shape(self) -> Shape:
        return Shape.CrossCursor


def letters_for(bench: Bench, focused: str, *, other: bool = False) -> LetterChoice | None:
    """Letters for what the selection asks for; None, with the reason told, if nothing can be.

    On a step: every card that a connector may lead to; with `other`, a recovery. On a connector:
    every card that its target may move to; with `other`, its source.
    """
    flow = chosen_flow(bench.session)
    if flow is not None:
        return _rewiring(bench, flow.id, "source" if other else "target")
    if not focused:
        bench.session.refuse(message("Go to the step that the connector is to leave first."))
        return None
    return recovering(bench, focused) if other else _wiring(bench, focused)


def recovering(bench: Bench, step: str) -> LetterChoice | None:
    """Letters for every card that may make up for a failure of this step."""
    session = bench.session
    if session.document.step(step).fail is None:
        session.refuse(
            message("A recovery leaves a fail point. Press F to mark this step as one first.")
        )
        return None
    seen = bench.steps_in_view()
    kind = FlowKind.RECOVERY
    legal = [id for id in seen if refusal_of(session.document, step, id, kind) is None]
    return _choice(bench, step, legal, lambda id: make_connector(session, step, id, kind))


def _wiring(bench: Bench, source: str) -> LetterChoice | None:
    return _choice(
        bench,
        source,
        legal_targets(bench, source),
        lambda id: make_connector(bench.session, source, id, None),
    )


def _rewiring(bench: Bench, flow: str, end: str) -> LetterChoice | None:
    session = bench.session
    found = session.document.flow(flow)
    held = {found.source, found.target}
    seen = bench.steps_in_view()
    legal = [id for id in seen if id not in held and _can_move(session.document, flow, end, id)]
    fixed = found.source if end == "target" else found.target

    def take(id: str) -> None:
        session.attempt(partial(reconnect, session.document, flow, **{end: id}))

    return _choice(bench, fixed, legal, take)


def _can_move(document: Document, flow: str, end: str, step: str) -> bool:
    try:
        reconnect(document, flow, **{end: step})
    except ChangeRefused:
        return False
    return True


def _choice(
    bench: Bench, source: str, legal: Iterable[str], take: Callable[[str], object]
) -> LetterChoice | None:
    layout = bench.session.layout
    start = layout.card(source).box.middle

    def way(id: str) -> float:
        middle: Point = layout.card(id).box.middle
        return abs(middle.x - start.x) + abs(middle.y - start.y)

    targets = sorted(legal, key=way)
    if not targets:
        bench.session.refuse(NO_TARGET)
        return None
    return LetterChoice(source, tuple(zip(targets, _codes(len(targets)), strict=False)), take)


def _codes(count: int) -> list[str]:
    """A letter each, or two for many; none begins another."""
    if count <= len(ascii_uppercase):
        return list(ascii_uppercase)
    return ["".join(pair) for pair in product(ascii_uppercase, repeat=2)]
