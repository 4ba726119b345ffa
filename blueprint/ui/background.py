"""Work that takes its time, done beside the window: with progress, and given up when asked."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from blueprint.i18n import message

Progress = Callable[[float], None]
Work = Callable[[Progress], object]
_PATIENCE: Final = 10_000
"""Milliseconds that a window waits at most for its work to notice that it is given up."""


class GivenUp(Exception):  # noqa: N818 - nothing went wrong
    """Raised inside the work, where it tells its progress, once the user has given it up."""


_running: set[Task] = set()
"""Held here until they end: a thread that goes while it runs ends the whole program."""


class Task(QThread):
    """Runs `work(progress)` in a thread of its own and tells how it ended, in the caller's.

    The work must touch no widget. When `asker` goes, the work is given up and ends by itself.
    `refusals` are the exceptions that carry a `reason` for the user; any other is told as a fault
    of the program.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    """A Message."""

    def __init__(
        self, work: Work, refusals: tuple[type[Exception], ...] = (), asker: QObject | None = None
    ) -> None:
        super().__init__()
        self._work = work
        self._refusals = refusals
        self._given_up = False
        self.finished.connect(self._let_go)
        if asker is not None:
            asker.destroyed.connect(self.give_up)

    def start(self, /, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        _running.add(self)
        super().start(priority)

    def give_up(self) -> None:
        """Stop at the next point where the work tells its progress; nothing is told then."""
        self._given_up = True

    def wait_for_end(self) -> None:
        """Give up and wait: for a window that is about to go."""
        self.give_up()
        self.wait(_PATIENCE)

    def _let_go(self) -> None:
        """Later, when nothing of this thread's own is being delivered any more."""
        QTimer.singleShot(0, partial(_running.discard, self))

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except GivenUp:
            return
        except self._refusals as refusal:
            self._tell(self.failed, getattr(refusal, "reason", message("It could not be done.")))
        except Exception as fault:
            why = message("The program has met a fault of its own: {why}.", why=fault)
            self._tell(self.failed, why)
        else:
            self._tell(self.succeeded, result)

    def _tell(self, ending: SignalInstance, what: object) -> None:
        if not self._given_up:
            ending.emit(what)

    def _progress(self, done: float) -> None:
        if self._given_up:
            raise GivenUp
        self.progressed.emit(done)


@atexit.register
def _wait_for_all() -> None:
    for task in tuple(_running):
        if isValid(task):
            task.wait_for_end()
