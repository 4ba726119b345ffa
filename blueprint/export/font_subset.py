"""Cuts the drawing font down to the characters that a file uses.

Each character has a code of its own in the file. One that the font lacks shows as a box, and
can still be searched and copied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from blueprint.drawing.primitives import Group, Text
from blueprint.export.sfnt import Font
from blueprint.layout.fonts import advances
from blueprint.resources import resource

FONT_NAME: Final = {False: "BlueprintSans-Regular", True: "BlueprintSans-Bold"}
_SPECIAL: Final = frozenset(b"()\\\r")


@cache
def font(bold: bool) -> Font:
    """The regular or the bold font."""
    return Font(resource(f"fonts/{FONT_NAME[bold]}.ttf").read_bytes())


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file with the glyphs of some characters only."""

    bold: bool
    codes: Mapping[int, int]
    """The code of each character's code point, in ascending order."""
    font: bytes
    """TrueType, glyph 0 the box."""
    glyphs: Mapping[int, int]
    """The glyph in `font` of each code."""
    widths: Mapping[int, float]
    """The advance of each code, in thousandths of the size."""


def subset(bold: bool, characters: Iterable[str]) -> Subset:
    """The font cut down to `characters`; the first get the lowest codes."""
    whole = font(bold)
    points = [ord(character) for character in characters]
    codes = dict(zip(points, _plain_codes(), strict=False))
    known = advances(bold)
    empty = whole.characters[ord(" ")]
    glyphs = {
        point: whole.characters.get(point, 0 if known[chr(point)] else empty) for point in points
    }
    shown = {point: glyph for point, glyph in glyphs.items() if glyph}
    part, order = whole.part(glyphs.values(), shown)
    numbers = {glyph: number for number, glyph in enumerate(order)}
    return Subset(
        bold,
        codes,
        part,
        {codes[point]: numbers[glyph] for point, glyph in glyphs.items()},
        {codes[point]: known[chr(point)] for point in points},
    )


def characters_used(groups: Iterable[Group]) -> dict[bool, str]:
    """The characters of all texts by weight (True: bold), the most frequent first."""
    texts: dict[bool, list[str]] = {False: [], True: []}
    for group in groups:
        for primitive in group.primitives:
            if type(primitive) is Text:
                texts[primitive.bold].append(primitive.text)
    counts = {bold: Counter("".join(found)) for bold, found in texts.items()}
    return {
        bold: "".join(sorted(count, key=lambda character: (-count[character], character)))
        for bold, count in counts.items()
        if count
    }


def _plain_codes() -> Iterator[int]:
    """Codes whose two bytes stand for themselves in a string of a PDF file."""
    return (
        code
        for code in range(1, 0x10000)
        if code >> 8 not in _SPECIAL and code & 0xFF not in _SPECIAL
    )
