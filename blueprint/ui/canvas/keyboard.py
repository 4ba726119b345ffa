"""The keyboard on the canvas: typing into empty cells, the space bar, Esc, and all other keys."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from blueprint.layout.geometry import Box, Cell
from blueprint.ui.canvas import keys
from blueprint.ui.canvas.editor import After
from blueprint.ui.canvas.keys import Keyboardable
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.canvas.typing_in_place import TypingInPlace
from blueprint.ui.tools import commands
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.state import Draft

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

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something here; then it has been done."""
        cell = self.empty_cell()
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
        if cell is not None and keys.is_text(event):
            self.begin(self._draft(cell), event.text())
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
            commands.toggle_focused(self._bench.session)
        return True

    def compose(self, event: QInputMethodEvent) -> bool:
        """Begin a step with what an input method composes; False where nothing can be typed."""
        cell = self.empty_cell()
        if cell is None or not (event.preeditString() or event.commitString()):
            return False
        self._typing.compose(self._draft(cell), event)
        return True

    def begin(self, draft: Draft, text: str = "") -> None:
        """Type a new step, after bringing its cell into view."""
        layout = self._bench.session.layout
        columns = layout.columns
        band = columns[min(draft.column, len(columns) - 1)]
        box = layout.cell_box(draft.lane, band.column)
        beyond = box.width if draft.column >= len(columns) else 0
        self._navigator.reveal(Box(box.x + beyond, box.y, box.width, box.height))
        self._typing.begin(draft, text)

    def go_on(self, follows: After) -> None:
        """Do what an accepted text asks for next."""
        if follows is After.NEXT:
            commands.next_step(self._bench, 1)
        elif follows is After.PREVIOUS:
            commands.next_step(self._bench, -1)
        elif follows is After.SECOND:
            commands.second_step(self._bench)

    def empty_cell(self) -> Cell | None:
        """The cursor's cell, if nothing stands in it and steps can be typed there."""
        session = self._bench.session
        cell = session.cursor
        if cell is None or session.tool != "select" or session.document.cell(*cell):
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
