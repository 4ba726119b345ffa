"""The fields of a persona."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.personas import choose_persona, set_persona
from blueprint.model.entities import Persona
from blueprint.ui.fields.codec import LINES, TEXT, YES, Codec
from blueprint.ui.fields.field import Field, Form, Group, Ids
from blueprint.ui.fields.making import entity_field

_QUOTATION_MARKS: Final = '"“”„«»「」『』'


def _lines(text: str) -> tuple[str, ...]:
    """One text a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _quotes(text: str) -> tuple[str, ...]:
    """One quote a line, without the marks that it is shown in."""
    bare = (line.strip(_QUOTATION_MARKS).strip() for line in _lines(text))
    return tuple(line for line in bare if line)


def _of(name: str, label: Message, codec: Codec, **options: Any) -> Field:
    made = entity_field(
        name,
        label,
        codec,
        lambda document, id: document.of_kind(Persona)[id],
        set_persona,
        **options,
    )
    return replace(made, key=f"persona.{name}")


def _is_main(document: Document, id: str) -> str:
    return YES if document.properties.persona == id else ""


def _make_main(document: Document, ids: Ids, text: str) -> Change:
    return choose_persona(document, ids[0] if text == YES else "")


PERSONA_GROUPS: Final = (
    Group(
        "persona",
        None,
        (
            _of("name", message("Name"), TEXT, hint=message("Business traveller")),
            _of("role", message("In short"), TEXT, hint=message("Two nights a month, alone")),
            Field(
                "persona.main",
                message("The blueprint is about this persona"),
                _is_main,
                _make_main,
                form=Form.SWITCH,
            ),
            _of("description", message("Description"), LINES, form=Form.LINES),
            _of(
                "goals",
                message("Goals, one a line"),
                Codec("\n".join, _lines, ()),
                form=Form.LINES,
            ),
            _of(
                "quotes",
                message("What they say, one quote a line"),
                Codec("\n".join, _quotes, ()),
                form=Form.LINES,
            ),
        ),
    ),
)
