"""A simulation in the background: on all cores, with progress, given up when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from blueprint.measures.simulation import Results, Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.simulation.study import local_executor
from blueprint.model.document import Document
from blueprint.ui.background import Progress, Task

SMALL = 20_000
"""Customers in all up to which further processes take longer to start than they save."""


class SimulationRun(QObject):
    """One run at a time; a new one takes the place of the last."""

    progressed = Signal(float)
    finished = Signal(object)
    """The Results."""
    failed = Signal(object)
    """A Message."""
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self, document: Document, settings: Settings) -> None:
        """Simulate a snapshot of `document`; later edits do not reach it."""
        self.stop()
        snapshot = document.snapshot()
        task = Task(lambda progress: _run(snapshot, settings, progress), (CannotSimulate,), self)
        self._task = task
        task.progressed.connect(self.progressed)
        task.succeeded.connect(self.finished)
        task.failed.connect(self.failed)
        task.finished.connect(lambda: self._ended(task))
        task.start()
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Give the run up and wait until it has noticed."""
        if self._task is not None:
            self._task.wait_for_end()
            self._ended(self._task)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.busy_changed.emit(False)


def _run(document: Document, settings: Settings, progress: Progress) -> Results:
    def told(done: int, total: int) -> bool:
        progress(done / total)
        return True

    if settings.customers * settings.replications <= SMALL:
        return simulate(document, settings, progress=told)
    with local_executor() as executor:
        return simulate(document, settings, executor=executor, progress=told)
