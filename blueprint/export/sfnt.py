"""Reads a TrueType font, and cuts it down to some of its glyphs.

Terms and formats as in the OpenType specification (ISO/IEC 14496-22). The drawing's fonts are
known: outlines in `glyf`, offsets of 32 bits, one unit a thousandth of the size, no hinting.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

Tables = dict[str, bytes]

_HEADER = 12
_RECORD = 16
_CHECKSUM_OF_A_FONT = 0xB1B0AFBA
_KEPT = ("OS/2", "name")
"""Tables that a part of the font has just as the whole does."""

_WORDS = 0x0001
_MORE = 0x0020
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))
"""Flags of a component of a glyph; the last with the bytes that follow them."""


class Font:
    """A whole font; what is asked for is read when it is."""

    def __init__(self, content: bytes) -> None:
        self._tables = tables_of(content)
        self.units = struct.unpack_from(">H", self._tables["head"], 18)[0]
        self.box: tuple[int, ...] = struct.unpack_from(">4h", self._tables["head"], 36)
        self.ascent, self.descent = struct.unpack_from(">2h", self._tables["hhea"], 4)

    @cached_property
    def characters(self) -> Mapping[int, int]:
        """The glyph of each code point that the font has."""
        table = self._tables["cmap"]
        count = struct.unpack_from(">H", table, 2)[0]
        offsets = {struct.unpack_from(">L", table, 8 + 8 * at)[0] for at in range(count)}
        kinds = {struct.unpack_from(">H", table, offset)[0]: offset for offset in offsets}
        return dict(_ranges(table, kinds[12]) if 12 in kinds else _segments(table, kinds[4]))

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return _numbers("I", self._tables["loca"])

    @cached_property
    def _advances(self) -> Sequence[int]:
        """Of glyph 0, 1, …; from the last on all have the same."""
        count = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
        return _numbers("H", self._tables["hmtx"][: 4 * count])[::2]

    def advance(self, glyph: int) -> int:
        """In font units."""
        return self._advances[min(glyph, len(self._advances) - 1)]

    def _bearing(self, glyph: int) -> int:
        count = len(self._advances)
        at = 4 * glyph + 2 if glyph < count else 4 * count + 2 * (glyph - count)
        found: int = struct.unpack_from(">h", self._tables["hmtx"], at)[0]
        return found

    def outline(self, glyph: int) -> bytes:
        """What `glyf` has of a glyph; empty for a blank."""
        return self._tables["glyf"][self._offsets[glyph] : self._offsets[glyph + 1]]

    def part(self, glyphs: Iterable[int], characters: Mapping[int, int]) -> tuple[bytes, list[int]]:
        """A font of `glyphs` and of what they are made of, and its glyphs as they were numbered.

        Glyph 0 comes first, then `glyphs` in their order. `characters` gives code points and
        the glyphs of the whole font that show them.
        """
        order = self._closure([0, *glyphs])
        numbers = {glyph: number for number, glyph in enumerate(order)}
        outlines = [_renumbered(self.outline(glyph), numbers) for glyph in order]
        shown = {point: numbers[glyph] for point, glyph in characters.items()}
        tables = {tag: self._tables[tag] for tag in _KEPT if tag in self._tables}
        tables |= {
            "cmap": character_map(shown),
            "glyf": b"".join(outlines),
            "head": self._tables["head"],
            "hhea": self._tables["hhea"][:34] + struct.pack(">H", len(order)),
            "hmtx": b"".join(
                struct.pack(">Hh", self.advance(glyph), self._bearing(glyph)) for glyph in order
            ),
            "loca": _offsets_of(outlines),
            "maxp": self._tables["maxp"][:4]
            + struct.pack(">H", len(order))
            + self._tables["maxp"][6:],
            "post": b"\0\3\0\0" + self._tables["post"][4:16] + bytes(16),
        }
        return assembled(tables), order

    def _closure(self, glyphs: Iterable[int]) -> list[int]:
        """`glyphs` once each, followed by the glyphs that they are made of."""
        found = list(dict.fromkeys(glyphs))
        known = set(found)
        for glyph in found:
            for at in _components(self.outline(glyph)):
                part = struct.unpack_from(">H", self.outline(glyph), at)[0]
                if part not in known:
                    known.add(part)
                    found.append(part)
        return found


def _numbers(kind: str, content: bytes) -> array[int]:
    found: array[int] = array(kind, content)
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _ranges(table: bytes, offset: int) -> Iterable[tuple[int, int]]:
    count = struct.unpack_from(">L", table, offset + 12)[0]
    for at in range(count):
        first, last, glyph = struct.unpack_from(">3L", table, offset + 16 + 12 * at)
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(table: bytes, offset: int) -> Iterable[tuple[int, int]]:
    length, _, twice = struct.unpack_from(">3H", table, offset + 2)
    words = _numbers("H", table[offset + 14 : offset + length])
    count = twice // 2
    ends, starts = words[:count], words[count + 1 : 2 * count + 1]
    deltas, jumps = words[2 * count + 1 : 3 * count + 1], 3 * count + 1
    for at, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if words[jumps + at]:
                glyph = words[jumps + at + words[jumps + at] // 2 + point - first]
            if glyph:
                yield point, (glyph + deltas[at]) % 65536


def _components(outline: bytes) -> list[int]:
    """Where in an outline the numbers of other glyphs stand, if it is made of them."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found = []
    at, flags = 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", outline, at)[0]
        found.append(at + 2)
        at += 8 if flags & _WORDS else 6
        at += next((size for flag, size in _SCALES if flags & flag), 0)
    return found


def _renumbered(outline: bytes, numbers: Mapping[int, int]) -> bytes:
    """An outline whose components have other numbers, filled up to whole words."""
    found = bytearray(outline)
    for at in _components(outline):
        struct.pack_into(">H", found, at, numbers[struct.unpack_from(">H", outline, at)[0]])
    return bytes(found) + bytes(-len(found) % 4)


def _offsets_of(outlines: Iterable[bytes]) -> bytes:
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    return struct.pack(f">{len(offsets)}L", *offsets)


def character_map(glyphs: Mapping[int, int]) -> bytes:
    """A `cmap` table of format 12: full Unicode, a range a character."""
    points = sorted(glyphs)
    ranges = b"".join(struct.pack(">LLL", point, point, glyphs[point]) for point in points)
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return head + struct.pack(">HHLLL", 12, 0, 16 + len(ranges), 0, len(points)) + ranges


def tables_of(font: bytes) -> Tables:
    """The tables of a font file by tag."""
    count = struct.unpack_from(">H", font, 4)[0]
    found = {}
    for at in range(_HEADER, _HEADER + _RECORD * count, _RECORD):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, at)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def assembled(tables: Tables) -> bytes:
    """A font file of `tables`, its checksums right."""
    head = bytearray(tables["head"])
    head[8:12] = bytes(4)
    whole = bytearray(_joined({**tables, "head": bytes(head)}))
    place = whole.index(bytes(head))
    struct.pack_into(">L", whole, place + 8, (_CHECKSUM_OF_A_FONT - _checksum(whole)) % 2**32)
    return bytes(whole)


def _joined(tables: Tables) -> bytes:
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


def _checksum(content: bytes | bytearray) -> int:
    return sum(_numbers("I", bytes(content))) % 2**32
