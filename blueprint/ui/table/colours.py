"""The colour of a step as a cell of text: its name in the language of the window."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import current_language, message, translate
from blueprint.model.change import Change
from blueprint.model.colours import COLOURS
from blueprint.model.document import Document
from blueprint.storage.table.columns import read_card_colour
from blueprint.ui.fields.field import Choice, Field, Form, Ids
from blueprint.ui.fields.step import COLOUR_FIELD


def _name(colour: str) -> str:
    title = COLOURS.get(colour)
    return translate(title, current_language()) if title else ""


def _read(document: Document, id: str) -> str:
    return _name(document.step(id).colour)


def _write(document: Document, ids: Ids, text: str) -> Change:
    """Takes the name in either language, and what the colour means in the document."""
    meanings = {said.lower(): colour for colour, said in document.properties.colours.items()}
    word = text.strip().lower()
    colour = meanings.get(word) or (read_card_colour(text) if word else "")
    return COLOUR_FIELD.write(document, ids, colour)


def _choices(document: Document) -> tuple[Choice, ...]:
    return tuple(Choice(_name(colour), _name(colour)) for colour in COLOURS)


COLOUR: Final = Field(
    "colour", message("Card colour"), _read, _write, form=Form.CHOICE, choices=_choices
)
