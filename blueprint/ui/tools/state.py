"""What all states of tools have in common, and the little of the program that they may touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from blueprint.i18n import Message
from blueprint.layout.geometry import Cell
from blueprint.model.notation import FlowKind, StepKind
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools.overlay import NOTHING, Overlay
from blueprint.ui.tools.targets import Pointer

Shape = Qt.CursorShape


@dataclass(frozen=True, slots=True)
class Draft:
    """A step that is being typed and does not exist before its text is accepted.

    `column` is a place from the left; one beyond the last column adds a column. `index` is the
    place within the cell (None: below all). `source` is the step that leads to it, if any.
    """

    lane: str
    column: int
    source: str = ""
    index: int | None = None
    kind: StepKind | None = None
    flow: FlowKind | None = None
    span: int = 1
    badges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """A phase over `columns` whose title is being typed; it does not exist before that."""

    columns: tuple[str, ...]
    back: str = ""
    """The step to go back to; else the first of the columns is selected."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that is done only if the user takes it."""

    text: Message
    act: Callable[[], object]


class Bench(Protocol):
    """What a tool works with: the session, the view and a place to type."""

    @property
    def session(self) -> Session: ...

    @property
    def view(self) -> View: ...

    def steps_in_view(self) -> Sequence[str]:
        """The steps that are seen, those of frozen lanes included."""

    def edit(self, id: str) -> None:
        """Edit the text of something in place."""

    def draft(self, draft: Draft) -> None:
        """Type a new step in place."""

    def draft_phase(self, draft: PhaseDraft, text: str = "") -> None:
        """Type the title of a new phase, beginning with `text`."""

    def pan(self, dx: float, dy: float) -> None:
        """Scroll by pixels."""

    def ask_field(self, key: str) -> None:
        """Go to the inspector's field "duration", "cost" or "owner"."""

    def add_recovery(self, step: str) -> None:
        """Ask for the step that makes up for a failure of this one."""

    def open_link(self) -> None:
        """Offer to open the link of the selected step."""

    def open_thread(self, step: str) -> None:
        """Show what is said of a step beside its card."""

    def choose_link(self) -> None:
        """Ask for a blueprint that the selected steps lead to."""

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show at the pointer what may be done; nothing is done by itself."""

    def open_lane_menu(self, pointer: Pointer) -> None:
        """Ask which kind of lane to add."""


class State:
    """One state of a tool. Every event answers the state that follows; it may act on `bench`."""

    drags = False
    """Whether a button is held and something is carried: the canvas then scrolls at its edges."""

    keeps_pane = False
    """Whether places are told as the pane has them in which the button went down."""

    def press(self, pointer: Pointer, bench: Bench) -> State:
        return self

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return self

    def release(self, pointer: Pointer, bench: Bench) -> State:
        return self

    def double(self, pointer: Pointer, bench: Bench) -> State:
        return self

    def typed(self, text: str, bench: Bench) -> State | None:
        """The state after a letter; None if letters mean nothing here."""
        return None

    def cancel(self, bench: Bench) -> State | None:
        """The state after Esc; None if there is nothing here to give up."""
        return None

    def overlay(self, bench: Bench) -> Overlay:
        """What to show above the drawing."""
        return NOTHING

    @property
    def shape(self) -> Shape:
        """The pointer's shape."""
        return Shape.ArrowCursor


def cell_of(session: Session, step: str) -> Cell:
    """The cell that a step stands in."""
    found = session.document.step(step)
    return Cell(found.lane, found.column)
