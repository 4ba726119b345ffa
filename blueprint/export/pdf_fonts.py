"""Embeds a font subset in a PDF file as one font with two-byte codes.

ReportLab's own embedding splits a font into fonts of 256 characters each, so that Chinese text
changes font within a line; one composite font keeps a label in one piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from blueprint.export.font_subset import FONT_NAME, Subset, font
from blueprint.export.pdf_objects import Pdf, array, dictionary, stream

N = TypeVar("N", int, float)

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_MAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_MOST_IN_A_BLOCK = 100
_SYMBOLIC = 4
_CAPITALS = 733
"""Height of capital letters, in thousandths of the size."""
_STEMS = {False: 87, True: 165}
"""Width of upright stems, in thousandths of the size."""


def embed(pdf: Pdf, name: str, subset: Subset) -> None:
    """Put `subset` into `pdf` as the font resource `name`."""
    from reportlab.pdfbase.pdfdoc import BasicFonts

    tag = f"/{'BPSANB' if subset.bold else 'BPSANR'}+{FONT_NAME[subset.bold]}"
    glyphs = b"".join(_two_bytes(glyph) for glyph in _by_code(subset.glyphs))
    descendant = dictionary(
        Type="/Font",
        Subtype="/CIDFontType2",
        BaseFont=tag,
        CIDSystemInfo=dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0),
        FontDescriptor=pdf.Reference(_descriptor(pdf, tag, subset)),
        W=array([0, array(_by_code(subset.widths))]),
        CIDToGIDMap=stream(pdf, glyphs),
    )
    whole = dictionary(
        Type="/Font",
        Subtype="/Type0",
        BaseFont=tag,
        Encoding="/Identity-H",
        DescendantFonts=array([pdf.Reference(descendant)]),
        ToUnicode=stream(pdf, _to_unicode(subset).encode("ascii")),
    )
    pdf.idToObject[BasicFonts][name] = pdf.Reference(whole)


def _descriptor(pdf: Pdf, tag: str, subset: Subset) -> Any:
    whole = font(subset.bold)
    return dictionary(
        Type="/FontDescriptor",
        FontName=tag,
        Flags=_SYMBOLIC,
        Ascent=whole.ascent,
        Descent=whole.descent,
        CapHeight=_CAPITALS,
        ItalicAngle=0,
        StemV=_STEMS[subset.bold],
        FontBBox=array(whole.box),
        FontFile2=stream(pdf, subset.font, Length1=len(subset.font)),
    )


def _by_code(values: Mapping[int, N]) -> list[N | int]:
    """The value of code 0, 1, 2, …; 0 where there is none."""
    return [values.get(code, 0) for code in range(max(values) + 1)]


def _two_bytes(number: int) -> bytes:
    return number.to_bytes(2, "big")


def _to_unicode(subset: Subset) -> str:
    """The map from codes back to text, which is what search and copy read."""
    parts = [_MAP_HEAD]
    pairs = [
        f"<{code:04X}> <{chr(point).encode('utf-16-be', 'replace').hex().upper()}>"
        for point, code in subset.codes.items()
    ]
    for at in range(0, len(pairs), _MOST_IN_A_BLOCK):
        block = pairs[at : at + _MOST_IN_A_BLOCK]
        parts.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar\n"]))
    parts.append(_MAP_FOOT)
    return "".join(parts)
