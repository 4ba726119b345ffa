"""Personas: each edit can be taken back, and no image stays that nothing shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint.model.change import Change
from blueprint.model.comparison.merge import merge
from blueprint.model.document import Document
from blueprint.model.edits.images import add_pictured_step, image_of, show_image
from blueprint.model.edits.personas import (
    add_persona,
    choose_persona,
    move_persona,
    remove_persona,
    set_persona,
    show_persona_image,
    take_persona_image_away,
)
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import delete
from blueprint.model.search.texts import texts, with_text
from blueprint.storage.writing import dump

PICTURE = image_of(b"one", "image/png")
OTHER = image_of(b"two", "image/png")


def peopled() -> Document:
    """Two personas, the first of whom the blueprint is about, with a picture."""
    document = new_blueprint()
    ids = iter("ab")
    for name in ("Business traveller", "Family on holiday"):
        document.apply(add_persona(document, name, new_id=lambda _kind: next(ids)).change)
    document.apply(show_persona_image(document, "a", PICTURE))
    return document


EDITS: dict[str, Callable[[Document], Change]] = {
    "add": lambda d: add_persona(d, "Group").change,
    "name": lambda d: set_persona(d, "a", name="Traveller", goals=("Sleep", "Leave early")),
    "remove the main one": lambda d: remove_persona(d, "a"),
    "remove another": lambda d: remove_persona(d, "b"),
    "move": lambda d: move_persona(d, "a", 1),
    "choose": lambda d: choose_persona(d, "b"),
    "choose nobody": lambda d: choose_persona(d, ""),
    "another picture": lambda d: show_persona_image(d, "a", OTHER),
    "no picture": lambda d: take_persona_image_away(d, "a"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_done_undone_and_done_again(name: str) -> None:
    document = peopled()
    before = dump(document)
    change = EDITS[name](document)
    document.apply(change)
    after = dump(document)
    assert after != before
    document.apply(change.inverted())
    assert dump(document) == before
    document.apply(change)
    assert dump(document) == after


def test_the_first_persona_is_whom_the_blueprint_is_about() -> None:
    document = peopled()
    assert document.main_persona is document.personas[0]
    document.apply(remove_persona(document, "a"))
    assert document.main_persona is None
    assert document.properties.persona == ""


def test_personas_keep_their_order() -> None:
    document = peopled()
    document.apply(move_persona(document, "b", 0))
    assert [found.id for found in document.personas] == ["b", "a"]
    document.apply(move_persona(document, "b", 9))
    assert [found.id for found in document.personas] == ["a", "b"]


def test_a_picture_goes_with_the_last_that_shows_it() -> None:
    document = peopled()
    evidence = document.lanes[0].id
    made = add_pictured_step(document, evidence, document.columns[0].id, PICTURE)
    document.apply(made.change)
    document.apply(remove_persona(document, "a"))
    assert PICTURE.id in document.images
    gone = delete(document, [made.id])
    document.apply(gone)
    assert not document.images
    document.apply(gone.inverted())
    assert PICTURE.id in document.images


def test_a_step_that_takes_another_picture_leaves_the_personas_alone() -> None:
    document = peopled()
    evidence = document.lanes[0].id
    made = add_pictured_step(document, evidence, document.columns[0].id, PICTURE)
    document.apply(made.change)
    document.apply(show_image(document, made.id, OTHER))
    assert set(document.images) == {PICTURE.id, OTHER.id}


def test_merging_keeps_an_image_that_one_side_took_away_and_the_other_shows_anew() -> None:
    base = peopled()
    ours, theirs = base.snapshot(), base.snapshot()
    ours.apply(take_persona_image_away(ours, "a"))
    theirs.apply(set_persona(theirs, "b", image=PICTURE.id))
    merged = merge(base, ours, theirs).document
    assert merged.personas[1].image in merged.images


def test_all_that_is_said_of_a_persona_is_found_and_can_be_replaced() -> None:
    document = peopled()
    said = {"role": "Guest", "description": "Comes late", "goals": ("Sleep",), "quotes": ("Hm",)}
    document.apply(set_persona(document, "a", **said))
    found = {text.path: text.text for text in texts(document) if text.id == "a"}
    assert found == {
        ("name",): "Business traveller",
        ("role",): "Guest",
        ("description",): "Comes late",
        ("goals", 0): "Sleep",
        ("quotes", 0): "Hm",
    }
    persona = document.personas[0]
    assert with_text(persona, ("goals", 0), "Rest") == persona.replaced(goals=("Rest",))
    assert with_text(persona, ("quotes", 0), "") == persona.replaced(quotes=())
