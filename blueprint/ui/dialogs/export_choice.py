"""What is asked before an export: which format, and what concerns that format."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from blueprint.export.exporter import Exporter, ExportOptions, exporters
from blueprint.export.paper import PAPER
from blueprint.i18n import Message, message, tr
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import say

CONCERNS: Final = {
    "pdf": ("page", "orientation", "language", "theme", "framed", "notes"),
    "svg": ("language", "theme", "scale", "framed", "notes"),
    "png": ("language", "theme", "scale", "transparent", "framed", "notes"),
    "report": ("language", "theme", "notes"),
    "csv": (),
    "xlsx": ("language",),
}
_ALL: Final = ("language", "theme")
"""What is asked of a format that this table does not know."""
_FRAMED: Final = ("pdf",)
"""Formats that come with heading and legend unless these are switched off."""

_CHOICES: Final[dict[str, tuple[tuple[str, Message | str], ...]]] = {
    "page": (("", message("As large as the drawing")), *((name, name) for name in PAPER)),
    "orientation": (
        ("", message("By the drawing's shape")),
        ("landscape", message("Landscape")),
        ("portrait", message("Portrait")),
    ),
    "language": (
        ("", message("As the blueprint")),
        ("en", "English"),
        ("zh_CN", "简体中文"),
    ),
    "theme": (("light", message("Colour")), ("mono", message("Black and white"))),
    "scale": (("1", "1 ×"), ("2", "2 ×"), ("3", "3 ×"), ("4", "4 ×")),
}
_LABELS: Final = {
    "page": message("Page"),
    "orientation": message("Orientation"),
    "language": message("Language"),
    "theme": message("Colours"),
    "scale": message("Scale"),
}
_FLAGS: Final = {
    "transparent": message("Transparent ground"),
    "framed": message("Heading, legend and title block"),
    "notes": message("Sticky notes"),
}


class ExportChoice(QWidget):
    """Remembers what was chosen last for each format."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self.format = _combo([(name, found.title) for name, found in exporters().items()])
        self._form.addRow(_asked(message("Format"), self.format), self.format)
        self.combos = {name: _combo(choices) for name, choices in _CHOICES.items()}
        for own in LOOK.own.every:
            if own.base == "light":
                self.combos["theme"].addItem(own.name, own.look.name)
        for name, combo in self.combos.items():
            self._form.addRow(_asked(_LABELS[name], combo), combo)
            combo.currentIndexChanged.connect(self.changed)
        self.flags = {name: QCheckBox() for name in _FLAGS}
        for name, flag in self.flags.items():
            say(flag, text=_FLAGS[name])
            self._form.addRow(flag)
            flag.toggled.connect(self.changed)
        self._choose(self.format, settings.text("export.format", "pdf"))
        self.format.currentIndexChanged.connect(self._format_changed)
        self._format_changed()

    @property
    def exporter(self) -> Exporter:
        """The format chosen."""
        return exporters()[str(self.format.currentData())]

    @property
    def options(self) -> ExportOptions:
        """What is asked of it."""
        chosen = {name: str(combo.currentData() or "") for name, combo in self.combos.items()}
        asked = self._concerns()
        orientation = chosen["orientation"] if "orientation" in asked else ""
        return ExportOptions(
            page=chosen["page"] or None if "page" in asked else None,
            orientation=orientation or None,  # type: ignore[arg-type]
            language=chosen["language"] or None,
            theme=chosen["theme"] or "light",
            scale=float(chosen["scale"]) if "scale" in asked else 1.0,
            transparent=self.flags["transparent"].isChecked() and "transparent" in asked,
            framed=self.flags["framed"].isChecked() if "framed" in asked else None,
            notes=self.flags["notes"].isChecked() or "notes" not in asked,
        )

    def choose_format(self, name: str) -> None:
        """Choose a format; with "" the one that was chosen last stays."""
        if name:
            self._choose(self.format, name)

    def remember(self) -> None:
        """Keep the choices for the next export."""
        format = str(self.format.currentData())
        self._settings.set_text("export.format", format)
        for name, combo in self.combos.items():
            self._settings.set_text(f"export.{format}.{name}", str(combo.currentData() or ""))
        for name, flag in self.flags.items():
            self._settings.set_text(f"export.{format}.{name}", "yes" if flag.isChecked() else "no")

    def _concerns(self) -> tuple[str, ...]:
        return CONCERNS.get(str(self.format.currentData()), _ALL)

    def _format_changed(self) -> None:
        format = str(self.format.currentData())
        asked = self._concerns()
        for name, combo in self.combos.items():
            self._form.setRowVisible(combo, name in asked)
            self._choose(combo, self._settings.text(f"export.{format}.{name}", _usual(name)))
        for name, flag in self.flags.items():
            self._form.setRowVisible(flag, name in asked)
            on = name == "notes" or (name == "framed" and format in _FRAMED)
            usual = "yes" if on else "no"
            flag.setChecked(self._settings.text(f"export.{format}.{name}", usual) == "yes")
        self.changed.emit()

    @staticmethod
    def _choose(combo: QComboBox, value: str) -> None:
        combo.setCurrentIndex(max(0, combo.findData(value)))


def _usual(name: str) -> str:
    return {"scale": "2", "theme": "light"}.get(name, "")


def _combo(choices: object) -> QComboBox:
    made = QComboBox()
    for value, text in choices:  # type: ignore[attr-defined]
        made.addItem(tr(text) if isinstance(text, Message) else text, value)
    return made


def _asked(text: Message, combo: QComboBox) -> QWidget:
    say(combo, name=text)
    made = label(text, "field")
    fix(made, width=84)
    return made
