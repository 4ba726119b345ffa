"""The window's font: the platform's own where it has one, the bundled one where it has not.

A machine without a font for Han characters would show boxes for every Chinese text.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from blueprint.resources import resource

BUNDLED: Final = "Blueprint Sans"
_GENERIC: Final = ("", "sans", "sans serif", "sans-serif")
"""What Qt calls the font where no desktop has named one."""
TEXT_SIZE: Final = 13
"""Pixels, of ordinary text in the window."""


@cache
def add_bundled() -> None:
    """Make the drawing's font known to Qt."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/BlueprintSans-{weight}.ttf")))


def window_font() -> QFont:
    """The platform's font with the bundled one behind it, for characters that it lacks."""
    add_bundled()
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    families = [BUNDLED] if family.lower() in _GENERIC else [family, BUNDLED]
    font = QFont(families)
    font.setPixelSize(TEXT_SIZE)
    return font
