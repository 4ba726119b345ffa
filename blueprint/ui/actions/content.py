"""Actions on what a blueprint holds besides its steps' own figures: colours, tags, lane icons."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.ui.actions.action import Action, Desk, with_document, with_steps
from blueprint.ui.tools.colours import (
    COLOUR_ACTS,
    colour_selected,
    select_same_colour,
    shared_colour,
)
from blueprint.ui.tools.folding import chosen_lanes


def _colour(name: str) -> Action:
    return Action(
        f"colour.{name or 'none'}",
        COLOUR_ACTS[name],
        lambda desk: colour_selected(desk.session, name),
        sign=f"colour/{name}",
        enabled=with_steps,
        checked=lambda desk: shared_colour(desk.session) == name,
        hint=message("mark, highlight"),
    )


def _with_tags(desk: Desk) -> bool:
    steps = desk.session.document.steps
    return any(steps[id].tags for id in desk.session.selected_steps)


def _with_lane(desk: Desk) -> bool:
    return desk.files.has_document and bool(chosen_lanes(desk.session))


COLOUR_ACTIONS: Final = tuple(map(_colour, COLOUR_ACTS))

CONTENT_ACTIONS: Final = (
    Action(
        "personas",
        message("Personas…"),
        lambda desk: desk.frame.open_dialog("personas"),
        icon="persona",
        enabled=with_document,
        hint=message("customer, user, audience"),
    ),
    Action(
        "select_colour",
        message("Select steps of the same colour"),
        lambda desk: select_same_colour(desk.session),
        icon="palette",
        enabled=with_steps,
    ),
    Action(
        "field.tags",
        message("Set tags"),
        lambda desk: desk.frame.focus_field("tags"),
        icon="tag",
        enabled=with_steps,
    ),
    Action(
        "find_tag",
        message("Dim all but the steps with this tag"),
        lambda desk: desk.frame.find_tag(),
        enabled=_with_tags,
    ),
    Action(
        "lane_icon",
        message("Icon of the lane…"),
        lambda desk: desk.frame.open_dialog("lane_icon"),
        icon="lane",
        enabled=_with_lane,
    ),
)
