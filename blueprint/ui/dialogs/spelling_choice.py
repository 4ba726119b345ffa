"""Which dictionaries words are looked up in: a box to tick for each that is installed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QWidget

from blueprint.i18n import current_language, message, tr
from blueprint.ui.spelling.spelling import SPELLING, own_folder
from blueprint.ui.widgets.flow_layout import FlowLayout
from blueprint.ui.widgets.labels import label


class SpellingChoice(QWidget):
    """Every choice is taken at once."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        row = FlowLayout(self, 10)
        for name in SPELLING.dictionaries:
            box = QCheckBox(_language_of(name))
            box.setChecked(SPELLING.is_chosen(name))
            box.toggled.connect(partial(SPELLING.choose, name))
            self.boxes[name] = box
            row.addWidget(box)
        if not self.boxes:
            words = message(
                "No dictionary is installed. Put files .aff and .dic into {folder}.",
                folder=own_folder(),
            )
            row.addWidget(label(tr(words), "muted", wrap=True))


def _language_of(name: str) -> str:
    """What people call the language of a dictionary, with the name of its file."""
    locale = QLocale(name)
    if locale.language() is QLocale.Language.C:
        return name
    code = QLocale.languageToString(locale.language())
    own = locale.nativeLanguageName() if current_language() != "en" else code
    return f"{own or code} ({name})"
