"""Cuts the drawing font down to the characters that a file uses.

Each character has a code of its own in the file. One that the font lacks shows as a box, and
can still be searched and copied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from blueprint.drawing.primitives import Group, Text
from blueprint.export.reportlab_import import load_reportlab
from blueprint.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

FONT_NAME = {False: "BlueprintSans-Regular", True: "BlueprintSans-Bold"}
_SPECIAL = frozenset(b"()\\\r")


@cache
def face(bold: bool) -> TTFontFace:
    """The regular or the bold font, parsed."""
    load_reportlab()
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(resource(f"fonts/{FONT_NAME[bold]}.ttf")))


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file with the glyphs of some characters only."""

    bold: bool
    codes: Mapping[int, int]
    """The code of each character's code point, in ascending order."""
    font: bytes
    """TrueType, glyph 0 the box; its own character map is of no use."""
    glyphs: Mapping[int, int]
    """The glyph in `font` of each code."""
    widths: Mapping[int, float]
    """The advance of each code, in thousandths of the size."""


def subset(bold: bool, characters: Iterable[str]) -> Subset:
    """The font cut down to `characters`; the first get the lowest codes."""
    whole = face(bold)
    found = [ord(character) for character in characters]
    codes = dict(zip(found, _plain_codes(), strict=False))
    glyphs = _glyphs(whole, found)
    return Subset(
        bold,
        codes,
        whole.makeSubset(found),
        {codes[point]: glyph for point, glyph in zip(found, glyphs, strict=True)},
        {codes[point]: _width(whole, point) for point in found},
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


def _glyphs(whole: TTFontFace, points: Iterable[int]) -> list[int]:
    """The glyphs as `makeSubset` numbers them: anew, in the order in which they come up."""
    numbers = {0: 0}
    return [numbers.setdefault(whole.charToGlyph.get(point, 0), len(numbers)) for point in points]


def _width(whole: TTFontFace, point: int) -> float:
    found: float = whole.charWidths[point] if point in whole.charToGlyph else whole.defaultWidth
    return found
