"""What to turn in a what-if study: the lever, whose it is, and the values to try."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.measures.simulation.sweep import BadSweep, Lever, Sweep, parse_values
from blueprint.model.document import Document
from blueprint.ui.listening import listen
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say

LEVERS: Final[dict[Lever, Message]] = {
    Lever.SERVERS: message("Servers"),
    Lever.DEMAND: message("Customers per hour"),
    Lever.DURATIONS: message("Durations"),
}
USUAL: Final = {
    Lever.SERVERS: "1–4",
    Lever.DEMAND: "12, 18, 24, 30",
    Lever.DURATIONS: "60%, 80%, 100%, 120%",
}


class WhatIf(QWidget):
    """Emits `asked` with a Sweep, `refused` with the Message why there is none."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lever = QComboBox()
        self.resource = QComboBox()
        self.values = QLineEdit(USUAL[Lever.SERVERS])
        say(self.lever, name=message("What if"))
        say(self.resource, name=message("Resource"))
        say(self.values, name=message("Values"))
        self.run = button(message("Try the values"), self._ask)
        self._form = QFormLayout()
        self._form.setSpacing(6)
        for text, field in (
            (message("Change"), self.lever),
            (message("Resource"), self.resource),
            (message("Values"), self.values),
        ):
            self._form.addRow(label(text, "field"), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 0)
        column.setSpacing(8)
        column.addWidget(label(message("What if"), "group"))
        column.addLayout(self._form)
        column.addWidget(self.run)
        self._say_levers()
        self.lever.currentIndexChanged.connect(self._lever_changed)
        self.values.returnPressed.connect(self._ask)
        listen(self, WORDS.changed, self._say_levers)

    def show_document(self, document: Document) -> None:
        """Offer the document's resources; the chosen one stays if it is still there."""
        kept = self.resource.currentData()
        self.resource.clear()
        for id, found in document.resources.items():
            self.resource.addItem(found.title, id)
        self.resource.setCurrentIndex(max(0, self.resource.findData(kept)))

    @property
    def chosen(self) -> Lever:
        return Lever(self.lever.currentData())

    def _say_levers(self) -> None:
        at = max(0, self.lever.currentIndex())
        self.lever.blockSignals(True)
        self.lever.clear()
        for lever, title in LEVERS.items():
            self.lever.addItem(tr(title), str(lever))
        self.lever.setCurrentIndex(at)
        self.lever.blockSignals(False)

    def _lever_changed(self) -> None:
        self._form.setRowVisible(self.resource, self.chosen is Lever.SERVERS)
        self.values.setText(USUAL[self.chosen])

    def _ask(self) -> None:
        resource = self.resource.currentData() if self.chosen is Lever.SERVERS else ""
        try:
            values = parse_values(self.values.text(), self.chosen)
        except BadSweep as bad:
            self.refused.emit(bad.reason)
            return
        if resource is None:
            self.refused.emit(message("No step names a resource."))
            return
        self.asked.emit(Sweep(self.chosen, values, resource))
