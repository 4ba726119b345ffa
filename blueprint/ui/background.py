"""Work that takes its time, done beside the window: with progress, and given up when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal

from blueprint.i18n import message

Progress = Callable[[float], None]
Work = Callable[[Progress], object]
_PATIENCE: Final = 10_000
"""Milliseconds that a window waits at most for its work to notice that it is given up."""


class GivenUp(Exception):  # noqa: N818 - nothing went wrong
    """Raised inside the work, where it tells its progress, once the user has given it up."""


class Task(QThread):
    """Runs `work(progress)` in a thread of its own and tells how it ended, in the caller's.

    The work must touch no widget. `refusals` are the exceptions that carry a `reason` for the
    user; any other is told as a fault of the program.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    """A Message."""

    def __init__(
        self, work: Work, refusals: tuple[type[Exception], ...] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._refusals = refusals
        self._given_up = False

    def give_up(self) -> None:
        """Stop at the next point where the work tells its progress; nothing is told then."""
        self._given_up = True

    def wait_for_end(self) -> None:
        """Give up and wait: for a window that is about to go."""
        self.give_up()
        self.wait(_PATIENCE)

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except GivenUp:
            return
        except self._refusals as refusal:
            self.failed.emit(getattr(refusal, "reason", message("It could not be done.")))
        except Exception as fault:
            self.failed.emit(message("The program has met a fault of its own: {why}.", why=fault))
        else:
            if not self._given_up:
                self.succeeded.emit(result)

    def _progress(self, done: float) -> None:
        if self._given_up:
            raise GivenUp
        self.progressed.emit(done)
