"""Icons of the drawing: the same files as the window's, as paths.

A file holds one path on a grid of 16, in absolute M, L, C and Z commands.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from blueprint.drawing.primitives import Cap, Colour, Command, Path, Stroke
from blueprint.resources import resource

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def outline(name: str) -> tuple[Command, ...]:
    """The path of resources/icons/`name`.svg, on its grid of 16."""
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    found = re.search(r'\bd="([^"]+)"', text)
    assert found is not None, name
    return parsed(found.group(1))


def parsed(path: str) -> tuple[Command, ...]:
    """The commands of an SVG path that has only absolute M, L, C and Z."""
    commands: list[Command] = []
    for letter, numbers in _COMMAND.findall(path):
        values = [float(number) for number in numbers.split()]
        if letter == "Z":
            commands.append(("Z",))
        elif letter == "C":
            a, b, c, d, e, f = values
            commands.append(("C", a, b, c, d, e, f))
        else:
            x, y = values
            commands.append((letter, x, y))
    return tuple(commands)


@lru_cache(maxsize=4096)
def icon(
    name: str, x: float, y: float, size: float, colour: Colour, *, weight: float = 1.5
) -> Path:
    """An icon whose top left is at (x, y); `weight` is its stroke on the grid of 16."""
    scale = size / 16
    stroke = Stroke(colour, weight * scale, cap=Cap.ROUND)
    return Path(placed(outline(name), x, y, scale), stroke=stroke)


def placed(
    commands: tuple[Command, ...], x: float, y: float, scale: float = 1.0
) -> tuple[Command, ...]:
    """`commands` scaled about their origin and then moved to (x, y)."""
    return tuple(_placed(command, x, y, scale) for command in commands)


def _placed(command: Command, x: float, y: float, scale: float) -> Command:
    if len(command) == 1:
        return command
    if len(command) == 3:
        return (command[0], command[1] * scale + x, command[2] * scale + y)
    letter, a, b, c, d, e, f = command
    return (
        letter,
        a * scale + x,
        b * scale + y,
        c * scale + x,
        d * scale + y,
        e * scale + x,
        f * scale + y,
    )
