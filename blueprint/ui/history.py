"""Undo and redo: acts are changes, and a change knows its own inversion."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message
from blueprint.model.change import Change

UNDO_LIMIT: Final = 500
GESTURE_PAUSE: Final = 0.8
"""Seconds after which a further change of one gesture is an act of its own."""
NOWHERE: Final = -1
"""Where the saved state stands once no undo or redo leads back to it."""


@dataclass(frozen=True, slots=True)
class _Act:
    change: Change
    gesture: str
    when: float

    def goes_on_in(self, later: _Act) -> bool:
        """Whether both are one turning of a field, one holding of a key."""
        one_gesture = bool(self.gesture) and self.gesture == later.gesture
        return one_gesture and later.when - self.when <= GESTURE_PAUSE


class History:
    """What was done to a document, one act of the user a step.

    `carry_out` is called with each change when it is done, and with its inversion when it is
    taken back; it must not raise. `moved` is called after anything here is different.
    """

    def __init__(self, carry_out: Callable[[Change], None], moved: Callable[[], None]) -> None:
        self._carry_out = carry_out
        self._moved = moved
        self._acts: list[_Act] = []
        self._index = 0
        self._clean = 0

    def add(self, change: Change, gesture: str = "") -> None:
        """Carry out `change` and remember it; what was undone is forgotten.

        Changes in a row with the same `gesture` (the turning of one number field, say) are one
        step until 0.8 s pass between two of them.
        """
        self._carry_out(change)
        del self._acts[self._index :]
        if self._clean > self._index:
            self._clean = NOWHERE
        self._remember(_Act(change, gesture, time.monotonic()))
        self._moved()

    def _remember(self, act: _Act) -> None:
        last = self._acts[-1] if self._acts else None
        if last is not None and not self.is_clean and last.goes_on_in(act):
            self._acts.pop()
            act = _Act(last.change.then(act.change), act.gesture, act.when)
        if act.change:
            self._acts.append(act)
        self._forget_the_oldest()
        self._index = len(self._acts)

    def _forget_the_oldest(self) -> None:
        surplus = len(self._acts) - UNDO_LIMIT
        if surplus > 0:
            del self._acts[:surplus]
            self._clean = max(self._clean - surplus, NOWHERE)

    def undo(self) -> Change | None:
        """Take back the last act; the change that this made, or None if there was none."""
        undone = self._take_back()
        if undone is not None:
            self._moved()
        return undone

    def redo(self) -> Change | None:
        """Do the last undone act again; its change, or None if there was none."""
        redone = self._do_again()
        if redone is not None:
            self._moved()
        return redone

    def _take_back(self) -> Change | None:
        if not self._index:
            return None
        inverted = self._acts[self._index - 1].change.inverted()
        self._carry_out(inverted)
        self._index -= 1
        return inverted

    def _do_again(self) -> Change | None:
        if self._index == len(self._acts):
            return None
        change = self._acts[self._index].change
        self._carry_out(change)
        self._index += 1
        return change

    @property
    def undo_label(self) -> Message | None:
        """What the next undo takes back."""
        return self._acts[self._index - 1].change.label if self._index else None

    @property
    def redo_label(self) -> Message | None:
        """What the next redo does again."""
        undone = self._acts[self._index : self._index + 1]
        return undone[0].change.label if undone else None

    @property
    def labels(self) -> tuple[Message, ...]:
        """All acts that can be undone or redone, the oldest first."""
        return tuple(act.change.label for act in self._acts)

    @property
    def index(self) -> int:
        """How many of the acts are done at present."""
        return self._index

    def go_to(self, index: int) -> None:
        """Undo or redo until `index` acts are done."""
        wanted = max(0, min(index, len(self._acts)))
        while self._index > wanted:
            self._take_back()
        while self._index < wanted:
            self._do_again()
        self._moved()

    @property
    def is_clean(self) -> bool:
        """Whether the document is as it was saved."""
        return self._index == self._clean

    def mark_clean(self) -> None:
        """The document has been saved as it is now."""
        self._clean = self._index
        self._moved()

    def mark_changed(self) -> None:
        """What is in the window is not what lies in the file: an import, a recovery."""
        self._clean = NOWHERE
        self._moved()
