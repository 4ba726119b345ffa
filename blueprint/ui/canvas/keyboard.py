"""The keyboard on the canvas: typing into empty cells, the space bar, Esc, and all other keys."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from blueprint.i18n import message
from blueprint.layout.geometry import Box, Cell
from blueprint.model.entities import Column
from blueprint.ui.canvas import keys
from blueprint.ui.canvas.editor import After
from blueprint.ui.canvas.keys import Keyboardable
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.canvas.typing_in_place import TypingInPlace
from blueprint.ui.tools import commands, grid, headings
from blueprint.ui.tools.by_key import use_tool
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.state import Draft, PhaseDraft

TAP: Final = 0.25
"""Seconds within which the space bar is tapped, not held."""


class Keyboard:
    """Turns keys into what they mean, for one canvas."""

    def __init__(
        self,
        bench: Keyboardable,
        pointing: Pointing,
        typing: TypingInPlace,
        navigator: Navigator,
    ) -> None:
        self._bench = bench
        self._pointing = pointing
        self._typing = typing
        self._navigator = navigator
        self._space_down = 0.0
        self._gathered: tuple[str, ...] = ()
        """What taps of the space bar have gathered; arrows leave it selected."""
        typing.steered.connect(self._reveal_draft)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something here; then it has been done."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space_down = time.monotonic()
                self._pointing.hold_hand(True)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._peel()
            return True
        if event.text().isalpha() and self._pointing.type(event.text()):
            return True
        subject = self._typed_into() if keys.is_text(event) else None
        if subject is not None:
            self._begin(subject, event.text())
            return True
        if self._uses_tool(event) or self._gathers(event):
            return True
        act = keys.act_for(event)
        if act is not None:
            act(self._bench)
        return act is not None

    def release(self, event: QKeyEvent) -> bool:
        """Whether the key means something here; then it has been done."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        tapped = time.monotonic() - self._space_down < TAP
        panned = self._pointing.has_panned
        held = self._pointing.holds_hand
        self._pointing.hold_hand(False)
        if tapped and held and not panned:
            self._gather()
        return True

    def compose(self, event: QInputMethodEvent) -> bool:
        """Begin a step with what an input method composes; False where nothing can be typed."""
        subject = self._typed_into()
        if subject is None or not (event.preeditString() or event.commitString()):
            return False
        if isinstance(subject, str):
            self._typing.edit(subject, "")
            QApplication.sendEvent(self._typing.editor, event)
        else:
            self._typing.compose(subject, event)
        return True

    def begin(self, draft: Draft, text: str = "") -> None:
        """Type a new step, after bringing its cell into view."""
        self._reveal_draft(draft)
        self._typing.begin(draft, text)

    def _reveal_draft(self, draft: Draft) -> None:
        layout = self._bench.session.layout
        columns = layout.columns
        band = columns[min(draft.column, len(columns) - 1)]
        box = layout.cell_box(draft.lane, band.column)
        beyond = box.width if draft.column >= len(columns) else 0
        self._navigator.reveal(Box(box.x + beyond, box.y, box.width, box.height))

    def go_on(self, follows: After) -> None:
        """Do what an accepted text asks for next."""
        if follows is After.NEXT:
            commands.next_step(self._bench, 1)
        elif follows is After.PREVIOUS:
            commands.next_step(self._bench, -1)
        elif follows is After.SECOND:
            commands.second_step(self._bench)
        elif follows is After.BELOW:
            commands.step_below(self._bench)
        elif follows is After.CUSTOMER:
            commands.next_customer_step(self._bench)
        elif follows is After.EVIDENCE:
            commands.evidence_here(self._bench)
        elif follows is After.CONNECT:
            self._bench.connect_by_letters()
        elif follows is After.PHASE:
            headings.begin_phase_at(self._bench, commands.focused_step(self._bench.session))

    @property
    def takes_text(self) -> bool:
        """Whether what is typed now begins a text."""
        return self._typed_into() is not None

    def _typed_into(self) -> Draft | PhaseDraft | str | None:
        """What a letter would begin: a step, a phase, or the title of the phase of that id."""
        cell, session = self.empty_cell(), self._bench.session
        if cell is not None:
            return self._draft(cell)
        found = headings.heading(session) if session.tool == "select" else None
        if not isinstance(found, Column):
            return None
        begun = headings.phase_begun_by(session.document, found.id)
        chosen = tuple(id for id in session.selection if session.document.get(id, Column))
        several = len(chosen) > 1
        if begun and not several:
            return begun
        columns = chosen if several else headings.columns_from(session.document, found.id)
        return PhaseDraft(columns)

    def _begin(self, subject: Draft | PhaseDraft | str, text: str) -> None:
        if isinstance(subject, Draft):
            self.begin(subject, text)
        elif isinstance(subject, PhaseDraft):
            self._typing.begin(subject, text)
        else:
            self._typing.edit(subject, text)

    def _uses_tool(self, event: QKeyEvent) -> bool:
        """Whether the key is Enter with a tool in hand; then it has been used."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        idle = self._bench.session.tool in ("select", "hand")
        if not enters or idle or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._pointing.take(use_tool(self._bench))
        return True

    def _gathers(self, event: QKeyEvent) -> bool:
        """Whether an arrow walks without letting go of what was gathered; then it has walked."""
        session = self._bench.session
        way = keys.plain_arrow(event)
        if way is None or not self._gathered or session.selection != self._gathered:
            return False
        if session.cursor is not None:
            onward = grid.neighbour(session.document, session.cursor, *way)
            session.move_cursor(onward)
            session.reveal(step.id for step in session.document.cell(*onward))
        return True

    def _gather(self) -> None:
        """Keep the focused card while the arrows go on; tapped again, let go of it."""
        session = self._bench.session
        begins = session.selection != self._gathered
        alone = session.selection == (commands.focused_step(session),)
        if not (begins and alone):
            commands.toggle_focused(session)
        self._gathered = session.selection
        session.announce(
            message(
                "{count} step gathered. Arrows go on, Space adds or lets go.",
                "{count} steps gathered. Arrows go on, Space adds or lets go.",
                count=len(session.selected_steps),
            )
        )

    def empty_cell(self) -> Cell | None:
        """The cursor's cell, if nothing stands in it and steps can be typed there."""
        session = self._bench.session
        cell = session.cursor
        if cell is None or session.tool != "select" or session.document.cell(*cell):
            return None
        if self._gathered and session.selection == self._gathered:
            return None
        if headings.heading(session) is not None:
            return None
        return cell

    def _draft(self, cell: Cell) -> Draft:
        return Draft(cell.lane, place_of(self._bench.session.document, cell.column))

    def _peel(self) -> None:
        """Esc gives up one thing at a time: the drag, the tool, the selection, the cell."""
        session = self._bench.session
        if self._pointing.cancel():
            return
        if session.tool != "select":
            session.set_tool("select")
        elif session.selection:
            session.select(())
        else:
            session.move_cursor(None)
