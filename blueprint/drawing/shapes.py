"""Outlines as path commands, from their sizes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import cos, pi, sin
from typing import Final

from blueprint.drawing.primitives import Command

QUARTER: Final = 0.5522847498307936
"""Handle of the cubic curve that comes nearest to a quarter of a circle of radius 1."""

Commands = tuple[Command, ...]


def polygon(points: Iterable[tuple[float, float]]) -> Commands:
    """A closed outline through `points`."""
    return (*polyline(points), ("Z",))


def polyline(points: Iterable[tuple[float, float]]) -> Commands:
    """An open line through `points`."""
    return tuple(("L" if place else "M", x, y) for place, (x, y) in enumerate(points))


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Commands:
    """A rectangle whose corners are quarters of circles."""
    return rounded_corners(x, y, width, height, (radius,) * 4)


def rounded_corners(
    x: float, y: float, width: float, height: float, radii: tuple[float, float, float, float]
) -> Commands:
    """A rectangle with a radius a corner: top left, top right, bottom right, bottom left."""
    right, bottom = x + width, y + height
    a, b, c, d = radii
    return (
        ("M", x + a, y),
        ("L", right - b, y),
        *_corner((right - b, y), (right, y), (right, y + b)),
        ("L", right, bottom - c),
        *_corner((right, bottom - c), (right, bottom), (right - c, bottom)),
        ("L", x + d, bottom),
        *_corner((x + d, bottom), (x, bottom), (x, bottom - d)),
        ("L", x, y + a),
        *_corner((x, y + a), (x, y), (x + a, y)),
        ("Z",),
    )


def bend(
    start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> Command:
    """A quarter of a circle from `start` to `end` that rounds off `corner`."""
    return (
        "C",
        start[0] + (corner[0] - start[0]) * QUARTER,
        start[1] + (corner[1] - start[1]) * QUARTER,
        end[0] + (corner[0] - end[0]) * QUARTER,
        end[1] + (corner[1] - end[1]) * QUARTER,
        end[0],
        end[1],
    )


def star(x: float, y: float, outer: float, inner: float) -> Commands:
    """A five-pointed star with a point at the top."""
    corners = []
    for place in range(10):
        radius, angle = (inner if place % 2 else outer), place * pi / 5 - pi / 2
        corners.append((round(x + radius * cos(angle), 3), round(y + radius * sin(angle), 3)))
    return polygon(corners)


def octagon(x: float, y: float, radius: float) -> Commands:
    """A regular octagon with level sides; `radius` is from the middle to a side."""
    half = radius * 0.4142
    return polygon(
        [
            (x - half, y - radius),
            (x + half, y - radius),
            (x + radius, y - half),
            (x + radius, y + half),
            (x + half, y + radius),
            (x - half, y + radius),
            (x - radius, y + half),
            (x - radius, y - half),
        ]
    )


def curve(points: list[tuple[float, float]]) -> Commands:
    """A smooth line through `points`, level at each of them."""
    commands: list[Command] = [("M", *points[0])]
    for (x, y), (next_x, next_y) in pairwise(points):
        middle = (x + next_x) / 2
        commands.append(("C", middle, y, middle, next_y, next_x, next_y))
    return tuple(commands)


def hatching(
    x: float, y: float, width: float, height: float, apart: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Lines at 45° that fill a rectangle, measured `apart` across."""
    step = apart * 2**0.5
    lines = []
    offset = step / 2
    while offset < width + height:
        start = (x + min(offset, width), y + max(0.0, offset - width))
        end = (x + max(0.0, offset - height), y + min(offset, height))
        lines.append((start, end))
        offset += step
    return lines


def _corner(
    start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> tuple[Command, ...]:
    return () if start == end else (bend(start, corner, end),)
