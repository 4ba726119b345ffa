"""How well a theme can be read: the contrast of all that is written in it (WCAG 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from blueprint.drawing.primitives import Colour
from blueprint.drawing.theme import Theme
from blueprint.i18n import Message, message
from blueprint.model.notation import LaneRole
from blueprint.model.terms import ROLE_TITLES

COLOURED_ROLES: Final = (
    LaneRole.EVIDENCE,
    LaneRole.CUSTOMER,
    LaneRole.ONSTAGE,
    LaneRole.ONSTAGE_TECHNOLOGY,
    LaneRole.BACKSTAGE,
    LaneRole.SUPPORT,
    LaneRole.MANAGEMENT,
    LaneRole.METRIC,
)
"""The roles that have colours of their own."""
LEAST: Final = 4.5
"""The ratio that a text needs to its ground."""


class Pair(NamedTuple):
    """A text, its colour and the ground that it stands on."""

    what: Message
    text: Colour
    ground: Colour

    @property
    def ratio(self) -> float:
        return contrast(self.text, self.ground)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21: (lighter + 0.05) / (darker + 0.05) of the relative luminances."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    """Of a colour written #RRGGBB, from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_pairs(look: Theme) -> Iterator[Pair]:
    """All that is written in a drawing and in the window, each on its ground."""
    window = look.window
    yield Pair(message("Texts of the window"), window.ink, window.panel)
    yield Pair(message("Second texts of the window"), window.ink2, window.panel)
    yield Pair(message("Faint texts of the window"), window.ink3, window.panel)
    yield Pair(message("Primary button"), window.accent_ink, window.accent)
    yield Pair(message("What is chosen"), window.accent, window.accent_soft)
    yield Pair(message("Errors"), window.error, window.panel)
    yield Pair(message("Phase"), window.ink, look.phase)
    yield Pair(message("Line of visibility"), window.lov, window.sheet)
    yield Pair(message("Fail point"), look.on_error, window.error)
    for role in COLOURED_ROLES:
        yield from _of_role(look, role)


def _of_role(look: Theme, role: LaneRole) -> Iterator[Pair]:
    colours, window, lane = look.roles[role], look.window, ROLE_TITLES[role]
    yield Pair(message("Cards in “{lane}”", lane=lane), window.ink, colours.fill)
    yield Pair(message("Name of “{lane}”", lane=lane), colours.text, colours.header)
    yield Pair(message("Second line of “{lane}”", lane=lane), window.ink2, colours.header)
    yield Pair(message("Connectors in “{lane}”", lane=lane), window.flow, colours.band)


def weak_pairs(look: Theme) -> tuple[Pair, ...]:
    """What is too hard to read."""
    return tuple(pair for pair in text_pairs(look) if pair.ratio < LEAST)
