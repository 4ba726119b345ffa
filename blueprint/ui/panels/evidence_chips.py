"""The evidence of a step's column, in the inspector: what the customer sees at that moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import message
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.flows import share_a_column
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.ui.panels.swatch import swatch_icon
from blueprint.ui.session import Session
from blueprint.ui.widgets.flow_layout import FlowLayout
from blueprint.ui.widgets.labels import icon_button, label
from blueprint.ui.words import plain


def evidence_beside(document: Document, step: Step) -> list[Step]:
    """The evidence in the column of `step`, spans counted."""
    lanes = {lane.id for lane in document.lanes if lane.role is LaneRole.EVIDENCE}
    return [
        other
        for other in document.steps.values()
        if other.lane in lanes
        and other.kind is not StepKind.NOTE
        and share_a_column(document, step, other)
    ]


def add_evidence(document: Document, step: Step) -> Added:
    """New evidence in the column of `step`. Raises ChangeRefused if no lane can hold it."""
    for lane in document.lanes:
        if lane.role is LaneRole.EVIDENCE:
            return add_step(document, lane.id, step.column)
    raise ChangeRefused(
        message("There is no lane for physical evidence. Add one with Insert, Lane.")
    )


_ROOM: Final = 165
"""For the words of a chip: what the narrowest inspector has beside its picture."""


class EvidenceChips(QFrame):
    """A click on a chip selects the evidence; + adds one and lets it be named."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("group")
        self._session = session
        self._step: Step | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(message("Evidence"), "group"), 1)
        head.addWidget(icon_button("plus", message("Add evidence"), self._add, 20))
        column.addLayout(head)
        self._chips = QWidget()
        self._row = FlowLayout(self._chips, 4)
        column.addWidget(self._chips)

    def show_step(self, step: Step | None) -> None:
        self._step = step
        self._row.clear()
        if step is None:
            return
        found = evidence_beside(self._session.document, step)
        for evidence in found:
            self._row.addWidget(self._chip(evidence))
        self._chips.setVisible(bool(found))

    def _chip(self, evidence: Step) -> QWidget:
        from PySide6.QtWidgets import QPushButton

        made = QPushButton()
        made.setProperty("look", "chip")
        made.ensurePolished()
        shown = made.fontMetrics().elidedText(evidence.label, Qt.TextElideMode.ElideRight, _ROOM)
        made.setText(shown.replace("&", "&&"))
        made.setAccessibleName(evidence.label)
        made.setIcon(swatch_icon(LaneRole.EVIDENCE))
        made.setToolTip(plain(evidence.label))
        made.clicked.connect(lambda: self._go_to(evidence.id))
        return made

    def _go_to(self, id: str) -> None:
        self._session.select((id,))
        self._session.reveal((id,))

    def _add(self) -> None:
        step = self._step
        if step is None:
            return
        id = self._session.attempt(lambda: add_evidence(self._session.document, step))
        if id:
            self._go_to(id)
            self._session.edit(id)
