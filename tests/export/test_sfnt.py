"""Fonts are read and cut down as another program reads the whole ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.export.font_subset import FONT_NAME, font, subset
from blueprint.resources import resource
from tests.export.pages import font_in

CHARACTERS = sorted(font(False).characters)


def whole(bold: bool) -> bytes:
    return resource(f"fonts/{FONT_NAME[bold]}.ttf").read_bytes()


@pytest.mark.parametrize("bold", [False, True])
def test_characters_and_advances_are_read_as_they_are(bold: bool) -> None:
    other = font_in(whole(bold))
    number = {name: at for at, name in enumerate(other.getGlyphOrder())}
    expected = {point: number[name] for point, name in other.getBestCmap().items()}
    read = font(bold)
    assert read.characters == expected
    widths = {point: other["hmtx"][name][0] for point, name in other.getBestCmap().items()}
    assert {point: read.advance(glyph) for point, glyph in expected.items()} == widths
    assert (read.units, read.ascent, read.descent) == (1000, 1160, -288)


@given(st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=40, unique=True))
def test_a_part_of_the_font_draws_its_characters_as_the_whole_does(points: list[int]) -> None:
    part = font_in(subset(False, map(chr, points)).font)
    glyphs, map_of = part.getGlyphSet(), part.getBestCmap()
    assert set(map_of) == set(points)
    original = _WHOLE.getGlyphSet()
    for point in points:
        assert _drawn(glyphs, map_of[point]) == _drawn(original, _WHOLE.getBestCmap()[point])


_WHOLE = font_in(whole(False))


def _drawn(glyphs: object, name: str) -> list[object]:
    from importlib import import_module

    pen = import_module("fontTools.pens.recordingPen").DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)  # type: ignore[index]
    return list(pen.value)


def test_codes_never_hold_a_byte_that_a_string_would_have_to_escape() -> None:
    codes = subset(False, map(chr, CHARACTERS[:6000])).codes.values()
    assert len(set(codes)) == 6000
    assert not {byte for code in codes for byte in code.to_bytes(2, "big")} & set(b"()\\\r")


def test_a_character_that_the_font_lacks_has_the_box_and_a_code_of_its_own() -> None:
    cut = subset(False, "a\u05d0\u05d1")
    assert [cut.glyphs[cut.codes[ord(c)]] for c in "a\u05d0\u05d1"][1:] == [0, 0]
    assert len(set(cut.codes.values())) == 3
