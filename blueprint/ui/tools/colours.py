"""The colour of steps, from menus, the palette and keys alike."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.edits.steps import set_fields
from blueprint.ui.session import Session

COLOUR_ACTS: Final[dict[str, Message]] = {
    "": message("The lane’s own colour"),
    "red": message("Colour red"),
    "orange": message("Colour orange"),
    "yellow": message("Colour yellow"),
    "green": message("Colour green"),
    "blue": message("Colour blue"),
    "purple": message("Colour purple"),
    "grey": message("Colour grey"),
}
"""What gives steps each colour, by its name."""


def shared_colour(session: Session) -> str | None:
    """The colour that all selected steps have; None if they differ or there are none."""
    found = {session.document.step(id).colour for id in session.selected_steps}
    return found.pop() if len(found) == 1 else None


def colour_selected(session: Session, colour: str) -> None:
    """Mark the selected steps with a colour; empty takes it from them."""
    ids = session.selected_steps
    name = message("Colour step", "Colour {count} steps", count=len(ids))

    def change() -> Change:
        return set_fields(session.document, ids, name, colour=colour)

    if ids:
        session.attempt(change)


def select_same_colour(session: Session) -> None:
    """Select every step that has a colour of the selected ones."""
    steps = session.document.steps
    colours = {steps[id].colour for id in session.selected_steps}
    session.select([id for id, step in steps.items() if step.colour in colours])
