"""Themes that users make, and what can be read in them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing.contrast import contrast, text_pairs, weak_pairs
from blueprint.drawing.own_theme import NoTheme, OwnTheme, dumped, loaded
from blueprint.drawing.theme import THEMES, offer, theme, tokens_of
from blueprint.drawing.tones import tones
from blueprint.i18n import translate
from blueprint.model.notation import LaneRole

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
KEYS = sorted(tokens_of("light"))


@given(st.sampled_from(("light", "dark")), st.dictionaries(st.sampled_from(KEYS), COLOURS))
def test_a_theme_is_read_as_it_was_written(base: str, colours: dict[str, str]) -> None:
    own = OwnTheme("Ours", base).with_colours(colours)
    assert loaded(dumped(own)) == own
    for key, colour in colours.items():
        assert own.colour(key) == colour or tokens_of(base)[key].upper() == colour


def test_other_colours_make_another_look_which_is_found_by_its_name() -> None:
    own = OwnTheme("Ours").with_colours({"customer.fill": "#ffeeaa", "accent": "#aa0000"})
    look = own.look
    offer(look)
    assert theme(look.name) is look
    assert look.roles[LaneRole.CUSTOMER].fill == "#FFEEAA"
    assert look.window.accent == "#AA0000"
    assert look.roles[LaneRole.ONSTAGE] == theme("light").roles[LaneRole.ONSTAGE]
    assert OwnTheme("Ours").look.name != look.name


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\x00", "no file of a theme"),
        (b"[" * 100_000, "no file of a theme"),
        (b'{"format": "blueprint-theme", "version": 2}', "no file of a theme"),
        ({"name": ""}, "no name"),
        ({"name": "A\nB"}, "no name"),
        ({"base": "mono"}, "neither the light nor the dark"),
        ({"colours": []}, "no list of colours"),
        ({"colours": {"sky": "#000000"}}, "no colour called “sky”"),
        ({"colours": {"ink": "black"}}, "not written as #RRGGBB"),
        ({"colours": {"ink": 3}}, "not written as #RRGGBB"),
    ],
)
def test_what_is_no_theme_is_refused_with_a_reason(
    content: bytes | dict[str, object], told: str
) -> None:
    if isinstance(content, dict):
        sound = {"format": "blueprint-theme", "version": 1, "name": "Ours", "base": "light"}
        content = json.dumps({**sound, **content}).encode()
    with pytest.raises(NoTheme) as refused:
        loaded(content)
    assert told in str(refused.value)
    assert translate(refused.value.reason, "zh_CN") != str(refused.value.reason)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("name", THEMES)
def test_nothing_in_the_themes_that_ship_is_hard_to_read(name: str) -> None:
    assert len(list(text_pairs(theme(name)))) > 30
    assert [(str(pair.what), round(pair.ratio, 2)) for pair in weak_pairs(theme(name))] == []


def test_a_pair_that_fails_is_named() -> None:
    own = OwnTheme("Ours").with_colours({"customer.fill": "#223344"})
    assert [str(pair.what) for pair in weak_pairs(own.look)] == ["Cards in “Customer actions”"]


@given(COLOURS, st.sampled_from(("light", "dark")))
def test_all_tones_of_one_colour_can_be_read(colour: str, base: str) -> None:
    usual = OwnTheme("Ours", base)
    made = tones(colour, base, usual.colour("sheet"))
    own = usual.with_colours({f"backstage.{tone}": shade for tone, shade in made.items()})
    look = own.look.roles[LaneRole.BACKSTAGE]
    assert contrast(look.text, look.header) >= 4.5
    assert contrast(look.stroke, look.band) >= 3
