"""Chips and the owner's disc: the figures and the name at a card's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from blueprint.drawing.icons import icon
from blueprint.drawing.moved import moved
from blueprint.drawing.primitives import Circle, Primitive, Rect, Stroke
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import centred_line, line
from blueprint.i18n import message, translate
from blueprint.layout.fonts import advance
from blueprint.model.distribution import Shape
from blueprint.model.entities import Step
from blueprint.model.links import linked_path
from blueprint.model.units import show_duration, show_money

HEIGHT: Final = 18
BETWEEN: Final = 4
SIZE: Final = 11
ICON_WIDTH: Final = 22
"""Of a chip without a text."""
OWNER_RADIUS: Final = 9.5


@dataclass(frozen=True, slots=True)
class Chip:
    """A figure with its icon; `rank` says what goes last when there is no room (0: never)."""

    icon: str
    text: str
    rank: int
    over: bool = False

    @property
    def width(self) -> float:
        return _chip_width(self.text) if self.text else ICON_WIDTH


def chips(step: Step, language: str, currency: str, *, limits: bool = False) -> list[Chip]:
    """What is known of a step's time, cost, wait and link; `limits`: the time says its limit."""
    found = []
    if step.duration is not None:
        found.append(Chip("clock", _time(step, language, limits), 0, is_over_limit(step)))
    if step.cost is not None:
        found.append(Chip("coin", show_money(step.cost, currency, language), 2))
    if step.wait is not None and step.wait.expected is not None:
        found.append(Chip("wait", show_duration(step.wait.expected, language), 1))
    if step.link:
        found.append(Chip("file" if linked_path(step.link) else "external", "", 1))
    return found


def is_over_limit(step: Step) -> bool:
    """Whether a step takes longer, on average, than its customer will bear."""
    return (
        step.duration is not None
        and step.tolerance is not None
        and step.duration.mean > step.tolerance
    )


def that_fit(found: list[Chip], width: float) -> tuple[Chip, ...]:
    """The chips that fit side by side: cost goes first, then wait."""
    kept = list(found)
    while kept and row_width(kept) > width:
        kept.remove(max(kept, key=lambda chip: chip.rank))
    return tuple(kept)


@lru_cache(maxsize=4096)
def _chip_width(text: str) -> float:
    return round(advance(text, SIZE)) + 24


def row_width(row: Sequence[Chip]) -> float:
    """How wide a row of chips is."""
    return sum(chip.width for chip in row) + BETWEEN * (len(row) - 1)


def chip_row(row: Sequence[Chip], x: float, y: float, theme: Theme) -> tuple[Primitive, ...]:
    """Chips side by side, whose top left is at (x, y)."""
    return _chip_row(tuple(row), x, y, theme)


@lru_cache(maxsize=8192)
def _chip_row(row: tuple[Chip, ...], x: float, y: float, theme: Theme) -> tuple[Primitive, ...]:
    parts: list[Primitive] = []
    for chip in row:
        parts += moved(_chip(chip, theme), x, y)
        x += chip.width + BETWEEN
    return tuple(parts)


@lru_cache(maxsize=4096)
def _chip(chip: Chip, theme: Theme) -> tuple[Primitive, ...]:
    window = theme.window
    fill = window.error_soft if chip.over else window.sheet
    edge = Stroke(window.error, theme.limit_width) if chip.over else Stroke(theme.chip_edge, 1.0)
    return (
        Rect(0.5, 0.5, chip.width - 1, HEIGHT - 1, (HEIGHT - 1) / 2, fill, edge),
        icon(chip.icon, 5, 3.5, 11, window.ink2),
        *([line(chip.text, 18, 13, SIZE, window.ink)] if chip.text else []),
    )


def _time(step: Step, language: str, limits: bool) -> str:
    assert step.duration is not None
    shown = show_duration(step.duration.mean, language)
    if step.duration.shape is not Shape.FIXED:
        shown = "≈ " + shown
    if limits and step.tolerance is not None:
        limit = show_duration(step.tolerance, language)
        shown = translate(message("{time} of {limit}", time=shown, limit=limit), language)
    return shown


@lru_cache(maxsize=8192)
def owner_disc(
    initials: str, theme: Theme, x: float = 0.0, y: float = 0.0
) -> tuple[Primitive, ...]:
    """A disc about (x, y) with one or two letters."""
    size = 9 if len(initials) > 1 else 10
    return (
        Circle(x, y, OWNER_RADIUS, theme.window.sheet, Stroke(theme.owner_edge, 1.0)),
        centred_line(initials, x, y + 3.6, size, theme.window.ink, bold=True),
    )


_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1024)
def initials(role: str) -> str:
    """One Han character, or the first letters of two words, or the first two of one word."""
    if han := _HAN.search(role):
        return str(han.group())
    words = _WORD.findall(role)
    if not words:
        return role.strip()[:1]
    letters: str = words[0][:2] if len(words) == 1 else words[0][0] + words[1][0]
    return letters.upper()[:2]
