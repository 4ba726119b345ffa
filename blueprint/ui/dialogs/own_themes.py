"""Themes of the user's: copied from the light or the dark one, coloured, kept, handed on."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint.drawing.contrast import LEAST, weak_pairs
from blueprint.drawing.own_theme import NoTheme, OwnTheme, dumped
from blueprint.i18n import Message, current_language, message, tr
from blueprint.storage import SaveFailed, open_sample, save_bytes
from blueprint.ui.dialogs.theme_colours import ThemeColours
from blueprint.ui.own_themes import PREFIX
from blueprint.ui.settings import Settings
from blueprint.ui.theming import LOOK, know_own_themes, switch_theme
from blueprint.ui.thumbnail import thumbnail
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import say

_PICTURE: Final = QSize(420, 150)
_MOST_TOLD: Final = 6


class OwnThemesDialog(QDialog):
    """Every change is written at once, and seen at once where the theme is in use."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say(self, window=message("Own themes"))
        self._settings = settings
        know_own_themes(settings.themes)
        self._sample = open_sample("shoeshine", current_language())
        self.list = QListWidget()
        say(self.list, name=message("Own themes"))
        self.list.setFixedWidth(200)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        say(self.name, name=message("Name"))
        self.picture = QLabel()
        self.picture.setFixedSize(_PICTURE)
        self.contrast = label("", "muted", wrap=True)
        self.problem = label("", "refusal", wrap=True)
        self.colours = ThemeColours()
        self._arrange()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.name.editingFinished.connect(self._rename)
        self.colours.changed.connect(self._recolour)
        self._list_all(LOOK.own.find(LOOK.choice))
        self.resize(860, 700)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 16)
        row.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.list, 1)
        self.make_light = button(message("New light theme"), lambda: self._add("light"))
        self.make_dark = button(message("New dark theme"), lambda: self._add("dark"))
        self.bring = button(message("Import…"), self._ask_for_import)
        self.hand_on = button(message("Export…"), self._ask_for_export)
        self.delete = button(message("Delete"), self._delete)
        for made in (self.make_light, self.make_dark, self.bring, self.hand_on, self.delete):
            made.setAutoDefault(False)
            left.addWidget(made)
        row.addLayout(left)
        self._editor = QWidget()
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.colours)
        for part in (self.name, self.picture, self.contrast):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        self.use = button(message("Use this theme"), self._use, "primary")
        column.addWidget(self.problem)
        column.addWidget(self.use)
        row.addWidget(self._editor, 1)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def chosen(self) -> OwnTheme | None:
        item = self.list.currentItem()
        return LOOK.own.find(PREFIX + item.text()) if item else None

    def _list_all(self, chosen: OwnTheme | None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        names = [own.name for own in LOOK.own.every]
        self.list.addItems(names)
        self.list.setCurrentRow(names.index(chosen.name) if chosen else min(0, len(names) - 1))
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        own = self.chosen
        for part in (self._editor, self.hand_on, self.delete):
            part.setEnabled(own is not None)
        self.problem.clear()
        if own is None:
            self.name.clear()
            self.picture.clear()
            self.contrast.setText(tr(message("Copy a theme to give it colours of your own.")))
            return
        self.name.setText(own.name)
        self.colours.show_theme(own)
        self._judge(own)

    def _judge(self, own: OwnTheme) -> None:
        """Paint the theme, and tell what is too hard to read in it."""
        shown = thumbnail(self._sample, _PICTURE, own.look)
        self.picture.setPixmap(QPixmap.fromImage(shown))
        weak = weak_pairs(own.look)
        if not weak:
            told = tr(message("All texts can be read: each has a contrast of 4.5 : 1 or more."))
        else:
            lines = [f"{tr(pair.what)}: {pair.ratio:.1f} : 1" for pair in weak[:_MOST_TOLD]]
            head = message(
                "{count} text is too hard to read (less than {least} : 1):",
                "{count} texts are too hard to read (less than {least} : 1):",
                count=len(weak),
                least=LEAST,
            )
            told = "\n".join((tr(head), *lines, *(["…"] if len(weak) > _MOST_TOLD else [])))
        self.contrast.setText(told)
        self.contrast.setProperty("look", "refusal" if weak else "muted")
        self.contrast.style().unpolish(self.contrast)
        self.contrast.style().polish(self.contrast)

    # --- what is done ------------------------------------------------------------------------

    def _add(self, base: str) -> None:
        names = {"light": message("My light theme"), "dark": message("My dark theme")}
        self._keep(OwnTheme(LOOK.own.free_name(tr(names[base])), base))

    def _recolour(self, own: OwnTheme) -> None:
        if self._kept(own):
            self._judge(own)
            self._show_in_use(own)

    def _rename(self) -> None:
        own, name = self.chosen, " ".join(self.name.text().split())
        if own is None or name == own.name:
            return
        if not name or not name.isprintable() or LOOK.own.find(PREFIX + name):
            self.name.setText(own.name)
            self._tell(message("Give the theme a name that no other theme has."))
            return
        in_use = LOOK.choice == PREFIX + own.name
        renamed = OwnTheme(name, own.base, own.colours)
        if self._kept(renamed, own.name):
            self._list_all(renamed)
            if in_use:
                self._use()

    def _use(self) -> None:
        own = self.chosen
        if own:
            self._settings.theme = PREFIX + own.name
            switch_theme(PREFIX + own.name)

    def _show_in_use(self, own: OwnTheme) -> None:
        if LOOK.choice == PREFIX + own.name:
            switch_theme(LOOK.choice)

    def _delete(self) -> None:
        own = self.chosen
        if own is None:
            return
        try:
            LOOK.own.remove(own.name)
        except SaveFailed as failure:
            self._tell(failure.reason)
            return
        if LOOK.choice == PREFIX + own.name:
            self._settings.theme = own.base
            switch_theme(own.base)
        self._list_all(None)

    def _keep(self, own: OwnTheme) -> None:
        if self._kept(own):
            self._list_all(own)

    def _kept(self, own: OwnTheme, before: str = "") -> bool:
        try:
            LOOK.own.keep(own, before)
        except SaveFailed as failure:
            self._tell(failure.reason)
            return False
        self.problem.clear()
        return True

    def _tell(self, why: Message) -> None:
        self.problem.setText(tr(why))

    def _ask_for_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr(message("Import theme")), "", _filter())
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Take in a theme that somebody has handed on."""
        try:
            self._list_all(LOOK.own.read(path))
        except (NoTheme, SaveFailed) as failure:
            self._tell(failure.reason)

    def _ask_for_export(self) -> None:
        own = self.chosen
        title = tr(message("Export theme"))
        suggested = f"{own.name}.json" if own else ""
        name, _ = QFileDialog.getSaveFileName(self, title, suggested, _filter())
        if name:
            self.export_file(Path(name))

    def export_file(self, path: Path) -> None:
        """Write the chosen theme to be handed on."""
        own = self.chosen
        if own is None:
            return
        try:
            save_bytes(dumped(own), path if path.suffix else path.with_suffix(".json"))
        except SaveFailed as failure:
            self._tell(failure.reason)


def _filter() -> str:
    return f"{tr(message('Themes'))} (*.json)"
