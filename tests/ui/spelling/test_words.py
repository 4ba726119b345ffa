"""Which parts of a text are looked up in a dictionary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.document import Document
from blueprint.model.entities import Column, Comment, Lane, Step
from blueprint.model.notation import LaneRole
from blueprint.ui.spelling.walk import corrected, misspelt
from blueprint.ui.spelling.words import word_at, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brush the shoes", ["Brush", "the", "shoes"]),
        ("the customer's don’t", ["the", "customer's", "don’t"]),
        ("naïve Größe", ["naïve", "Größe"]),
        ("顾客用app点单", ["app"]),
        ("擦鞋", []),
        ("SOP for iPhone and WiFi", ["for", "and"]),
        ("see https://example.org/recieve now", ["see", "now"]),
        ("ask somebody@example.org", ["ask"]),
        ("`kode` is code", ["is", "code"]),
        ("step2 and snake_case and a/b", ["and", "and"]),
        ("**bold** text", ["bold", "text"]),
        ("a I", []),
    ],
)
def test_words_are_what_a_dictionary_can_know(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text


def test_the_word_at_a_place_is_the_one_that_holds_it() -> None:
    assert word_at("one two", 4) == (4, "two")
    assert word_at("one  two", 4) is None


def blueprint() -> Document:
    return Document(
        [
            Lane(id="l", role=LaneRole.CUSTOMER, order="V"),
            Column(id="k", order="V"),
            Step(id="a", lane="l", column="k", label="Recieve shoes", link="https://recieve.org"),
            Step(id="b", lane="l", column="k", order="X", label="Pay", tags=("recieve", "ok")),
            Comment(id="c", about="a", text="Why recieve twice, recieve once"),
        ]
    )


def is_wrong(word: str) -> bool:
    return word.lower() == "recieve"


def test_the_walk_finds_every_misspelt_word_in_reading_order() -> None:
    found = [(match.text.id, match.start) for match in misspelt(blueprint(), is_wrong)]
    assert found == [("a", 0), ("b", 0), ("c", 4), ("c", 19)]


def test_ignored_words_are_passed() -> None:
    found = [match.text.id for match in misspelt(blueprint(), is_wrong, {"recieve"})]
    assert found == ["a"]


def test_a_correction_is_one_change_that_can_be_undone() -> None:
    document = blueprint()
    before = dict(document.entities)
    change = corrected(document, list(misspelt(document, is_wrong, {"Recieve"})), "receive")
    assert str(change.label) == "Correct spelling"
    document.apply(change)
    assert document.comments["c"].text == "Why receive twice, receive once"
    assert document.step("b").tags == ("receive", "ok")
    assert list(misspelt(document, is_wrong, {"Recieve"})) == []
    document.apply(change.inverted())
    assert dict(document.entities) == before
