"""Shapes, numbers and colours as the operators of a PDF page have them."""

from __future__ import annotations

from blueprint.drawing.primitives import Command, Rect
from blueprint.drawing.shapes import QUARTER

_MOST_KEPT = 200_000


class _Numbers(dict[float, str]):
    """Numbers as they are written: two decimals at most, each formatted once."""

    def __missing__(self, value: float) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        self[value] = "0" if text == "-0" else text
        return self[value]


class _Colours(dict[str, str]):
    """The operands of a colour given as #RRGGBB."""

    def __missing__(self, colour: str) -> str:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        self[colour] = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
        return self[colour]


NUMBER = _Numbers()
COLOUR = _Colours()


def path_course(commands: tuple[Command, ...]) -> str:
    """Operators that build a path, without painting it."""
    n = NUMBER
    parts: list[str] = []
    for command in commands:
        if len(command) == 3:
            letter, x, y = command
            parts.append(f"{n[x]} {n[y]} {'m' if letter == 'M' else 'l'}")
        elif len(command) == 7:
            _, a, b, c, d, x, y = command
            parts.append(f"{n[a]} {n[b]} {n[c]} {n[d]} {n[x]} {n[y]} c")
        else:
            parts.append("h")
    return " ".join(parts)


def rect_course(rect: Rect) -> str:
    """Operators that build a rectangle, its corners rounded by its radius."""
    n = NUMBER
    x, y, width, height = rect.x, rect.y, rect.width, rect.height
    radius = min(rect.radius, width / 2, height / 2)
    if radius <= 0:
        return f"{n[x]} {n[y]} {n[width]} {n[height]} re"
    right, bottom, away = x + width, y + height, radius * (1 - QUARTER)
    return (
        f"{n[x + radius]} {n[y]} m {n[right - radius]} {n[y]} l "
        f"{n[right - away]} {n[y]} {n[right]} {n[y + away]} {n[right]} {n[y + radius]} c "
        f"{n[right]} {n[bottom - radius]} l {n[right]} {n[bottom - away]} "
        f"{n[right - away]} {n[bottom]} {n[right - radius]} {n[bottom]} c "
        f"{n[x + radius]} {n[bottom]} l {n[x + away]} {n[bottom]} "
        f"{n[x]} {n[bottom - away]} {n[x]} {n[bottom - radius]} c "
        f"{n[x]} {n[y + radius]} l {n[x]} {n[y + away]} {n[x + away]} {n[y]} "
        f"{n[x + radius]} {n[y]} c h"
    )


def circle_course(x: float, y: float, radius: float) -> str:
    """Operators that build a circle about (x, y)."""
    return rect_course(Rect(x - radius, y - radius, 2 * radius, 2 * radius, radius))
