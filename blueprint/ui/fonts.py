"""The window's font: the platform's own where it has one, the bundled one where it has not.

A machine without a font for Han characters would show boxes for every Chinese text.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from blueprint.resources import resource

BUNDLED: Final = "Blueprint Sans"
"""The drawing's font, as the layout measures it."""
FOR_WINDOWS: Final = "Blueprint Text"
"""The same letters with room above and below them, as texts in a window need it."""
TEXT_SIZE: Final = 13
"""Pixels, of ordinary text in the window."""

_GENERIC: Final = ("", "sans", "sans serif", "sans-serif")
"""What Qt calls the font where no desktop has named one."""
_WEIGHTS: Final = ("Regular", "Bold")
_FS_SELECTION: Final = 62
_USE_TYPO_METRICS: Final = 1 << 7


@cache
def add_bundled() -> None:
    """Make the drawing's font known to Qt."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/BlueprintSans-{weight}.ttf")))


@cache
def add_for_windows() -> None:
    """Make the bundled font known to Qt as FOR_WINDOWS.

    The drawing's font says that a line is exactly one em high, so widgets would cut descenders.
    """
    for weight in _WEIGHTS:
        font = resource(f"fonts/BlueprintSans-{weight}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(with_line_space(font))


def with_line_space(font: bytes) -> bytes:
    """A TrueType font under the name FOR_WINDOWS that no longer prefers its tight metrics."""
    patched = bytearray(font)
    tables = _tables(font)
    flags = tables[b"OS/2"][0] + _FS_SELECTION
    (old,) = struct.unpack_from(">H", font, flags)
    struct.pack_into(">H", patched, flags, old & ~_USE_TYPO_METRICS)
    start, length = tables[b"name"]
    names = font[start : start + length]
    for encoding in ("utf-16-be", "ascii"):
        names = names.replace(BUNDLED.encode(encoding), FOR_WINDOWS.encode(encoding))
    patched[start : start + length] = names
    return bytes(patched)


def _tables(font: bytes) -> dict[bytes, tuple[int, int]]:
    """Offset and length of each table by its tag."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(count))
    return {tag: (offset, length) for tag, _, offset, length in entries}


def window_font(percent: int = 100) -> QFont:
    """The platform's font with the bundled one behind it, for characters that it lacks."""
    add_for_windows()
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    families = [FOR_WINDOWS] if family.lower() in _GENERIC else [family, FOR_WINDOWS]
    font = QFont(families)
    font.setPixelSize(round(TEXT_SIZE * percent / 100))
    return font
