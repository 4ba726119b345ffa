"""What can be said of the document as a whole."""

from __future__ import annotations

from typing import Any, Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.colours import COLOURS
from blueprint.model.document import Document
from blueprint.model.edits.properties import set_properties
from blueprint.model.entities import Properties
from blueprint.ui.fields.codec import FLAG, LINES, RATE, RATES, SECONDS, TEXT, Codec
from blueprint.ui.fields.field import Choice, Field, Form, Group, Ids
from blueprint.ui.fields.making import entity_field


def _properties(document: Document, id: str) -> Properties:
    return document.properties


def _edit(document: Document, id: str, **fields: Any) -> Change:
    return set_properties(document, **fields)


def _of(name: str, label: Message, codec: Codec = TEXT, **options: Any) -> Field:
    return entity_field(name, label, codec, _properties, _edit, **options)


STATES: Final = (
    Choice("", message("No state")),
    Choice("as-is", message("As-is")),
    Choice("to-be", message("To-be")),
)
_LANGUAGES: Final = (Choice("en", "English"), Choice("zh_CN", "简体中文"))
_WIDTHS: Final = (
    Choice("compact", message("Compact")),
    Choice("normal", message("Normal")),
    Choice("wide", message("Wide")),
)
_AS_IS = Codec(str, str, None)

TITLE: Final = _of("title", message("Title"))
STATE: Final = _of(
    "state", message("State"), Codec(str, str, ""), form=Form.CHOICE, choices=lambda _: STATES
)


def _meaning(colour: str) -> Field:
    """What one colour of steps means in the document."""

    def read(document: Document, id: str) -> str:
        return document.properties.colours.get(colour, "")

    def write(document: Document, ids: Ids, text: str) -> Change:
        meanings = {**document.properties.colours, colour: text.strip()}
        return set_properties(
            document, colours={name: said for name, said in meanings.items() if said}
        )

    return Field(f"colours.{colour}", COLOURS[colour], read, write)


DOCUMENT_GROUPS: Final = (
    Group(
        "document",
        None,
        (
            _of("subtitle", message("Subtitle")),
            _of("service", message("Service")),
            _of("purpose", message("Purpose"), hint=message("What it is drawn for")),
            _of("scope", message("Scope"), hint=message("Where it begins and ends")),
            _of("segment", message("Segment"), hint=message("Which customers")),
            _of("scenario", message("Scenario"), hint=message("Which case is shown")),
            STATE,
            _of("version", message("Version")),
            _of("date", message("Date")),
            _of("author", message("Drawn by"), hint=message("A role or a team")),
        ),
    ),
    Group(
        "sheet",
        message("Language and sheet"),
        (
            _of(
                "language",
                message("Language"),
                _AS_IS,
                form=Form.CHOICE,
                choices=lambda _: _LANGUAGES,
            ),
            _of("currency", message("Currency"), hint=message("USD, EUR, CNY")),
            _of(
                "column_width",
                message("Columns"),
                _AS_IS,
                form=Form.CHOICE,
                choices=lambda _: _WIDTHS,
            ),
            _of(
                "line_of_order_penetration",
                message("Line of order penetration"),
                FLAG,
                form=Form.SWITCH,
            ),
            _of(
                "line_of_implementation",
                message("Line of implementation"),
                FLAG,
                form=Form.SWITCH,
            ),
        ),
    ),
    Group(
        "demand",
        message("Demand and promise"),
        (
            _of("arrivals_per_hour", message("Arrivals"), RATE, unit=lambda _: message("an hour")),
            _of("arrivals_by_hour", message("By hour"), RATES, hint=message("24 numbers")),
            _of("promise", message("Promise"), hint=message("What customers are promised")),
            _of("promise_seconds", message("In total"), SECONDS, hint=message("75 s, 5 min")),
        ),
    ),
    Group(
        "package",
        message("Service package"),
        (
            _of("supporting_facility", message("Supporting facility"), LINES),
            _of("facilitating_goods", message("Facilitating goods"), LINES),
            _of("explicit_service", message("Explicit service"), LINES),
            _of("implicit_service", message("Implicit service"), LINES),
        ),
    ),
    Group("colours", message("What colours mean"), tuple(map(_meaning, COLOURS))),
)
