"""Write resources/fonts/advances.bin, so that the program need not read its fonts to measure.

Run it when the fonts change: python tools/make_advances.py
The file is, little endian: the number of characters (uint32), their code points in rising order
(uint32 each), then their advance widths in font units, regular and after that bold (uint16 each).
"""

from __future__ import annotations

import struct
import sys
from array import array
from pathlib import Path

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
WEIGHTS = ("Regular", "Bold")


def advances_of(font: Path) -> dict[int, int]:
    """The advance width of every character of a TrueType file, in font units."""
    from fontTools.ttLib import TTFont

    found = TTFont(font, lazy=True)
    widths = found["hmtx"].metrics
    return {code: widths[glyph][0] for code, glyph in found.getBestCmap().items()}


def packed(folder: Path) -> bytes:
    """The content of advances.bin for the two fonts in `folder`."""
    regular, bold = (advances_of(folder / f"BlueprintSans-{weight}.ttf") for weight in WEIGHTS)
    if regular.keys() != bold.keys():
        raise ValueError("The two weights should have the same characters")
    codes = sorted(regular)
    parts = [array("I", codes)]
    parts += [array("H", (widths[code] for code in codes)) for widths in (regular, bold)]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    return struct.pack("<I", len(codes)) + b"".join(part.tobytes() for part in parts)


if __name__ == "__main__":
    (FONTS / "advances.bin").write_bytes(packed(FONTS))
