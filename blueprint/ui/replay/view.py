"""The simulation on the drawing: play, pause, speed, and a bar to go to any moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from blueprint.i18n import Message, current_language, message, tr
from blueprint.layout.layout import Layout
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.simulation.recording import Recording, record
from blueprint.model.document import Document
from blueprint.model.units import show_duration
from blueprint.ui.background import GivenUp, Progress
from blueprint.ui.listening import listen
from blueprint.ui.motion import motion_is_reduced
from blueprint.ui.replay.stage import ReplayStage
from blueprint.ui.session import Session
from blueprint.ui.sizing import bound
from blueprint.ui.theming import LOOK
from blueprint.ui.waiting import waited_for
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import WORDS, say

SPEEDS: Final = (10, 60, 300, 1800)
"""Seconds of the service in one second before the screen."""
FRAME: Final = 40
CALM_FRAME: Final = 1_000
"""Milliseconds between two pictures; with reduced motion they stand still in between."""
TRAVEL: Final = 0.7
"""Seconds before the screen that a token is on its way at most."""
WINDOW: Final = 3_600.0
"""Seconds of the service over which utilisation is taken."""
STEPS: Final = 10_000
LARGE: Final = 1_500
"""Steps from which a recording is not made in the blink of an eye."""


class ReplayView(QWidget):
    """Plays the first replication of the simulation; an edit makes it anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._recording: Recording | None = None
        self._time = 0.0
        self._stale = True
        self.stage = ReplayStage()
        self.play = button(message("Play"), self.toggle, "primary")
        self.speed = Segments(message("Speed"), [(str(speed), f"{speed} ×") for speed in SPEEDS])
        self.position = QSlider(Qt.Orientation.Horizontal)
        self.seed = QSpinBox()
        self.clock = label("", "strong")
        self.busy = label("", "muted")
        self.told = label("", "muted")
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.position.setRange(0, STEPS)
        say(self.position, name=message("Moment"))
        self.seed.setRange(0, 1_000_000)
        self.seed.setValue(1)
        say(self.seed, name=message("Seed"))
        self.speed.show_value(str(SPEEDS[1]))
        bound(self.play, least_width=84)
        bound(self.clock, least_width=110)
        bar = QFrame()
        bar.setObjectName("bottom")
        row = QHBoxLayout()
        row.setSpacing(12)
        parts: tuple[QWidget, ...] = (
            self.play,
            self.speed,
            self.clock,
            self.position,
            label(message("Seed"), "field"),
            self.seed,
        )
        for part in parts:
            row.addWidget(part, 1 if part is self.position else 0)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(14, 8, 14, 8)
        rows.setSpacing(6)
        rows.addLayout(row)
        told = QHBoxLayout()
        told.addWidget(self.busy)
        told.addStretch(1)
        told.addWidget(self.told)
        rows.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(bar)

    def _connect(self) -> None:
        session = self._session
        listen(self, session.document_changed, lambda _change, _moved: self._outdated())
        listen(self, session.document_replaced, self._outdated)
        listen(self, WORDS.changed, self._show)
        listen(self, LOOK.changed, self.stage.relook)
        self.seed.valueChanged.connect(lambda _seed: self._outdated())
        self.position.sliderMoved.connect(self._go_to)

    # --- playing -----------------------------------------------------------------------------

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    @property
    def time(self) -> float:
        """Seconds of the service since its beginning."""
        return self._time

    def toggle(self) -> None:
        """Play, or pause; from the beginning again after the end."""
        if self.is_playing:
            self.pause()
        elif self._recording is not None:
            if self._time >= self._recording.end:
                self._time = 0.0
            self._clock.start()
            self._timer.start(CALM_FRAME if motion_is_reduced() else FRAME)
            self._show()

    def pause(self) -> None:
        self._timer.stop()
        self._show()

    def show_time(self, seconds: float) -> None:
        """Go to a moment of the service."""
        end = self._recording.end if self._recording else 0.0
        self._time = max(0.0, min(seconds, end))
        self._show()

    def _tick(self) -> None:
        passed = self._clock.restart() / 1000 * self._speed
        self.show_time(self._time + passed)
        if self._recording is None or self._time >= self._recording.end:
            self.pause()

    @property
    def _speed(self) -> float:
        return float(self.speed.value or SPEEDS[1])

    def _go_to(self, position: int) -> None:
        end = self._recording.end if self._recording else 0.0
        self.show_time(end * position / STEPS)

    # --- recording ---------------------------------------------------------------------------

    def _outdated(self) -> None:
        self._stale = True
        self.pause()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Simulate anew if the document or the seed has changed."""
        if not self._stale:
            return
        self._stale = False
        document = self._session.document.snapshot()
        self._time, self._recording = 0.0, None
        try:
            found, layout = _prepared(document, self.seed.value())
        except GivenUp:
            found, layout = message("Cancelled. Choose another seed to try again."), None
        if isinstance(found, Recording):
            self._recording = found
            self.told.setText(tr(_told(found)))
        else:
            self.told.setText(tr(found))
        self.play.setEnabled(self._recording is not None)
        self.stage.show_recording(document, self._recording, layout)
        self._show()

    def _show(self) -> None:
        say(self.play, text=message("Pause") if self.is_playing else message("Play"))
        recording = self._recording
        if recording is None:
            self.clock.clear()
            self.busy.clear()
            return
        busy = recording.utilisation(self._time, WINDOW)
        travel = 0.0 if motion_is_reduced() else TRAVEL * self._speed
        self.stage.show_time(self._time, travel, busy)
        self.clock.setText(show_duration(round(self._time), current_language()))
        self.busy.setText(self._busy_words(busy))
        if not self.position.isSliderDown():
            self.position.setValue(round(STEPS * self._time / max(recording.end, 1e-9)))

    def _busy_words(self, busy: dict[str, float]) -> str:
        resources = self._session.document.resources
        known = {id: found.title for id, found in resources.items() if id in busy}
        said = (
            tr(message("“{resource}” {share} busy", resource=title, share=f"{busy[id]:.0%}"))
            for id, title in known.items()
        )
        return "    ".join(said)

    # --- events ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = not self.stage.document.steps
        self.refresh()
        if first:
            QTimer.singleShot(0, self.stage.navigator.fit_all)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)


def _prepared(document: Document, seed: int) -> tuple[Recording | Message, Layout | None]:
    """A recording, or why there is none, and the drawing. Raises GivenUp."""

    def work(_progress: Progress) -> tuple[Recording | Message, Layout]:
        try:
            return record(document, seed), Layout(document)
        except CannotSimulate as reason:
            return reason.reason, Layout(document)

    if len(document.steps) < LARGE:
        return work(lambda _done: None)
    prepared: tuple[Recording | Message, Layout] = waited_for(
        work, message("Preparing the replay…")
    )
    return prepared


def _told(recording: Recording) -> Message:
    """What is being watched."""
    return message(
        "{count} customer of the first replication",
        "{count} customers of the first replication",
        count=len(recording.stays),
    )
