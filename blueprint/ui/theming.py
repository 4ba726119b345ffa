"""The look of the window: own palettes and one style sheet, from the design tokens.

The platform's colour scheme is read, never set: setting it does nothing on some platforms.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from blueprint.drawing.theme import Theme, WindowColours, theme
from blueprint.i18n import message, tr
from blueprint.resources import resource
from blueprint.ui.fonts import window_font
from blueprint.ui.own_themes import OwnThemes
from blueprint.ui.settings import THEMES

THEME_NAMES: Final = {
    "light": message("Light"),
    "dark": message("Dark"),
    "high_contrast": message("High contrast"),
    "system": message("As the system"),
}


class Look(QObject):
    """The theme in use, of window and drawing alike; tells when it has changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.theme = theme("light")
        self.own = OwnThemes(Path())
        """The themes of the user's."""
        self.text_size = 100
        """Percent of the usual size of texts in the window."""
        self.still = False
        """Whether nothing may move by itself."""

    @property
    def colours(self) -> WindowColours:
        return self.theme.window


LOOK: Final = Look()


def choose_theme(choice: str) -> None:
    """Settle the look before there is a window: one of THEMES or of the user's own.

    `dress` puts it on. Each part of a window that joins a dressed one is dressed again with all
    that it holds, so the first window is put together undressed.
    """
    LOOK.choice = choice if choice in THEMES or LOOK.own.find(choice) else "system"
    LOOK.theme = theme(_resolved(LOOK.choice))


def know_own_themes(folder: Path) -> None:
    """Learn which themes the user has made."""
    LOOK.own = OwnThemes(folder)


def theme_title(choice: str) -> str:
    """What the theme is called that a choice stands for."""
    own = LOOK.own.find(choice)
    return own.name if own else tr(THEME_NAMES[choice])


def dress() -> None:
    """Put the chosen look on, unless one is on already."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.styleSheet():
        _dress(app)


def switch_theme(choice: str) -> None:
    """Take another look in place; `choice` as in `choose_theme`."""
    before = LOOK.theme
    choose_theme(choice)
    app = QApplication.instance()
    if isinstance(app, QApplication) and not (app.styleSheet() and LOOK.theme == before):
        _dress(app)
    LOOK.changed.emit()


def _dress(app: QApplication) -> None:
    app.setPalette(_palette(LOOK.colours))
    app.setStyleSheet(_style_sheet(LOOK.theme))


def scale_text(percent: int) -> None:
    """Show the window's texts larger or smaller from now on; the drawing has its zoom."""
    LOOK.text_size = percent
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setFont(window_font(percent))
        _dress(app)
    LOOK.changed.emit()


def keep_still(still: bool) -> None:
    """Whether nothing may glide or zoom by itself from now on."""
    LOOK.still = still


def follow_system() -> None:
    """Change the look whenever the platform changes its own, while "system" is chosen."""
    QGuiApplication.styleHints().colorSchemeChanged.connect(_system_changed)


def _system_changed() -> None:
    if LOOK.choice in ("system", "high_contrast"):
        switch_theme(LOOK.choice)


def _resolved(choice: str) -> str:
    """The name of the theme that a choice stands for just now."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if choice == "high_contrast":
        return "contrast-dark" if dark else "contrast-light"
    if own := LOOK.own.find(choice):
        return own.look.name
    if choice == "system":
        return "dark" if dark else "light"
    return choice


def _style_sheet(look: Theme) -> str:
    from blueprint.ui.icons import coloured_folder

    text = resource("themes/window.qss").read_text(encoding="utf-8")
    colours = {field.name: getattr(look.window, field.name) for field in fields(WindowColours)}
    return Template(_scaled(text)).substitute(
        colours,
        icons=coloured_folder(look.window.ink2).as_posix(),
        icons_on=coloured_folder(look.window.accent_ink).as_posix(),
    )


_GROWS: Final = re.compile(r"(font-size|min-height|max-height): (\d+)px")


def _scaled(text: str) -> str:
    """A style sheet whose texts, and the controls around them, have the size that is chosen."""
    if LOOK.text_size == 100:
        return text
    return _GROWS.sub(
        lambda found: f"{found[1]}: {round(int(found[2]) * LOOK.text_size / 100)}px", text
    )


def _palette(colours: WindowColours) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: colours.panel,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.panel,
        QPalette.ColorRole.AlternateBase: colours.panel2,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.accent_ink,
        QPalette.ColorRole.PlaceholderText: colours.ink3,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.accent_ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.ink,
        QPalette.ColorRole.ToolTipText: colours.panel,
        QPalette.ColorRole.Light: colours.panel,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.line2,
        QPalette.ColorRole.Dark: colours.line2,
        QPalette.ColorRole.Shadow: colours.line2,
        QPalette.ColorRole.Accent: colours.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink3))
    return palette
