"""The analysis of the open blueprint: its charts, kept in step with every edit."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blueprint.analysis.chart import Chart, Sheet
from blueprint.analysis.charts import charts
from blueprint.analysis.sweep import sweep_chart
from blueprint.i18n import Message, current_language, message
from blueprint.measures.simulation import Results, Settings
from blueprint.measures.simulation.sweep import Point, Sweep
from blueprint.measures.summary import Measures, measure
from blueprint.ui.analysis.assumptions import Assumptions
from blueprint.ui.analysis.board import ChartBoard
from blueprint.ui.analysis.run import SimulationRun
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.words import WORDS

DELAY = 120
"""Milliseconds from an edit to the new charts."""


class AnalysisView(QWidget):
    """Emits `steps_picked` with the ids of the steps that a chosen mark stands for."""

    steps_picked = Signal(tuple)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._measures: Measures | None = None
        self._results: Results | None = None
        self._swept: tuple[Sweep, tuple[Point, ...]] | None = None
        self._began = 0.0
        self.run = SimulationRun(self)
        self.assumptions = Assumptions(session)
        self.board = ChartBoard(self._charts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.assumptions)
        row.addWidget(self.board, 1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        listen(self, self._session.document_changed, lambda _change, _moved: self._stale())
        listen(self, self._session.document_replaced, self._replaced)
        listen(self, WORDS.changed, self._timer.start)
        listen(self, LOOK.changed, self._timer.start)
        self.assumptions.run_asked.connect(self.simulate)
        self.assumptions.sweep_asked.connect(self.sweep)
        self.run.swept.connect(self._take_sweep)
        self.assumptions.stop_asked.connect(self.run.stop)
        self.run.progressed.connect(self.assumptions.show_progress)
        self.run.busy_changed.connect(self.assumptions.show_busy)
        self.run.finished.connect(self._take)
        self.run.failed.connect(self.assumptions.show_outcome)
        self.board.picked.connect(self.steps_picked)

    def simulate(self, settings: Settings) -> None:
        """Run the simulation of the blueprint as it is now."""
        self._began = time.monotonic()
        self.run.start(self._session.document, settings)

    def sweep(self, sweep: Sweep, settings: Settings) -> None:
        """Run the simulation once for each value of a what-if study."""
        self._began = time.monotonic()
        self.run.start_sweep(self._session.document, sweep, settings)

    def refresh(self) -> None:
        """Draw anew, if anybody is looking."""
        if self.isVisible():
            self.board.refresh()

    def _charts(self, width: float, height: float) -> tuple[Chart, ...]:
        document = self._session.document
        if self._measures is None:
            self._measures = measure(document)
        sheet = Sheet(width, height, LOOK.theme, current_language())
        found = charts(document, self._measures, self._results, sheet)
        if self._swept is None:
            return found
        return (*found, sweep_chart(document, *self._swept, sheet))

    def _stale(self) -> None:
        """An edit makes the last run a thing of the past."""
        self._measures = None
        if self._results is not None or self._swept is not None:
            self._results = self._swept = None
            self.assumptions.show_outcome(
                message("The blueprint has changed. Run again for new figures.")
            )
        self._timer.start()

    def _replaced(self) -> None:
        self.run.stop()
        self._results = self._swept = None
        self._stale()

    def _take(self, results: Results) -> None:
        self._results = results
        count = results.settings.customers * results.settings.replications
        self.assumptions.show_outcome(self._outcome(count))
        self.board.refresh()

    def _take_sweep(self, sweep: Sweep, points: tuple[Point, ...]) -> None:
        self._swept = sweep, points
        settings = points[0].results.settings
        count = settings.customers * settings.replications * len(points)
        self.assumptions.show_outcome(self._outcome(count))
        self.board.refresh()
        self.board.show_last()

    def _outcome(self, count: int) -> Message:
        seconds = f"{time.monotonic() - self._began:.1f}"
        return message("{count} customers in {seconds} s.", count=f"{count:,}", seconds=seconds)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.run.stop()
