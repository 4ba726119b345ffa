"""Colours of cards: legible in every look, told apart without colour; tags that fit their card."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing.cards import card_group
from blueprint.drawing.detail import Detail
from blueprint.drawing.primitives import Path, Text
from blueprint.drawing.silhouettes import silhouette
from blueprint.drawing.stripes import stripe
from blueprint.drawing.tags import row_width, tags_that_fit
from blueprint.drawing.theme import BLACK, THEMES, WHITE, theme
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.svg import EXPORTER as SVG
from blueprint.layout.layout import Layout
from blueprint.model.colours import COLOURS
from blueprint.model.document import Document
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.steps import set_fields
from blueprint.model.notation import LaneRole, StepKind
from blueprint.storage import open_sample
from tests.drawing.test_theme import contrast

WORDS = st.text(st.sampled_from("ab cdé痛点"), min_size=1, max_size=30)


def coloured(**fields: object) -> Document:
    document = open_sample("shoeshine")
    document.apply(set_fields(document, ("o2",), **fields))
    return document


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("colour", COLOURS)
def test_a_coloured_card_can_be_read_in_every_look(name: str, colour: str) -> None:
    look = theme(name)
    mark = look.marks[colour]
    assert contrast(look.window.ink, mark.fill) >= 4.5
    assert contrast(look.window.ink2, mark.fill) >= 4.5
    assert contrast(mark.strong, mark.fill) >= 4.5
    for role in LaneRole:
        assert contrast(mark.stroke, look.roles[role].band) >= 3, role


def test_every_look_has_every_colour() -> None:
    assert all(list(theme(name).marks) == list(COLOURS) for name in THEMES)


def test_in_black_and_white_colours_differ_by_their_stripe_alone() -> None:
    look = theme("mono")
    assert {tuple(mark.__getattribute__(n) for n in ("fill", "stroke", "strong"))
            for mark in look.marks.values()} == {(WHITE, BLACK, BLACK)}  # fmt: skip
    for width in (46.0, 96.0, 128.0, 168.0):
        for one, other in combinations(COLOURS, 2):
            assert stripe(one, width, 52, BLACK) != stripe(other, width, 52, BLACK)


@pytest.mark.parametrize("role", LaneRole)
@pytest.mark.parametrize("kind", [StepKind.ACTION, StepKind.DECISION, StepKind.END])
def test_a_colour_leaves_the_outline_as_it_is(role: LaneRole, kind: StepKind) -> None:
    plain = silhouette(role, kind, 128, 52, theme("light"))
    marked = silhouette(role, kind, 128, 52, theme("light"), mark="red")
    shapes = zip(plain, marked, strict=False)
    for one, other in shapes:
        if isinstance(one, Path) and isinstance(other, Path):
            assert one.commands == other.commands
    assert len(marked) == len(plain) + 1


def test_an_unknown_colour_is_drawn_as_none() -> None:
    plain, unknown = coloured(), coloured(colour="mauve")
    for document in (plain, unknown):
        layout = Layout(document)
        group = card_group(document, layout, theme("light"), "en", "o2")
        assert not any(
            isinstance(part, Path) and part.stroke and part.stroke.width == 3.0
            for part in group.primitives
        )


@given(st.lists(WORDS, min_size=1, max_size=6).map(tuple), st.integers(60, 300))
def test_tags_fit_their_card_and_none_is_forgotten(tags: tuple[str, ...], room: int) -> None:
    shown = tags_that_fit(tags, room)
    assert row_width(shown) <= room + 1
    more = int(shown[-1][1:]) if shown[-1].startswith("+") and len(tags) > 1 else 0
    assert len(shown) - bool(more) + more == len(tags)


def test_a_card_with_tags_has_room_for_them_below_its_chips() -> None:
    plain, tagged = coloured(), coloured(tags=("digital", "new"))
    before = Layout(plain).card("o2").box
    layout = Layout(tagged)
    card = layout.card("o2")
    assert card.box.height >= before.height
    group = card_group(tagged, layout, theme("light"), "en", "o2")
    bottoms = [part.baseline for part in group.primitives if isinstance(part, Text)]
    words = [part.text for part in group.primitives if isinstance(part, Text)]
    assert words[-2:] == ["digital", "new"]
    assert max(bottoms) == bottoms[-1] < card.box.height - 8


def test_tags_are_not_shown_from_afar() -> None:
    document = coloured(tags=("digital",))
    far = card_group(document, Layout(document), theme("light"), "en", "o2", detail=Detail.OUTLINES)
    assert not any(isinstance(part, Text) and part.text == "digital" for part in far.primitives)


def page(document: Document) -> str:
    return SVG.write(Job(document, options=ExportOptions(page="A3", framed=True))).content.decode()


def test_the_legend_lists_the_colours_in_use_and_what_they_mean() -> None:
    document = coloured(colour="red")
    assert "Red" in page(document)
    assert "Purple" not in page(document)
    document.apply(set_properties(document, colours={"red": "Pain point"}))
    assert "Pain point" in page(document)
    assert ">Red<" not in page(document)
