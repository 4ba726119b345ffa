"""What the dialogs that make a file or a print share: their shape, and the work at their foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from blueprint.export.refusal import ExportRefused
from blueprint.i18n import Message, message, tr
from blueprint.ui.background import Task, Work
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import say


def choose_and_look(choice: QWidget, preview: QWidget, frame: QFrame) -> QHBoxLayout:
    """What is chosen at the left, what comes of it in `frame` at the right."""
    row = QHBoxLayout()
    row.setSpacing(20)
    left = QVBoxLayout()
    left.addWidget(choice)
    left.addStretch(1)
    fix(choice, width=300)
    row.addLayout(left)
    inside = QVBoxLayout(frame)
    inside.addWidget(preview)
    row.addWidget(frame, 1)
    return row


class Making(QWidget):
    """The foot of a dialog: what is told, Cancel and the act; while it runs, its progress.

    `choice` cannot be changed meanwhile. Cancel gives the work up, or leaves if there is none.
    """

    def __init__(
        self, verb: Message, begin: Callable[[], None], leave: Callable[[], None], choice: QWidget
    ) -> None:
        super().__init__()
        self._leave = leave
        self._choice = choice
        self._task: Task | None = None
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.hide()
        self.told = label("", "muted", wrap=True)
        self.cancel = button(message("Cancel"), self._cancel)
        self.act = button(verb, begin, "primary")
        self.cancel.setAutoDefault(False)
        self.act.setDefault(True)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.act)
        column.addLayout(row)

    @property
    def is_over(self) -> bool:
        """Whether nothing is being made at the moment."""
        return self._task is None

    def run(self, work: Work, done: Callable[[Any], None]) -> None:
        """Do `work` beside the window, then `done` with its result; a refusal is told here."""
        self._task = task = Task(work, (ExportRefused,), self)
        task.progressed.connect(lambda part: self.progress.setValue(round(part * 100)))
        task.succeeded.connect(lambda result: self._succeeded(result, done))
        task.failed.connect(self._failed)
        task.finished.connect(lambda: self._ended(task))
        self._show_running(True)
        task.start()

    def tell(self, notices: tuple[Message, ...]) -> None:
        """Say what the user should know of what was made; Cancel then reads Close."""
        self.told.setText("\n".join(map(tr, notices)))
        say(self.cancel, text=message("Close"))

    def stop(self) -> None:
        """Give the work up and wait: it must not outlive the dialog."""
        if self._task:
            self._task.wait_for_end()

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.progress.setValue(0)
        self.act.setEnabled(not running)
        self._choice.setEnabled(not running)
        self.told.setText(tr(message("Writing…")) if running else "")

    def _succeeded(self, result: object, done: Callable[[Any], None]) -> None:
        self._show_running(False)
        done(result)

    def _failed(self, why: Message) -> None:
        self._show_running(False)
        self.told.setText(tr(why))

    def _ended(self, task: Task) -> None:
        """Another may run by now: work that is given up ends a little later."""
        task.deleteLater()
        if self._task is task:
            self._task = None

    def _cancel(self) -> None:
        if self._task:
            self._task.give_up()
            self._show_running(False)
        else:
            self._leave()
