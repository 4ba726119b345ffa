"""What a step looks like: its card, and the badges at the card's corners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple, Protocol

from blueprint.drawing.badges import Badge, badge_at, comment_bubble
from blueprint.drawing.chips import (
    HEIGHT,
    Chip,
    chip_row,
    chips,
    initials,
    is_over_limit,
    owner_disc,
    row_width,
    that_fit,
)
from blueprint.drawing.detail import Detail
from blueprint.drawing.moved import moved
from blueprint.drawing.primitives import Group, Layer, Picture, Primitive, Rect, Stroke
from blueprint.drawing.remarks import remark_sign
from blueprint.drawing.silhouettes import block, silhouette
from blueprint.drawing.stickies import far_sticky, sticky
from blueprint.drawing.tags import row_width as tags_width
from blueprint.drawing.tags import tag_row, tags_that_fit
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import block as text_lines
from blueprint.drawing.writing import line, shortened
from blueprint.layout import sizes
from blueprint.layout.fonts import advance
from blueprint.layout.geometry import Box, Card, TextBlock, TextLine
from blueprint.layout.text import ELLIPSIS
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind

BADGE_STEP: Final = 22
CUT_CORNER: Final = 16
BUBBLE_HALF: Final = 13
SAID_LEFT: Final = 18
"""Left of what was said: the star has its place there."""
SAID_LEAST: Final = 30
SAID_SIDES: Final = 4
SAID_SIZE: Final = 8
CARD_REACH: Final = 2.0
"""How far a card's edge reaches beyond its box."""
BADGE_REACH: Final = 22.0
"""How far badges reach beyond the card's box at most."""

_MARKERS: Final = {"error": Badge.ERROR, "warning": Badge.WARNING, "hint": Badge.HINT}


class PlacesCards(Protocol):
    """What of a layout the drawing of cards needs."""

    def card(self, id: str, /) -> Card: ...


def card_group(
    document: Document,
    layout: PlacesCards,
    theme: Theme,
    language: str,
    step_id: str,
    *,
    detail: Detail = Detail.FULL,
) -> Group:
    """A step's card in coordinates of its own: equal cards have equal primitives.

    `language` is the document's or the reader's: figures are written in it. Steps of emotion
    rows have no card; their group is empty (see `annotations`).
    """
    step = document.step(step_id)
    place = layout.card(step_id)
    role = document.lane(step.lane).role
    parts: tuple[Primitive, ...] = ()
    if role is not LaneRole.EMOTION:
        manner = _Manner(theme, language, document.properties.currency, detail)
        parts = tuple(_card(step, role, place, manner))
    box = place.box
    return Group(
        entity=step_id,
        layer=Layer.CARDS,
        x=box.x,
        y=box.y,
        bounds=Box(0, 0, box.width, box.height).grown(CARD_REACH),
        primitives=parts,
        title=step.label,
    )


def badge_group(
    document: Document,
    layout: PlacesCards,
    theme: Theme,
    step_id: str,
    *,
    detail: Detail = Detail.FULL,
    marker: str | None = None,
    comments: int = 0,
    said: str = "",
) -> Group | None:
    """The badges of a step, in its card's coordinates; None if it has none.

    `said` is the first of its open comments, which is shown from near.

    `marker` is the severity of the worst problem found ("error", "warning" or "hint").
    """
    step = document.step(step_id)
    box = layout.card(step_id).box
    letters = detail is not Detail.BLOCKS
    parts = [*_corner_badges(step, box.width, theme, letters)]
    if comments and letters:
        told = said if detail is Detail.NEAR else ""
        parts += _comments(step, box.width, theme, comments, told)
    if marker in _MARKERS:
        parts += badge_at(_MARKERS[marker], -2, box.height - 2, theme, letters=letters)
    if not parts:
        return None
    bounds = Box(0, 0, box.width, box.height).grown(BADGE_REACH)
    return Group(step_id, Layer.BADGES, box.x, box.y, bounds, tuple(parts), "")


def step_badges(step: Step) -> list[Badge]:
    """The badges at the top right of a step's card, from the right."""
    found = [Badge.FAIL] if step.fail is not None else []
    if step.wait is not None or step.kind is StepKind.WAIT:
        found.append(Badge.WAIT)
    return found


def _inset(step: Step, usual: int) -> int:
    """How far in a badge stands, so that it meets the card's edge where its corners are cut."""
    return CUT_CORNER if step.kind in (StepKind.DECISION, StepKind.START, StepKind.END) else usual


def _corner_badges(step: Step, width: float, theme: Theme, letters: bool) -> Iterator[Primitive]:
    x = width - _inset(step, 8)
    for kind in step_badges(step):
        yield from badge_at(kind, x, 0, theme, letters=letters)
        x -= BADGE_STEP
    if step.moment_of_truth:
        yield from badge_at(Badge.MOMENT_OF_TRUTH, _inset(step, 6), 0, theme, letters=letters)


def bubble_place(step: Step, width: float) -> tuple[float, float]:
    """Where the bubble of comments stands, in the coordinates of a card of that width."""
    taken = len(step_badges(step))
    return width - _inset(step, 8) - BADGE_STEP * taken + (-4 if taken else 4), -4.0


def _comments(step: Step, width: float, theme: Theme, count: int, said: str) -> Iterator[Primitive]:
    """The bubble, and left of it what was said first, where there is room for it."""
    x, y = bubble_place(step, width)
    room = x - BUBBLE_HALF - SAID_LEFT
    if said and room > SAID_LEAST:
        text = shortened(said, room - 2 * SAID_SIDES, SAID_SIZE)
        wide = advance(text, SAID_SIZE, False) + 2 * SAID_SIDES
        left, edge = x - BUBBLE_HALF - wide, Stroke(theme.window.accent, 0.75)
        yield Rect(left, y - 9, wide, 15, 4, theme.window.accent_soft, edge)
        yield line(text, left + SAID_SIDES, y + 2.2, SAID_SIZE, theme.window.ink)
    yield from moved(comment_bubble(count, theme), x, y)


class _Manner(NamedTuple):
    """How cards are drawn, whatever the step."""

    theme: Theme
    language: str
    currency: str
    detail: Detail


def _card(step: Step, role: LaneRole, place: Card, manner: _Manner) -> Iterator[Primitive]:
    width, height, theme = place.box.width, place.box.height, manner.theme
    if manner.detail is Detail.BLOCKS:
        if step.kind is StepKind.NOTE:
            yield from far_sticky(step.sticky_colour, width, height, theme)
        else:
            yield from block(role, step.kind, width, height, theme, mark=step.colour)
        return
    yield from _body(step, role, width, height, theme)
    yield from _picture(step, role, place)
    footed = manner.detail > Detail.OUTLINES or is_over_limit(step)
    text = place.text if manner.detail > Detail.OUTLINES else _first_lines(place.text)
    y = place.text_at.y if footed else _middle(step, role, place, text)
    yield from text_lines(text, place.text_at.x, y, theme.window.ink)
    if footed:
        yield from _foot(step, role, place, manner)
    if step.tags and manner.detail > Detail.OUTLINES:
        yield from _tags(step, role, place, theme)


def _body(
    step: Step, role: LaneRole, width: float, height: float, theme: Theme
) -> Iterator[Primitive]:
    """The empty card: a sticky note has its own colour, a remark the sign of its row."""
    if step.kind is StepKind.NOTE:
        yield from sticky(step.sticky_colour, width, height, theme)
        return
    yield from silhouette(role, step.kind, width, height, theme, mark=step.colour)
    if role in sizes.WITH_SIGN:
        yield from remark_sign(step, role, height, theme)


def _middle(step: Step, role: LaneRole, place: Card, text: TextBlock) -> float:
    """Where text begins that has the whole height of its card, less any picture."""
    top = sizes.top_padding(role, step.kind) + sizes.picture_room(step)
    return top + (place.box.height - top - sizes.PADDING_TOP - text.height) / 2


def _picture(step: Step, role: LaneRole, place: Card) -> Iterator[Primitive]:
    """The step's image, as wide as its text and above it."""
    if not step.image:
        return
    left, right = sizes.side_paddings(role, step.kind)
    y = place.text_at.y - sizes.picture_room(step)
    width = place.box.width - left - right
    yield Picture(left, y, width, sizes.PICTURE_HEIGHT, step.image)


def _foot(step: Step, role: LaneRole, place: Card, manner: _Manner) -> Iterator[Primitive]:
    """The row of chips and the owner's disc."""
    left, right = sizes.side_paddings(role, step.kind)
    y = place.text_at.y + place.text.height + sizes.CHIP_GAP
    end = place.box.width - right
    owner = step.owner.strip() if manner.detail > Detail.OUTLINES else ""
    row = _chips(step, end - left - (18 if owner else -4), manner)
    middle = sizes.centred(role, step.kind) and not owner
    x = (place.box.width - row_width(row)) / 2 if middle else left - 2
    yield from chip_row(row, x, y, manner.theme)
    if owner:
        yield from owner_disc(initials(owner), manner.theme, end - 7, y + HEIGHT / 2)


def _tags(step: Step, role: LaneRole, place: Card, theme: Theme) -> Iterator[Primitive]:
    """The row of tags below the chips."""
    left, right = sizes.side_paddings(role, step.kind)
    row = tags_that_fit(step.tags, place.box.width - left - right + 4)
    bottom = place.text_at.y + place.text.height + sizes.foot_room(step)
    middle = sizes.centred(role, step.kind)
    x = (place.box.width - tags_width(row)) / 2 if middle else left - 2
    yield from tag_row(row, x, bottom - sizes.stripe_room(step) - sizes.TAG_HEIGHT, theme)


def _chips(step: Step, room: float, manner: _Manner) -> tuple[Chip, ...]:
    row = chips(step, manner.language, manner.currency, limits=manner.detail is Detail.NEAR)
    if manner.detail is Detail.NEAR and row_width(row) > room:
        row = chips(step, manner.language, manner.currency)
    if manner.detail is Detail.OUTLINES:
        row = [chip for chip in row if chip.over]
    return that_fit(row, room)


def _first_lines(text: TextBlock, most: int = 2) -> TextBlock:
    """The first lines of a text, the last of them with an ellipsis if more follow."""
    if len(text.lines) <= most:
        return text
    last = text.lines[most - 1]
    height = text.height * most / len(text.lines)
    shown = (*text.lines[: most - 1], _with_ellipsis(last, text))
    return replace(text, lines=shown, height=height, cut=True)


def _with_ellipsis(line: TextLine, text: TextBlock) -> TextLine:
    shown = line.text
    while shown and advance(shown + ELLIPSIS, text.size, text.bold) > text.width:
        shown = shown[:-1]
    shown = shown.rstrip() + ELLIPSIS
    width = advance(shown, text.size, text.bold)
    return TextLine(
        shown, line.x + (line.width - width) / 2 if line.x else 0.0, line.baseline, width
    )
