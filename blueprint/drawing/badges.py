"""Badges and markers: small signs at a card's corners, each known by its outline alone.

Each is drawn about a centre and has a halo of the sheet's colour, so that no stroke meets it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from blueprint.drawing.moved import moved
from blueprint.drawing.primitives import Cap, Circle, Colour, Path, Primitive, Stroke
from blueprint.drawing.shapes import Commands, octagon, polygon, polyline, rounded, star
from blueprint.drawing.theme import Theme
from blueprint.drawing.writing import centred_line


class Badge(StrEnum):
    """A mark at a card's edge: what the step is, or the gravest finding about it."""

    FAIL = "fail"
    WAIT = "wait"
    DECISION = "decision"
    MOMENT_OF_TRUTH = "moment_of_truth"
    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


HALO: Final = 2.0
EDGE: Final = 1.25


@lru_cache(maxsize=1024)
def badge(kind: Badge, theme: Theme, *, letters: bool = True) -> tuple[Primitive, ...]:
    """A badge about (0, 0); without letters from afar."""
    shape = _MAKERS[kind](theme)
    return (*_halo(shape[0], theme), *(shape if letters else shape[:1]))


@lru_cache(maxsize=8192)
def badge_at(
    kind: Badge, x: float, y: float, theme: Theme, *, letters: bool = True
) -> tuple[Primitive, ...]:
    """The same about (x, y)."""
    return tuple(moved(badge(kind, theme, letters=letters), x, y))


def comment_bubble(count: int, theme: Theme) -> tuple[Primitive, ...]:
    """A speech bubble 22 by 15 about (0, −1.5), with the number of comments."""
    body = Path(_bubble(), theme.window.accent)
    shown = str(count) if count < 100 else "99"
    letter = centred_line(shown, 0, 2.2, 10, theme.window.accent_ink, bold=True)
    return (*_halo(body, theme), body, letter)


def _halo(shape: Primitive, theme: Theme) -> tuple[Primitive, ...]:
    sheet = theme.window.sheet
    if isinstance(shape, Circle):
        return (Circle(shape.x, shape.y, shape.radius + HALO, sheet),)
    assert isinstance(shape, Path)
    edge = shape.stroke.width if shape.stroke else 0.0
    return (Path(shape.commands, sheet, Stroke(sheet, 2 * HALO + edge)),)


def _disc(radius: float, fill: Colour) -> Circle:
    return Circle(0, 0, radius, fill)


def _fail(theme: Theme) -> list[Primitive]:
    return [
        _disc(8.5, theme.window.error),
        centred_line("F", 0, 4, 11, theme.on_error, bold=True),
    ]


def _wait(theme: Theme) -> list[Primitive]:
    triangle = polygon([(0, -9.5), (10, 7.5), (-10, 7.5)])
    return [
        Path(triangle, theme.window.warn_fill, Stroke(theme.mark_edge, EDGE)),
        centred_line("W", 0, 5.2, 9, theme.on_mark, bold=True),
    ]


def _decision(theme: Theme) -> list[Primitive]:
    diamond = polygon([(0, -9.5), (9.5, 0), (0, 9.5), (-9.5, 0)])
    return [
        Path(diamond, theme.window.sheet, Stroke(theme.window.ink, 1.5)),
        centred_line("D", 0, 3.6, 10, theme.window.ink, bold=True),
    ]


def _moment_of_truth(theme: Theme) -> list[Primitive]:
    return [Path(star(0, 0, 9.6, 4.2), theme.star, Stroke(theme.mark_edge, EDGE))]


def _error(theme: Theme) -> list[Primitive]:
    cross = Stroke(theme.on_error, 1.8, cap=Cap.ROUND)
    return [
        Path(octagon(0, 0, 8.5), theme.window.error),
        Path(polyline([(-2.8, -2.8), (2.8, 2.8)]), stroke=cross),
        Path(polyline([(2.8, -2.8), (-2.8, 2.8)]), stroke=cross),
    ]


def _warning(theme: Theme) -> list[Primitive]:
    triangle = polygon([(0, -8), (9, 7), (-9, 7)])
    return [
        Path(triangle, theme.window.warn_fill, Stroke(theme.mark_edge, EDGE)),
        _upright(-2.6, 2.0, theme.on_mark),
        _dot(4.7, theme.on_mark),
    ]


def _hint(theme: Theme) -> list[Primitive]:
    return [
        _disc(8, theme.window.info),
        _dot(-3.6, theme.on_error),
        _upright(-0.8, 4.0, theme.on_error),
    ]


def _upright(top: float, bottom: float, colour: Colour) -> Path:
    return Path(polyline([(0, top), (0, bottom)]), stroke=Stroke(colour, 1.8, cap=Cap.ROUND))


def _dot(y: float, colour: Colour) -> Circle:
    return Circle(0, y, 1.1, colour)


def _bubble() -> Commands:
    """A rounded box with a tail at the lower left."""
    box = rounded(-11, -9, 22, 15, 4)
    before_tail, after_tail = box[:6], box[6:]
    tail = (("L", -1.0, 6.0), ("L", -6.0, 10.5), ("L", -6.0, 6.0))
    return (*before_tail, *tail, *after_tail)


_MAKERS: Final[dict[Badge, Callable[[Theme], list[Primitive]]]] = {
    Badge.FAIL: _fail,
    Badge.WAIT: _wait,
    Badge.DECISION: _decision,
    Badge.MOMENT_OF_TRUTH: _moment_of_truth,
    Badge.ERROR: _error,
    Badge.WARNING: _warning,
    Badge.HINT: _hint,
}
