"""Keeps unsaved work safe against a crash: each change goes to a journal, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Signal

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.storage.journal import Journal, Origin
from blueprint.ui.listening import listen
from blueprint.ui.session import Session

ANEW: Final = 2_000
"""Changes after which a journal is begun anew, so that it does not grow for ever."""
_PATIENCE: Final = 10.0
"""Seconds that a window that closes waits for its journal to be removed."""

Work = Callable[[], object]


class Keeping(QObject):
    """The journal of one window. `origin(saved)` tells what it belongs to, when it begins."""

    failed = Signal(object)
    """A Message, once: from now on a crash would lose what is not saved."""
    _broken = Signal(str)

    def __init__(self, session: Session, folder: Path, origin: Callable[[bool], Origin]) -> None:
        super().__init__()
        self._session = session
        self._origin = origin
        self._journal = Journal(folder)
        self._queue: SimpleQueue[Work | Change | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._base: Document | None = None
        self._count = 0
        self._is_told = False
        self._broken.connect(self._tell)
        listen(self, session.document_changed, lambda change, _moved: self._changed(change))

    def start_from(self, document: Document) -> None:
        """What lies in the file is `document`: nothing is unsaved."""
        self._base = document.snapshot()
        if self._count:
            self._put(self._journal.end)
        self._count = 0

    def keep_all(self, then: Work) -> None:
        """Nothing of the document is saved: write all of it, and do `then` when it is safe."""
        self._begin(self._session.document.snapshot(), saved=False)
        self._put(lambda: then() if self._journal.is_open else None)

    def end(self) -> None:
        """Nothing is worth keeping any more; waits until the journal is gone."""
        started = self._base is not None and self._count > 0
        self._base, self._count = None, 0
        if started:
            self._put(self._journal.end)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(_PATIENCE)
            self._thread = None

    def wait(self) -> None:
        """Wait until all that was changed so far is written."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _changed(self, change: Change) -> None:
        if self._base is None:
            return
        if self._count == 0:
            self._begin(self._base, saved=True)
        elif self._count >= ANEW:
            self._begin(self._session.document.snapshot(), saved=False)
            return
        self._count += 1
        self._put(change)

    def _begin(self, start: Document, *, saved: bool) -> None:
        """`start` must not be changed any more."""
        origin = self._origin(saved)
        self._count = 1
        self._put(lambda: self._journal.begin(origin, start))

    def _put(self, work: Work | Change) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._write, name="journal", daemon=True)
            self._thread.start()
        self._queue.put(work)

    def _write(self) -> None:
        """In a thread of its own: what is typed must not wait for the disk."""
        while (work := self._queue.get()) is not None:
            try:
                if isinstance(work, Change):
                    if self._journal.is_open:
                        self._journal.append([work])
                else:
                    work()
            except OSError as failure:
                self._broken.emit(failure.strerror or str(failure))

    def _tell(self, reason: str) -> None:
        self._count = max(self._count, ANEW)  # what was torn is begun anew with the next change
        if not self._is_told:
            self._is_told = True
            self.failed.emit(
                message(
                    "Unsaved work cannot be kept safe: {reason}. Save often until this is mended.",
                    reason=reason,
                )
            )


def now() -> str:
    """The time as a journal tells it."""
    return datetime.now().isoformat(timespec="minutes")


def told_time(when: str) -> str:
    """The time of a journal as people say it: "10:42", with the date unless it is of today."""
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return when
    today = found.date() == datetime.now().date()
    return found.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
