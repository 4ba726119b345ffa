"""Edits of personas: whom the service is designed for."""

from __future__ import annotations

from typing import Any

from blueprint.i18n import message
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.images import pictured
from blueprint.model.edits.pictures import left_over
from blueprint.model.edits.places import keys_at
from blueprint.model.entities import Image, Persona
from blueprint.model.ids import NewId


def add_persona(
    document: Document, name: str = "", *, new_id: NewId | None = None, **fields: Any
) -> Added:
    """A new persona after the others. The first one is whom the blueprint is about."""
    made = ids_for(document, new_id)("persona")
    others = document.personas
    order = keys_at(others, len(others))[0]
    persona = Persona(id=made, name=name, order=order, **fields)
    change = adding(message("Add persona"), [persona])
    if not others:
        change = change.then(_about(document, made))
    return Added(change, made)


def set_persona(document: Document, persona: str, **fields: Any) -> Change:
    """Fill in fields of a persona. Raises pydantic.ValidationError if a value cannot be kept."""
    old = _persona(document, persona)
    return replacing(message("Change persona"), [(old, old.replaced(**fields))])


def remove_persona(document: Document, persona: str) -> Change:
    """Remove a persona, and its picture if nothing else shows it."""
    gone = _persona(document, persona)
    change = removing(
        message("Delete persona “{name}”", name=gone.name), [gone, *left_over(document, [gone])]
    )
    if document.properties.persona == persona:
        change = change.then(_about(document, ""))
    return change


def move_persona(document: Document, persona: str, index: int) -> Change:
    """Put a persona at place `index` among the others, counted without itself."""
    moved = _persona(document, persona)
    others = [found for found in document.personas if found.id != persona]
    order = keys_at(others, index)[0]
    return replacing(message("Move persona"), [(moved, moved.replaced(order=order))])


def choose_persona(document: Document, persona: str) -> Change:
    """Say whom the blueprint is about; empty for nobody."""
    return Change(message("Choose main persona"), _about(document, persona).entries)


def show_persona_image(document: Document, persona: str, image: Image) -> Change:
    """Give a persona a picture; the one it had goes if nothing else shows it."""
    old = _persona(document, persona)
    return pictured(document, old, old.replaced(image=image.id), image)


def take_persona_image_away(document: Document, persona: str) -> Change:
    """Let a persona have no picture."""
    old = _persona(document, persona)
    change = replacing(message("Remove picture"), [(old, old.replaced(image=""))])
    return change.then(removing(change.label, left_over(document, [old])))


def _about(document: Document, persona: str) -> Change:
    old = document.properties
    return replacing(message("Choose main persona"), [(old, old.replaced(persona=persona))])


def _persona(document: Document, id: str) -> Persona:
    """Raises KeyError if there is no such persona."""
    return document.of_kind(Persona)[id]
