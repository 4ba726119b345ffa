"""Pictures beside words in lists and menus: an icon, or the colour of a card with its stripe."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from blueprint.drawing.qt import paint
from blueprint.drawing.silhouettes import silhouette
from blueprint.drawing.theme import theme
from blueprint.model.notation import LaneRole, StepKind
from blueprint.ui.icons import icon
from blueprint.ui.theming import LOOK

ICON: Final = "icon/"
COLOUR: Final = "colour/"
SIZE: Final = QSize(24, 16)
_CARD: Final = (40.0, 26.0)


def sign_icon(sign: str) -> QIcon:
    """The picture of a sign in the look in use: `icon/…` or `colour/…`; empty for any other."""
    if sign.startswith(ICON):
        return icon(sign.removeprefix(ICON), LOOK.colours.ink2, LOOK.colours.line2)
    if sign.startswith(COLOUR):
        return QIcon(_card(sign.removeprefix(COLOUR), LOOK.theme.name))
    return QIcon()


@cache
def _card(colour: str, theme_name: str, ratio: float = 2.0) -> QPixmap:
    """A small card of that colour."""
    width, height = _CARD
    picture = QPixmap(SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = (SIZE.height() - 1) / height
    painter.translate((SIZE.width() - width * scale) / 2, 0.5)
    painter.scale(scale, scale)
    look = theme(theme_name)
    paint(painter, silhouette(LaneRole.ONSTAGE, StepKind.ACTION, width, height, look, mark=colour))
    painter.end()
    return picture
