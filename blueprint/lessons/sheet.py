"""A lesson's text cut into its title, its head, its paragraphs and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

Line = tuple[int, str]
"""The number of a line, from 1, and the line without spaces at its ends."""

_HEADING: Final = re.compile(r"(#{1,3})\s+(.*)")
_KEY: Final = re.compile(r"([^:：]{1,24})[:：]\s*(.*)")


@dataclass(slots=True)
class Part:
    """What stands under one heading, up to the next; `depth` is 0 before the first heading."""

    line: int
    depth: int
    title: str
    lines: list[Line] = field(default_factory=list)


def parts(text: str) -> list[Part]:
    """The parts of a text in order, what stands before the first heading included."""
    found = [Part(1, 0, "")]
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _HEADING.match(line)
        if heading:
            found.append(Part(number, len(heading[1]), heading[2].strip()))
        else:
            found[-1].lines.append((number, line.strip()))
    return found


def paragraphs(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """Texts that empty lines separate, with the line in which each begins.

    What is set in bold is read as plain text.
    """
    start, gathered = 0, ""
    for number, line in [*lines, (0, "")]:
        if line:
            start = start or number
            gathered = _joined(gathered, line)
        elif gathered:
            yield start, gathered.replace("**", "")
            start, gathered = 0, ""


def items(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The texts of a list with bullets or numbers; a line without one goes on with the last."""
    found: list[tuple[int, str]] = []
    for number, line in lines:
        bullet = re.match(r"(?:[-*•]|\d+[.)、])\s*(.*)", line)
        if bullet:
            found.append((number, bullet[1]))
        elif line and found:
            found[-1] = found[-1][0], _joined(found[-1][1], line)
        elif line:
            found.append((number, line))
    yield from found


def keyed(lines: list[Line]) -> tuple[list[tuple[int, str, str]], list[Line]]:
    """The lines `key: value` at the beginning, up to the first empty line; and the rest."""
    found: list[tuple[int, str, str]] = []
    for place, (number, line) in enumerate(lines):
        key = _KEY.match(line)
        if key is None:
            if not line and not found:
                continue
            return found, lines[place:]
        found.append((number, key[1].strip(), key[2].strip()))
    return found, []


def _joined(text: str, line: str) -> str:
    """Two lines as one: with a space between words, with none between Chinese characters."""
    if not text:
        return line
    between = "" if ord(text[-1]) > 0x2E80 or ord(line[0]) > 0x2E80 else " "
    return text + between + line
