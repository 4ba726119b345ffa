"""What the figures rest on: demand and promise of the document, and the simulation's settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QProgressBar,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.measures.simulation import Settings
from blueprint.ui.analysis.what_if import WhatIf
from blueprint.ui.fields.document import DOCUMENT_GROUPS
from blueprint.ui.listening import listen
from blueprint.ui.panels.form import GroupForm
from blueprint.ui.session import Session
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import say

WIDTH = 268


class Assumptions(QFrame):
    """Emits `run_asked` with the Settings, and `stop_asked` while a run goes on."""

    run_asked = Signal(object)
    stop_asked = Signal()
    sweep_asked = Signal(object, object)
    """A Sweep, and the Settings."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("outline")
        fix(self, width=WIDTH)
        self._session = session
        self._busy = False
        demand = [group for group in DOCUMENT_GROUPS if group.key == "demand"]
        self.demand = GroupForm(demand, session, first_ruled=False)
        self.customers = _number(10_000, 100, 1_000_000, message("Customers"))
        self.replications = _number(10, 2, 1_000, message("Replications"))
        self.seed = _number(1, 0, 1_000_000, message("Seed"))
        self.impatient = QCheckBox()
        say(self.impatient, text=message("Impatient customers"))
        say(self.impatient, tip=message("Customers give up beyond their tolerance"))
        self.run = button(message("Run the simulation"), self._pressed, "primary")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        say(self.progress, name=message("Progress of the simulation"))
        self.outcome = label("", "muted", wrap=True)
        self.what_if = WhatIf()
        self.what_if.asked.connect(lambda sweep: self.sweep_asked.emit(sweep, self.settings))
        self.what_if.refused.connect(self.show_outcome)
        self._arrange()
        listen(self, session.document_changed, lambda _change, _moved: self.refresh())
        listen(self, session.document_replaced, self.refresh)
        self.show_busy(False)
        self.refresh()

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 0, 12)
        column.setSpacing(6)
        column.addWidget(self.demand)
        rest = QVBoxLayout()
        rest.setContentsMargins(14, 4, 14, 0)
        rest.setSpacing(8)
        rest.addWidget(label(message("Simulation"), "group"))
        form = QFormLayout()
        form.setSpacing(6)
        for text, field in (
            (message("Customers"), self.customers),
            (message("Replications"), self.replications),
            (message("Seed"), self.seed),
        ):
            form.addRow(label(text, "field"), field)
        rest.addLayout(form)
        for part in (self.impatient, self.run, self.progress, self.outcome):
            rest.addWidget(part)
        column.addLayout(rest)
        column.addWidget(self.what_if)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    @property
    def settings(self) -> Settings:
        return Settings(
            customers=self.customers.value(),
            replications=self.replications.value(),
            seed=self.seed.value(),
            impatient=self.impatient.isChecked(),
        )

    def refresh(self) -> None:
        self.demand.show_ids(self._session.document, ("",))
        self.what_if.show_document(self._session.document)

    def show_busy(self, busy: bool) -> None:
        """While a run goes on the button stops it."""
        self._busy = busy
        self.progress.setVisible(busy)
        self.what_if.run.setEnabled(not busy)
        say(self.run, text=message("Stop") if busy else message("Run the simulation"))
        if busy:
            self.progress.setValue(0)
            self.outcome.setText("")

    def show_progress(self, done: float) -> None:
        self.progress.setValue(round(done * 1000))

    def show_outcome(self, outcome: Message) -> None:
        self.outcome.setText(tr(outcome))

    def _pressed(self) -> None:
        if self._busy:
            self.stop_asked.emit()
        else:
            self.run_asked.emit(self.settings)


def _number(value: int, least: int, most: int, name: Message) -> QSpinBox:
    made = QSpinBox()
    made.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach it
    made.setRange(least, most)
    made.setValue(value)
    made.setGroupSeparatorShown(True)
    say(made, name=name)
    return made
