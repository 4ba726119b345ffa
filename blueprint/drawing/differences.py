"""How cards show that they are not as they were: another edge, and a tag below the corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from blueprint.drawing.cards import BADGE_REACH, CARD_REACH
from blueprint.drawing.primitives import Drawing, Group, Layer, Path, Primitive, Rect, Stroke, Text
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import line
from blueprint.i18n import Message, current_language, message, translate
from blueprint.layout.geometry import Box
from blueprint.model.comparison.matching import Difference

DIFFERENCE_TITLES: Final[dict[Difference, Message]] = {
    Difference.ADDED: message("Added"),
    Difference.REMOVED: message("Removed"),
    Difference.MOVED: message("Moved"),
    Difference.CHANGED: message("Changed"),
}
TAG_HEIGHT: Final = 16.0
_EDGE: Final = 2.0
_GONE: Final = (4.0, 3.0)
"""The dash of an edge round what is no more."""


def difference_colour(difference: Difference, theme: Theme) -> str:
    """The colour that a difference has wherever two versions are compared."""
    window = theme.window
    return {
        Difference.ADDED: window.ok,
        Difference.REMOVED: window.error,
        Difference.MOVED: window.info,
        Difference.CHANGED: window.warn,
    }[difference]


def dressed(card: Group, difference: Difference, theme: Theme) -> Group:
    """A card with the edge of its difference; what was removed is empty and struck out."""
    if not card.primitives:
        return card
    removed = difference is Difference.REMOVED
    colour = difference_colour(difference, theme)
    edge = Stroke(colour, 1.5 if removed else _EDGE, _GONE if removed else ())
    first, *rest = card.primitives
    if isinstance(first, (Path, Rect)):
        fill = theme.window.sheet if removed else first.fill
        first = replace(first, fill=fill, stroke=edge)
    shown = (first, *(_faded(part, colour, theme) if removed else part for part in rest))
    return replace(card, primitives=shown)


def _faded(part: Primitive, colour: str, theme: Theme) -> Primitive:
    """A part of a card that is no more: its text struck out, its trim in the colour of that."""
    if isinstance(part, Text):
        return replace(part, struck=part.size >= 12, colour=theme.window.ink2)
    if isinstance(part, Path) and part.fill not in (None, theme.window.sheet):
        return replace(part, fill=colour)
    return part


def with_tag(
    card: Group, badges: Group | None, difference: Difference, theme: Theme, language: str = ""
) -> Group:
    """The badges of a card and the tag of its difference at the bottom left.

    `language` empty: the one in use.
    """
    height = card.bounds.bottom - CARD_REACH
    words = translate(DIFFERENCE_TITLES[difference], language or current_language())
    text = line(words, 0, height + 3.5, 10, theme.on_error, bold=True)
    ground = difference_colour(difference, theme)
    tag = (Rect(-6, height - 8, text.width + 12, TAG_HEIGHT, 3, ground), text)
    if badges is not None:
        return replace(badges, primitives=(*badges.primitives, *tag))
    bounds = Box(0, 0, card.bounds.right - CARD_REACH, height).grown(BADGE_REACH)
    return Group(card.entity, Layer.BADGES, card.x, card.y, bounds, tag)


def with_differences(
    drawing: Drawing, differences: Mapping[str, Difference], theme: Theme, language: str
) -> Drawing:
    """The drawing with every step that differs dressed and tagged."""
    groups = tuple(_marked(drawing.groups, differences, theme, language))
    return replace(drawing, groups=groups)


def _marked(
    groups: tuple[Group, ...], marks: Mapping[str, Difference], theme: Theme, language: str
) -> Iterator[Group]:
    cards = {group.entity: group for group in groups if group.layer is Layer.CARDS}
    badged = {group.entity for group in groups if group.layer is Layer.BADGES}
    for group in groups:
        difference = marks.get(group.entity)
        if difference is None or group.layer not in (Layer.CARDS, Layer.BADGES):
            yield group
        elif group.layer is Layer.BADGES:
            yield with_tag(cards[group.entity], group, difference, theme, language)
        else:
            yield dressed(group, difference, theme)
            if group.entity not in badged:
                yield with_tag(group, None, difference, theme, language)
