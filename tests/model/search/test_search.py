"""Every text of a blueprint is found and can be replaced; nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.document import Document
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import Comment, FailPoint
from blueprint.model.search.finding import Query, find, replaced
from blueprint.model.search.texts import subject, texts
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"


def shine() -> Document:
    document = open_document(CASES / "shoeshine.csv").document
    document.apply(
        set_fields(
            document,
            ["o3"],
            description="Two brushes,\none cloth",
            tags=("quick", "shiny shoes"),
            fields={"Metric": "4 shoes an hour"},
            fail=FailPoint(prevention="Change the cloth"),
        )
    )
    return document


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query("buff"), [("o3", ("label",))]),
        (Query("buff", match_case=True), []),
        (Query("BRUSHES"), [("e2", ("label",)), ("o3", ("description",))]),
        (Query("brush"), [("e2", ("label",)), ("o1", ("label",)), ("o3", ("description",))]),
        (Query("brush", whole_words=True), [("o1", ("label",))]),
        (Query("brushes, one"), [("o3", ("description",))]),
        (Query("shiny"), [("o3", ("tags", 1))]),
        (Query("an hour"), [("o3", ("fields", "Metric"))]),
        (Query("the cloth"), [("o3", ("fail", "prevention"))]),
        (Query("walk-up"), [("", ("scenario",))]),
        (Query("owner", scope="owner"), [("s1", ("owner",))]),
        (Query("   "), []),
        (Query("a.*b"), []),
    ],
)
def test_words_are_found(query: Query, found: list[tuple[str, tuple[str | int, ...]]]) -> None:
    matches = find(shine(), query)
    assert [(match.text.id, match.text.path) for match in matches] == found


def test_all_matches_are_replaced_in_one_change_that_can_be_taken_back() -> None:
    document = shine()
    before = dict(document.entities)
    matches = find(document, Query("shoes"))
    change = replaced(document, matches, "boots")
    document.apply(change)
    assert find(document, Query("shoes")) == []
    assert len(find(document, Query("boots"))) == len(matches)
    assert document.step("o3").tags == ("quick", "shiny boots")
    document.apply(change.inverted())
    assert dict(document.entities) == before


def test_several_matches_in_one_text_are_each_replaced() -> None:
    document = shine()
    document.apply(set_fields(document, ["o3"], label="aaa"))
    aaa = [match for match in find(document, Query("a")) if match.text.path == ("label",)]
    document.apply(replaced(document, [match for match in aaa if match.text.id == "o3"], "bc"))
    assert document.step("o3").label == "bcbcbc"
    document.apply(set_fields(document, ["o3"], label="xyx"))
    document.apply(replaced(document, find(document, Query("x", scope="name")), "long"))
    assert document.step("o3").label == "longylong"


def test_a_tag_that_becomes_empty_goes() -> None:
    document = shine()
    document.apply(replaced(document, find(document, Query("quick")), ""))
    assert document.step("o3").tags == ("shiny shoes",)


def test_a_comment_belongs_to_what_its_thread_is_about() -> None:
    document = shine()
    entities = [
        *document.entities.values(),
        Comment(id="k1", about="o3", text="Which cloth"),
        Comment(id="k2", about="k1", text="The yellow one"),
    ]
    document = Document(entities)
    [match] = find(document, Query("yellow"))
    assert subject(document, match.text.id) == "o3"


def test_the_title_is_replaced_too() -> None:
    document = shine()
    document.apply(set_properties(document, title="Corner shine"))
    document.apply(replaced(document, find(document, Query("corner")), "Station"))
    assert document.properties.title == "Station shine"


@given(st.text(min_size=1, max_size=8))
def test_no_words_break_the_search(words: str) -> None:
    document = shine()
    for match in find(document, Query(words)):
        assert match.text.text[match.start : match.end].strip()


def test_every_text_that_can_be_read_can_be_written_back_as_it_was() -> None:
    document = shine()
    for text in texts(document):
        [match] = [found for found in find(document, Query(text.text)) if found.text == text][:1]
        assert not replaced(document, [match._replace(start=0, end=len(text.text))], text.text)
