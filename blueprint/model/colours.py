"""The colours that steps can be marked with, and what they are called."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.entities import Properties, Step
from blueprint.model.notation import StepKind

COLOURS: Final[dict[str, Message]] = {
    "red": message("Red"),
    "orange": message("Orange"),
    "yellow": message("Yellow"),
    "green": message("Green"),
    "blue": message("Blue"),
    "purple": message("Purple"),
    "grey": message("Grey"),
}
"""In the order in which they are offered and listed."""


def card_colour(step: Step) -> str:
    """The colour that a step's card shows; empty for none. A sticky note has its paper's."""
    return step.colour if step.colour in COLOURS and step.kind is not StepKind.NOTE else ""


def colour_title(properties: Properties, colour: str) -> Message | str:
    """What a colour means in a document, or else what it is called."""
    return properties.colours.get(colour, "").strip() or COLOURS.get(colour, colour)
