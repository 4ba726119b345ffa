"""Fail, wait and moment of truth: switched on selected steps, or on the card that is clicked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import FailPoint, WaitPoint
from blueprint.model.notation import StepKind
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Part, Pointer

BADGES = ("fail", "wait", "star")


def toggle_badge(document: Document, ids: Sequence[str], badge: str) -> Change:
    """Give all steps a badge, or take it from them if all have it.

    Raises ChangeRefused if there are only sticky notes among them.
    """
    ids = [id for id in ids if document.step(id).kind is not StepKind.NOTE]
    if not ids:
        raise ChangeRefused(message("A sticky note has no marks. Mark the step that it is about."))
    steps = [document.step(id) for id in ids]
    if badge == "fail":
        every = all(step.fail is not None for step in steps)
        missing = [step.id for step in steps if step.fail is None]
        value = None if every else FailPoint()
        return set_fields(document, ids if every else missing, _LABELS[badge], fail=value)
    if badge == "wait":
        every = all(step.wait is not None for step in steps)
        missing = [step.id for step in steps if step.wait is None]
        wait = None if every else WaitPoint()
        return set_fields(document, ids if every else missing, _LABELS[badge], wait=wait)
    every = all(step.moment_of_truth for step in steps)
    return set_fields(document, ids, _LABELS[badge], moment_of_truth=not every)


def steps_with(document: Document, ids: Sequence[str], badge: str) -> int:
    """How many of some steps have a badge."""
    steps = (document.step(id) for id in ids)
    if badge == "fail":
        return sum(step.fail is not None for step in steps)
    if badge == "wait":
        return sum(step.wait is not None for step in steps)
    return sum(step.moment_of_truth for step in steps)


def badge_fields(badges: Collection[str]) -> dict[str, Any]:
    """The fields of a step that has just these badges."""
    found: dict[str, Any] = {"moment_of_truth": True} if "star" in badges else {}
    if "fail" in badges:
        found["fail"] = FailPoint()
    if "wait" in badges:
        found["wait"] = WaitPoint()
    return found


_LABELS: dict[str, Message] = {
    "fail": message("Change fail point"),
    "wait": message("Change wait point"),
    "star": message("Change moment of truth"),
}


@dataclass(frozen=True)
class BadgeTool(State):
    """Switches a badge on each card that is clicked."""

    badge: str
    hover: str = ""

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, hover=_card(pointer))

    def press(self, pointer: Pointer, bench: Bench) -> State:
        step = _card(pointer)
        if step:
            session = bench.session
            session.attempt(lambda: toggle_badge(session.document, [step], self.badge))
            session.select([step])
        return self

    def overlay(self, bench: Bench) -> Overlay:
        return Overlay(hover=self.hover)

    @property
    def shape(self) -> Shape:
        return Shape.PointingHandCursor


def _card(pointer: Pointer) -> str:
    on_card = pointer.target.part in (Part.CARD, Part.CARD_EDGE, Part.HANDLE)
    return pointer.target.id if on_card else ""
