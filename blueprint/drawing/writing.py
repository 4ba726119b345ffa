"""Texts of the drawing as primitives, from blocks that the layout has broken."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.drawing.primitives import Colour, Text
from blueprint.layout.fonts import advance
from blueprint.layout.geometry import TextBlock
from blueprint.layout.text import break_text


def block(text: TextBlock, x: float, y: float, colour: Colour) -> Iterator[Text]:
    """The lines of `text`, whose top left is at (x, y)."""
    for line in text.lines:
        if line.text:
            yield Text(
                line.text, x + line.x, y + line.baseline, text.size, colour, text.bold, line.width
            )


def line(
    text: str, x: float, baseline: float, size: int, colour: Colour, *, bold: bool = False
) -> Text:
    """One line from its left end."""
    return Text(text, x, baseline, size, colour, bold, advance(text, size, bold))


def line_ending_at(
    text: str, x: float, baseline: float, size: int, colour: Colour, *, bold: bool = False
) -> Text:
    """One line that ends at `x`."""
    width = advance(text, size, bold)
    return Text(text, x - width, baseline, size, colour, bold, width)


def centred_line(
    text: str, x: float, baseline: float, size: int, colour: Colour, *, bold: bool = False
) -> Text:
    """One line whose middle is at `x`."""
    width = advance(text, size, bold)
    return Text(text, x - width / 2, baseline, size, colour, bold, width)


def shortened(text: str, width: float, size: int, *, bold: bool = False) -> str:
    """`text` on one line no wider than `width`, with an ellipsis where it would be wider."""
    one_line = " ".join(text.split())
    return break_text(one_line, width, size, bold, most_lines=1).lines[0].text
