"""Puts the characters that a drawing uses into its SVG file, as a font that browsers load."""

from __future__ import annotations

import struct
from base64 import b64encode

from blueprint.export.font_subset import subset

_HEADER = 12
_RECORD = 16
_WINDOWS = 3
_FULL_UNICODE = 10
_CHECKSUM_OF_A_FONT = 0xB1B0AFBA


def font_face(bold: bool, characters: str) -> str:
    """A CSS rule that carries the font's glyphs of `characters`."""
    cut = subset(bold, characters)
    glyphs = {point: cut.glyphs[code] for point, code in cut.codes.items()}
    found = {point: glyph for point, glyph in glyphs.items() if glyph}
    encoded = b64encode(_with_characters(cut.font, found)).decode("ascii")
    return (
        f"@font-face {{ font-family: 'Blueprint Sans'; font-weight: {700 if bold else 400}; "
        f"src: url(data:font/ttf;base64,{encoded}) format('truetype'); }}"
    )


def _with_characters(font: bytes, glyphs: dict[int, int]) -> bytes:
    """The font with a character map that tells which glyph a code point has."""
    tables = _tables(font)
    tables["cmap"] = _character_map(glyphs)
    head = bytearray(tables["head"])
    head[8:12] = bytes(4)
    tables["head"] = bytes(head)
    whole = bytearray(_assembled(tables))
    place = _record(whole, "head")[0]
    struct.pack_into(">L", whole, place + 8, (_CHECKSUM_OF_A_FONT - _checksum(whole)) % 2**32)
    return bytes(whole)


def _tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {}
    for at in range(_HEADER, _HEADER + _RECORD * count, _RECORD):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, at)
        tables[tag.decode("ascii")] = font[offset : offset + length]
    return tables


def _character_map(glyphs: dict[int, int]) -> bytes:
    """A `cmap` table of format 12: full Unicode, a range a character."""
    points = sorted(glyphs)
    ranges = b"".join(struct.pack(">LLL", point, point, glyphs[point]) for point in points)
    head = struct.pack(">HHHHL", 0, 1, _WINDOWS, _FULL_UNICODE, 12)
    return head + struct.pack(">HHLLL", 12, 0, 16 + len(ranges), 0, len(points)) + ranges


def _assembled(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    steps = count.bit_length() - 1
    span = _RECORD << steps
    head = struct.pack(">LHHHH", 0x00010000, count, span, steps, _RECORD * count - span)
    records, bodies = [], []
    offset = _HEADER + _RECORD * count
    for tag in sorted(tables):
        content = tables[tag]
        padded = content + bytes(-len(content) % 4)
        name = tag.encode("ascii")
        records.append(struct.pack(">4sLLL", name, _checksum(padded), offset, len(content)))
        bodies.append(padded)
        offset += len(padded)
    return b"".join([head, *records, *bodies])


def _record(font: bytes | bytearray, tag: str) -> tuple[int, int]:
    """Offset and length of a table."""
    count = struct.unpack_from(">H", font, 4)[0]
    for at in range(_HEADER, _HEADER + _RECORD * count, _RECORD):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, at)
        if name == tag.encode("ascii"):
            return offset, length
    raise KeyError(tag)


def _checksum(content: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(content) // 4}L", content)
    return sum(words) % 2**32
