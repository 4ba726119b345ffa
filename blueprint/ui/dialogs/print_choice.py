"""What is asked before a print: printer, paper, pages, margins, colours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from blueprint.export.exporter import ExportOptions
from blueprint.export.pages import Setup
from blueprint.export.paper import PAPER
from blueprint.i18n import Message, message, tr
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import say

PDF: Final = ""
"""Stands for a PDF file among the printers."""
_MOST_ACROSS: Final = 12

_CHOICES: Final[dict[str, tuple[tuple[str, Message | str], ...]]] = {
    "paper": tuple((name, name) for name in PAPER),
    "orientation": (
        ("", message("By the drawing's shape")),
        ("landscape", message("Landscape")),
        ("portrait", message("Portrait")),
    ),
    "margin": (
        ("narrow", message("Narrow")),
        ("normal", message("Normal")),
        ("wide", message("Wide")),
    ),
    "theme": (("light", message("Colour")), ("mono", message("Black and white"))),
}
_LABELS: Final = {
    "paper": message("Paper"),
    "orientation": message("Orientation"),
    "margin": message("Margins"),
    "theme": message("Colours"),
}
_USUAL: Final = {"paper": "A4", "margin": "normal", "theme": "light"}


class PrintChoice(QWidget):
    """Remembers what was chosen last."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self.printer = QComboBox()
        for name in QPrinterInfo.availablePrinterNames():
            self.printer.addItem(name, name)
        self.printer.addItem(tr(message("PDF file")), PDF)
        chosen = settings.text("print.printer", QPrinterInfo.defaultPrinterName())
        self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))
        self._add(message("Printer"), self.printer)
        self.copies = _number(1, 99, "1")
        self._add(message("Copies"), self.copies)
        self.combos = {name: self._combo(name) for name in _CHOICES}
        self.across = _number(1, _MOST_ACROSS, settings.text("print.across", "1"))
        self._add(message("Pages across"), self.across)
        self.framed = QCheckBox()
        self.framed.setChecked(settings.text("print.framed", "yes") == "yes")
        say(self.framed, text=message("Heading, legend and title block"))
        self._form.addRow(self.framed)
        self.notes = QCheckBox()
        self.notes.setChecked(settings.text("print.notes", "yes") == "yes")
        say(self.notes, text=message("Sticky notes"))
        self._form.addRow(self.notes)
        self.notes.toggled.connect(self.changed)
        self.printer.currentIndexChanged.connect(self._printer_changed)
        self.across.valueChanged.connect(self.changed)
        self.framed.toggled.connect(self.changed)
        self._printer_changed()

    @property
    def setup(self) -> Setup:
        """What is to be printed."""
        chosen = {name: str(combo.currentData() or "") for name, combo in self.combos.items()}
        options = ExportOptions(
            page=chosen["paper"],
            orientation=chosen["orientation"] or None,  # type: ignore[arg-type]
            theme="mono" if chosen["theme"] == "mono" else "light",
            framed=self.framed.isChecked(),
            notes=self.notes.isChecked(),
        )
        return Setup(options, chosen["margin"], self.across.value())

    @property
    def printer_name(self) -> str:
        """The printer's, or PDF."""
        return str(self.printer.currentData() or PDF)

    def remember(self) -> None:
        """Keep the choices for the next print."""
        self._settings.set_text("print.printer", self.printer_name)
        self._settings.set_text("print.across", str(self.across.value()))
        self._settings.set_text("print.framed", "yes" if self.framed.isChecked() else "no")
        self._settings.set_text("print.notes", "yes" if self.notes.isChecked() else "no")
        for name, combo in self.combos.items():
            self._settings.set_text(f"print.{name}", str(combo.currentData() or ""))

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        for value, text in _CHOICES[name]:
            made.addItem(tr(text) if isinstance(text, Message) else text, value)
        chosen = self._settings.text(f"print.{name}", _USUAL.get(name, ""))
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.currentIndexChanged.connect(self.changed)
        self._add(_LABELS[name], made)
        return made

    def _add(self, text: Message, field: QWidget) -> None:
        say(field, name=text)
        asked = label(text, "field")
        fix(asked, width=84)
        self._form.addRow(asked, field)

    def _printer_changed(self) -> None:
        self._form.setRowVisible(self.copies, self.printer_name != PDF)
        self.changed.emit()


def _number(least: int, most: int, now: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(int(now) if now.isdecimal() else least)
    return made
