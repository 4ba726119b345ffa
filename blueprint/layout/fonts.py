"""How wide a text is in the bundled fonts, known without opening them.

`advances.bin` is made from the two TrueType files by `tools/make_advances.py`. Screen and paper
read the same files without kerning, so the sum of the advances is the width everywhere.
"""

from __future__ import annotations

import sys
from array import array
from functools import cache
from typing import Final

from blueprint.resources import resource

UNITS: Final = 1000
"""Font units to the em."""
ASCENT: Final = 1160
DESCENT: Final = 288
"""Ascent above and descent below the baseline, in font units."""
MISSING: Final = {False: 600, True: 589}
"""Advance of the box that stands for a character a font lacks, in font units, by weight."""

FAMILY: Final = "Blueprint Sans"
FILES: Final = {False: "fonts/BlueprintSans-Regular.ttf", True: "fonts/BlueprintSans-Bold.ttf"}
"""The font file of each weight, by whether it is bold, below resources/."""


PICTOGRAPH: Final = 1000
"""Advance of an emoji, which the fonts lack, in font units; the screen borrows a picture."""
_PICTOGRAPHS: Final = (range(0x1F000, 0x1FB00), range(0x1FC00, 0x20000))
_JOINING: Final = (range(0x200C, 0x200E), range(0xFE00, 0xFE10), range(0x1F3FB, 0x1F400))
"""What changes the picture of the character before it and has none of its own."""


class Advances(dict[str, int]):
    """Advance width by character, in font units; `missing` for those the font lacks."""

    missing = 0

    def __missing__(self, character: str) -> int:
        code = ord(character)
        if any(code in span for span in _JOINING):
            return 0
        return PICTOGRAPH if any(code in span for span in _PICTOGRAPHS) else self.missing


@cache
def _tables() -> tuple[Advances, Advances]:
    packed = resource("fonts/advances.bin").read_bytes()
    count = int.from_bytes(packed[:4], "little")
    codes, regular, bold = array("I"), array("H"), array("H")
    codes.frombytes(packed[4 : 4 + 4 * count])
    regular.frombytes(packed[4 + 4 * count : 4 + 6 * count])
    bold.frombytes(packed[4 + 6 * count : 4 + 8 * count])
    if sys.byteorder == "big":
        for part in (codes, regular, bold):
            part.byteswap()
    characters = list(map(chr, codes))
    tables = (
        Advances(zip(characters, regular, strict=True)),
        Advances(zip(characters, bold, strict=True)),
    )
    tables[0].missing, tables[1].missing = MISSING[False], MISSING[True]
    return tables


def advances(bold: bool = False) -> Advances:
    """The table of advance widths of one weight; not to be altered."""
    return _tables()[bold]


def advance(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of `text` in points at `size` points to the em."""
    return sum(map(advances(bold).__getitem__, text)) * size / UNITS


def lacks(text: str) -> str:
    """The characters of `text` that the fonts have no picture for, each once, in order."""
    known = advances()
    return "".join(
        dict.fromkeys(
            character
            for character in text
            if character not in known and known[character] and not character.isspace()
        )
    )
