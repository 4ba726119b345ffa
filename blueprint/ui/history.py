"""Undo and redo: one kind of command over changes, so that no edit carries its own undo code."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from blueprint.i18n import Message
from blueprint.model.change import Change

UNDO_LIMIT: Final = 500
GESTURE_PAUSE: Final = 0.8
"""Seconds after which a further change of one gesture is an act of its own."""

CarryOut = Callable[[Change], None]


class _Command(QUndoCommand):
    """A change on the undo stack. It has been validated before it gets here."""

    def __init__(self, change: Change, carry_out: CarryOut, gesture: str) -> None:
        super().__init__(str(change.label))
        self.change = change
        self.gesture = gesture
        self.when = time.monotonic()
        self._carry_out = carry_out

    def redo(self) -> None:
        self._carry_out(self.change)

    def undo(self) -> None:
        self._carry_out(self.change.inverted())

    def id(self) -> int:
        return 1 if self.gesture else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        if not isinstance(later, _Command) or later.gesture != self.gesture:
            return False
        if later.when - self.when > GESTURE_PAUSE:
            return False
        self.change = self.change.then(later.change)
        self.when = later.when
        self.setObsolete(not self.change)
        return True


class History:
    """What was done to a document, one act of the user a step.

    `carry_out` is called with each change when it is done, and with its inversion when it is
    taken back; it must not raise. `stack` is Qt's, for its signals (clean, index, can undo).
    """

    def __init__(self, carry_out: CarryOut, owner: QObject | None = None) -> None:
        # With an owner the stack goes when the owner goes, and tells nobody of it.
        self.stack = QUndoStack(owner)
        self.stack.setUndoLimit(UNDO_LIMIT)
        self._carry_out = carry_out

    def add(self, change: Change, gesture: str = "") -> None:
        """Carry out `change` and remember it.

        Changes in a row with the same `gesture` (the turning of one number field, say) are one
        step until 0.8 s pass between two of them.
        """
        self.stack.push(_Command(change, self._carry_out, gesture))

    def undo(self) -> Change | None:
        """Take back the last act; the change that this made, or None if there was none."""
        done = self._at(self.stack.index() - 1)
        self.stack.undo()
        return None if done is None else done.inverted()

    def redo(self) -> Change | None:
        """Do the last undone act again; its change, or None if there was none."""
        undone = self._at(self.stack.index())
        self.stack.redo()
        return undone

    @property
    def undo_label(self) -> Message | None:
        """What the next undo takes back."""
        found = self._at(self.stack.index() - 1)
        return None if found is None else found.label

    @property
    def redo_label(self) -> Message | None:
        """What the next redo does again."""
        found = self._at(self.stack.index())
        return None if found is None else found.label

    @property
    def labels(self) -> tuple[Message, ...]:
        """All acts that can be undone or redone, the oldest first."""
        found = (self._at(index) for index in range(self.stack.count()))
        return tuple(change.label for change in found if change is not None)

    @property
    def index(self) -> int:
        """How many of the acts are done at present."""
        return self.stack.index()

    def go_to(self, index: int) -> None:
        """Undo or redo until `index` acts are done."""
        self.stack.setIndex(index)

    @property
    def is_clean(self) -> bool:
        """Whether the document is as it was saved."""
        return self.stack.isClean()

    def mark_clean(self) -> None:
        """The document has been saved as it is now."""
        self.stack.setClean()

    def mark_changed(self) -> None:
        """What is in the window is not what lies in the file: an import, a recovery."""
        self.stack.resetClean()

    def _at(self, index: int) -> Change | None:
        if not 0 <= index < self.stack.count():
            return None
        command = self.stack.command(index)
        return command.change if isinstance(command, _Command) else None
