"""The row of channels: where nothing was written by hand, the channels of the column's steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from blueprint.drawing.icons import icon
from blueprint.drawing.primitives import Primitive
from blueprint.drawing.remarks import SIGN, SIGN_X, channel_icon
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import line, shortened
from blueprint.i18n import message, translate
from blueprint.layout.geometry import ColumnBand, LaneBand
from blueprint.layout.sizes import SIGN_LEFT
from blueprint.model.document import Document
from blueprint.model.notation import ABOVE_VISIBILITY
from blueprint.model.reading.roles import channel_word

CHANNEL_TITLES: Final = {
    "in person": message("In person"),
    "self": message("Self-service"),
    "phone": message("Phone"),
    "mail": message("Mail"),
    "chat": message("Chat"),
    "app": message("App"),
    "web": message("Web"),
}


def channels_in(document: Document, column: str) -> list[str]:
    """The channels by which the customer is met in a column, each once, from the top."""
    lanes = [lane.id for lane in document.lanes if lane.role in ABOVE_VISIBILITY]
    steps = [step for lane in lanes for step in document.cell(lane, column)]
    return list(dict.fromkeys(step.channel.strip() for step in steps if step.channel.strip()))


def channel_words(
    document: Document,
    columns: Sequence[ColumnBand],
    lane: LaneBand,
    theme: Theme,
    language: str,
) -> Iterator[Primitive]:
    """A sign and the channels in words, in columns where the row holds nothing of its own."""
    middle = lane.box.height / 2
    for column in columns:
        found = channels_in(document, column.column)
        if not found or document.cell(lane.lane, column.column):
            continue
        sign = channel_icon(found[0])
        strong = theme.roles[lane.role].strong
        yield icon(sign, column.x + SIGN_X, middle - SIGN / 2, SIGN, strong)
        words = ", ".join(_said(channel, language) for channel in found)
        shown = shortened(words, column.width - SIGN_LEFT, 11)
        yield line(shown, column.x + SIGN_LEFT, middle + 4, 11, theme.window.ink2)


def _said(channel: str, language: str) -> str:
    title = CHANNEL_TITLES.get(channel_word(channel))
    return translate(title, language) if title else channel
