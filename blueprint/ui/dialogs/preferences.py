"""How the program looks and behaves, for every window and from now on; nothing of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, current_language, message, tr
from blueprint.ui.dialogs.spelling_choice import SpellingChoice
from blueprint.ui.listening import listen
from blueprint.ui.own_themes import PREFIX
from blueprint.ui.panels.status_bar import LANGUAGE_NAMES
from blueprint.ui.settings import AUTOSAVES, TEXT_SIZES, Settings
from blueprint.ui.sizing import bound
from blueprint.ui.tab_key import TAB_KEY
from blueprint.ui.theming import LOOK, THEME_NAMES, keep_still, scale_text, switch_theme
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say, switch_language

_LABEL_WIDTH: Final = 120
_STARTING: Final = (
    (False, message("Start page")),
    (True, message("The files of the last session")),
)
_OPENING: Final = ((False, message("Tabs of one window")), (True, message("Windows of their own")))


class Preferences(QDialog):
    """Every choice is taken at once and remembered; there is nothing to confirm."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say(self, window=message("Preferences"))
        self._settings = settings
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self.language = QComboBox()
        self.theme = QComboBox()
        self.text_size = QComboBox()
        self.autosave = QComboBox()
        self.starting = QComboBox()
        self.opening = QComboBox()
        self.author = QLineEdit(settings.author)
        self.still = QCheckBox()
        self.still.setChecked(settings.reduced_motion)
        self.tab = QCheckBox()
        self.tab.setChecked(settings.tab_moves_focus)
        say(self.tab, text=message("Tab moves the focus; Ctrl + J makes the next step"))
        say(self.still, text=message("Less motion: nothing glides or zooms by itself"))
        say(self.author, placeholder=message("A role or a team"))
        self._arrange()
        self._fill()
        self._connect()
        listen(self, WORDS.changed, self._fill)
        listen(self, LOOK.changed, self._fill)
        bound(self, least_width=480)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        for text, field in (
            (message("Language"), self.language),
            (message("Theme"), self.theme),
            (message("Text size"), self.text_size),
        ):
            self._add(text, field)
        self._form.addRow(self.still)
        self._form.addRow(self.tab)
        self._add(message("Drawn by"), self.author)
        self._form.addRow(label(message("Stands in new blueprints and in your comments."), "muted"))
        self.spelling = SpellingChoice()
        self._add(message("Spelling"), self.spelling)
        self._add(message("At the start"), self.starting)
        self._add(message("Open blueprints in"), self.opening)
        self._add(message("Save by itself"), self.autosave)
        self._form.addRow(
            label(
                message("Unsaved work is kept safe in any case, and restored after a crash."),
                "muted",
                wrap=True,
            )
        )
        column.addLayout(self._form)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = button(message("Close"), self.accept, "primary")
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _add(self, text: Message, field: QWidget) -> None:
        say(field, name=text)
        asked = label(text, "field")
        bound(asked, least_width=_LABEL_WIDTH)
        self._form.addRow(asked, field)

    def _connect(self) -> None:
        self.language.activated.connect(lambda _at: self._choose_language())
        self.theme.activated.connect(lambda _at: self._choose_theme())
        self.text_size.activated.connect(lambda _at: self._choose_text_size())
        self.autosave.activated.connect(lambda _at: self._choose_autosave())
        self.starting.activated.connect(lambda _at: self._choose_starting())
        self.opening.activated.connect(lambda _at: self._choose_opening())
        self.author.editingFinished.connect(self._name_author)
        self.still.toggled.connect(self._choose_motion)
        self.tab.toggled.connect(self._choose_tab)

    def _fill(self) -> None:
        """Name all choices in the language of the window, and show what is chosen."""
        _show(self.language, LANGUAGE_NAMES.items(), current_language())
        own = [(PREFIX + found.name, found.name) for found in LOOK.own.every]
        _show(self.theme, [*THEME_NAMES.items(), *own], LOOK.choice)
        sizes = [(size, f"{size} %") for size in sorted(TEXT_SIZES)]
        _show(self.text_size, sizes, self._settings.text_size)
        waits = [(minutes, _every(minutes)) for minutes in AUTOSAVES]
        _show(self.autosave, waits, self._settings.autosave)

        _show(self.starting, _STARTING, self._settings.reopens)
        _show(self.opening, _OPENING, self._settings.opens_windows)

    def _choose_starting(self) -> None:
        self._settings.reopens = bool(self.starting.currentData())

    def _choose_opening(self) -> None:
        self._settings.opens_windows = bool(self.opening.currentData())

    def _choose_language(self) -> None:
        self._settings.language = str(self.language.currentData())
        switch_language(self._settings.language)

    def _choose_theme(self) -> None:
        self._settings.theme = str(self.theme.currentData())
        switch_theme(self._settings.theme)

    def _choose_text_size(self) -> None:
        self._settings.text_size = int(self.text_size.currentData())
        scale_text(self._settings.text_size)

    def _choose_autosave(self) -> None:
        self._settings.autosave = int(self.autosave.currentData())

    def _choose_motion(self, still: bool) -> None:
        self._settings.reduced_motion = still
        keep_still(still)

    def _choose_tab(self, moves: bool) -> None:
        self._settings.tab_moves_focus = TAB_KEY.moves_focus = moves

    def _name_author(self) -> None:
        self._settings.author = self.author.text().strip()


def _every(minutes: int) -> Message:
    if not minutes:
        return message("Never")
    return message("Every {count} minute", "Every {count} minutes", count=minutes)


def _show(
    combo: QComboBox, choices: Iterable[tuple[object, Message | str]], chosen: object
) -> None:
    combo.clear()
    for value, text in choices:
        combo.addItem(tr(text) if isinstance(text, Message) else text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
