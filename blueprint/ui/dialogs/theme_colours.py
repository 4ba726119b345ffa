"""The colours of a theme as buttons: a row for each lane role, and those of the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QGridLayout, QToolButton, QWidget

from blueprint.drawing.contrast import COLOURED_ROLES
from blueprint.drawing.own_theme import OwnTheme
from blueprint.drawing.tones import tones
from blueprint.i18n import Message, message, tr
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, label

TONES: Final[dict[str, Message]] = {
    "band": message("Ground"),
    "header": message("Header"),
    "fill": message("Cards"),
    "stroke": message("Edges"),
    "strong": message("Bar"),
    "text": message("Name"),
}
WINDOW: Final[dict[str, Message]] = {
    "ink": message("Texts"),
    "ink2": message("Second texts"),
    "ink3": message("Faint texts"),
    "sheet": message("Paper"),
    "panel": message("Panels"),
    "accent": message("Accent"),
    "accent_soft": message("Accent, soft"),
    "accent_ink": message("Text on accent"),
    "flow": message("Connectors"),
    "lov": message("Line of visibility"),
    "error": message("Errors"),
    "line": message("Rules between parts"),
}
_ACROSS: Final = 6
_SWATCH: Final = QSize(34, 20)
_PAUSE: Final = 150
"""Milliseconds without another colour until one that is looked for is put on."""


class ThemeColours(QWidget):
    """Asks for a colour when its button is pressed."""

    changed = Signal(object)
    """An OwnTheme with another colour."""

    def __init__(self) -> None:
        super().__init__()
        self._own = OwnTheme("")
        self.swatches: dict[str, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        for place, title in enumerate(TONES.values()):
            self._grid.addWidget(label(title, "muted"), 0, 1 + place, _CENTRE)
        for row, role in enumerate(COLOURED_ROLES, start=1):
            self._add_role(row, role.value, ROLE_TITLES[role])
        self._add_window(len(COLOURED_ROLES) + 1)
        self._grid.setColumnStretch(0, 1)

    def _add_role(self, row: int, role: str, title: Message) -> None:
        self._grid.addWidget(label(title), row, 0)
        for place, (tone, name) in enumerate(TONES.items()):
            made = self._swatch(f"{role}.{tone}", f"{tr(title)}: {tr(name)}")
            self._grid.addWidget(made, row, 1 + place, _CENTRE)
        every = button(message("All from one…"), partial(self._ask, role), "link")
        self._grid.addWidget(every, row, 1 + len(TONES))

    def _add_window(self, row: int) -> None:
        self._grid.addWidget(label(message("Window and lines"), "section"), row, 0, 1, _ACROSS)
        for place, (key, title) in enumerate(WINDOW.items()):
            at = row + 1 + place // 2
            first = 4 * (place % 2)
            self._grid.addWidget(label(title), at, first, 1, 1 if first == 0 else 3)
            where = 1 if first == 0 else 7
            self._grid.addWidget(self._swatch(key, tr(title)), at, where, _CENTRE)

    def _swatch(self, key: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setIconSize(_SWATCH)
        made.setFixedSize(_SWATCH + QSize(10, 8))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(name)
        made.clicked.connect(lambda _on=False: self._ask(key))
        self.swatches[key] = made
        return made

    def show_theme(self, own: OwnTheme) -> None:
        """Show the colours of that theme from now on."""
        self._own = own
        for key, swatch in self.swatches.items():
            colour = own.colour(key)
            swatch.setIcon(QIcon(_filled(colour)))
            swatch.setToolTip(f"{swatch.accessibleName()}: {colour}")
            swatch.setAccessibleDescription(colour)

    def _ask(self, key: str) -> None:
        """Ask for the colour of `key`, seen while it is looked for, or for that of a role."""
        before = self._own
        asking = QColorDialog(QColor(before.colour(_one_of(key))), self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pause = QTimer(asking, singleShot=True, interval=_PAUSE)
        pause.timeout.connect(lambda: self.choose(key, asking.currentColor().name()))
        asking.currentColorChanged.connect(lambda _colour: pause.start())
        asking.accepted.connect(lambda: self.choose(key, asking.selectedColor().name()))
        asking.rejected.connect(lambda: self._give(before))
        asking.finished.connect(pause.stop)
        asking.open()

    def choose(self, key: str, colour: str) -> None:
        """Give `key` a colour; a role takes all its colours from it."""
        self._give(self._own.with_colours(self._meant(key, colour)))

    def _meant(self, key: str, colour: str) -> Mapping[str, str]:
        if key in self.swatches:
            return {key: colour}
        made = tones(colour.upper(), self._own.base, self._own.colour("sheet"))
        return {f"{key}.{tone}": shade for tone, shade in made.items()}

    def _give(self, own: OwnTheme) -> None:
        self.show_theme(own)
        self.changed.emit(own)


_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def _one_of(key: str) -> str:
    """The colour that stands for a role, or the window's own."""
    return key if key in WINDOW or "." in key else f"{key}.stroke"


def _filled(colour: str) -> QPixmap:
    picture = QPixmap(_SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(LOOK.colours.ink3), 1))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1, 4, 4)
    painter.end()
    return picture
