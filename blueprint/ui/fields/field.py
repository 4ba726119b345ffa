"""One question about a thing in the document: how it is worded, read and answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pydantic import ValidationError

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.units import UnitError

Ids = tuple[str, ...]


class Form(StrEnum):
    """How a field is asked."""

    LINE = "line"
    LINES = "lines"
    PROSE = "prose"
    """Lines in Markdown."""
    CHOICE = "choice"
    """One of a closed list."""
    SUGGEST = "suggest"
    """Free text with suggestions."""
    SUGGEST_SEVERAL = "suggest several"
    """Texts with commas between, each with suggestions."""
    SEGMENTS = "segments"
    SWITCH = "switch"
    """Its text is "yes" or ""."""


class Choice(NamedTuple):
    """`value` is what is written; `text` is what is shown."""

    value: str
    text: Message | str
    sign: str = ""
    """A picture beside the text, as `ui.signs` names it."""


class InputError(Exception):
    """What was typed cannot be taken; `reason` says why, in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def no_choices(document: Document) -> tuple[Choice, ...]:
    return ()


def no_unit(document: Document) -> Message | str:
    return ""


@dataclass(frozen=True, slots=True)
class Field:
    """`read` gives the text of one thing, `write` the change that gives a text to several.

    `write` may raise UnitError, ChangeRefused or pydantic.ValidationError; `changed` below
    makes InputError of each.
    """

    key: str
    label: Message
    read: Callable[[Document, str], str]
    write: Callable[[Document, Ids, str], Change]
    form: Form = Form.LINE
    choices: Callable[[Document], Sequence[Choice]] = no_choices
    unit: Callable[[Document], Message | str] = no_unit
    hint: Message | None = None
    """What may be typed; shown while the field is empty."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together. With a `switch` the fields show only while it is on."""

    key: str
    title: Message | None
    fields: tuple[Field, ...]
    switch: Field | None = None
    folded: bool = False


def changed(field: Field, document: Document, ids: Ids, text: str) -> Change:
    """The change that gives `text` to all of `ids`. Raises InputError."""
    try:
        change = field.write(document, ids, text)
    except (UnitError, ChangeRefused) as problem:
        raise InputError(problem.reason) from problem
    except ValidationError as problem:
        raise InputError(_out_of_range(problem)) from problem
    return Change(message("Change “{field}”", field=field.label), change.entries)


def shared(field: Field, document: Document, ids: Ids) -> str | None:
    """The text that all of `ids` have in common, or None if they differ."""
    found: str | None = None
    for id in ids:
        text = field.read(document, id)
        if found is not None and text != found:
            return None
        found = text
    return found


def _out_of_range(problem: ValidationError) -> Message:
    """The first thing that pydantic found, in plain words."""
    found = problem.errors(include_url=False, include_input=False)[0]
    limits = found.get("ctx", {})
    match found["type"]:
        case "greater_than_equal":
            return message("The least possible value is {limit}.", limit=limits["ge"])
        case "less_than_equal":
            return message("The greatest possible value is {limit}.", limit=limits["le"])
        case "string_pattern_mismatch":
            return message("This text holds a character that cannot be saved.")
        case "string_too_long":
            return message("This text is too long: {limit} characters at most.", limit=100_000)
        case _:
            return message("This value cannot be kept.")
