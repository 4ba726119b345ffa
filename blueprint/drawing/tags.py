"""Tags at a card's foot: small labels with square corners, unlike the round chips of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import line, shortened
from blueprint.layout.fonts import advance
from blueprint.layout.sizes import TAG_HEIGHT

SIZE: Final = 11
SIDES: Final = 5
BETWEEN: Final = 4
RADIUS: Final = 3


@lru_cache(maxsize=4096)
def tags_that_fit(tags: tuple[str, ...], room: float) -> tuple[str, ...]:
    """The tags that fit side by side, then how many more there are; the first is shortened."""
    for count in range(len(tags), 0, -1):
        more = len(tags) - count
        shown = (*tags[:count], *([f"+{more}"] if more else []))
        if row_width(shown) <= room:
            return shown
    rest = (f"+{len(tags) - 1}",) if len(tags) > 1 else ()
    left = room - 2 * SIDES - sum(_width(text) + BETWEEN for text in rest)
    return (shortened(tags[0], max(left, SIZE), SIZE), *rest)


def row_width(tags: Sequence[str]) -> float:
    """How wide a row of tags is."""
    return sum(_width(tag) + BETWEEN for tag in tags) - BETWEEN


def tag_row(tags: Sequence[str], x: float, y: float, theme: Theme) -> Iterator[Primitive]:
    """Tags side by side, whose top left is at (x, y)."""
    edge = Stroke(theme.chip_edge, 1.0)
    for tag in tags:
        width = _width(tag)
        yield Rect(x + 0.5, y + 0.5, width - 1, TAG_HEIGHT - 1, RADIUS, theme.phase, edge)
        yield line(tag, x + SIDES, y + 12, SIZE, theme.window.ink)
        x += width + BETWEEN


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    return round(advance(text, SIZE)) + 2 * SIDES
