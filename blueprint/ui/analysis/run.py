"""A simulation in the background: on all cores, with progress, given up when asked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, Signal

from blueprint.measures.simulation import Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.simulation.study import local_executor
from blueprint.measures.simulation.sweep import Sweep, run_sweep
from blueprint.model.document import Document
from blueprint.ui.background import Progress, Task

Told = Callable[[int, int], bool]
Work = Callable[[Told, Executor | None], object]

SMALL = 20_000
"""Customers in all up to which further processes take longer to start than they save."""


class SimulationRun(QObject):
    """One run at a time; a new one takes the place of the last."""

    progressed = Signal(float)
    finished = Signal(object)
    """The Results."""
    swept = Signal(object, object)
    """The Sweep, and its Points."""
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
        snapshot = document.snapshot()

        def work(told: Told, executor: Executor | None) -> object:
            return simulate(snapshot, settings, executor=executor, progress=told)

        runs = settings.customers * settings.replications
        self._begin(work, runs).succeeded.connect(self.finished)

    def start_sweep(self, document: Document, sweep: Sweep, settings: Settings) -> None:
        """Simulate once for each value; `swept` tells the points."""
        snapshot = document.snapshot()

        def work(told: Told, executor: Executor | None) -> object:
            return run_sweep(snapshot, sweep, settings, executor=executor, progress=told)

        runs = settings.customers * settings.replications * len(sweep.values)
        self._begin(work, runs).succeeded.connect(lambda points: self.swept.emit(sweep, points))

    def _begin(self, work: Work, runs: int) -> Task:
        """Begin work on so many customers in place of the last."""
        self.stop()
        task = Task(lambda progress: _run(work, runs, progress), (CannotSimulate,), self)
        self._task = task
        task.progressed.connect(self.progressed)
        task.failed.connect(self.failed)
        task.finished.connect(lambda: self._ended(task))
        task.start()
        self.busy_changed.emit(True)
        return task

    def stop(self) -> None:
        """Give the run up and wait until it has noticed."""
        if self._task is not None:
            self._task.wait_for_end()
            self._ended(self._task)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.busy_changed.emit(False)


def _run(work: Work, runs: int, progress: Progress) -> object:
    def told(done: int, total: int) -> bool:
        progress(done / total)
        return True

    if runs <= SMALL:
        return work(told, None)
    with local_executor() as executor:
        return work(told, executor)
