"""What a list of lessons shows of each, read without its checks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from blueprint.lessons.course import Course
from blueprint.lessons.sheet import keyed, parts
from blueprint.lessons.vocabulary import HEAD, meaning
from blueprint.storage import Unreadable
from blueprint.storage.reading import read_bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """`minutes` is None where nothing is said, or nothing sensible."""

    path: Path
    title: str
    minutes: int | None


def headings(course: Course) -> tuple[Heading, ...]:
    """The headings of a course; a file that cannot be read is left out."""
    found = (_heading(path) for path in course.paths)
    return tuple(heading for heading in found if heading is not None)


def _heading(path: Path) -> Heading | None:
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except (Unreadable, UnicodeDecodeError):
        return None
    title = next((part for part in parts(text) if part.depth == 1 and part.title), None)
    if title is None:
        return None
    pairs, _ = keyed(title.lines)
    said = {meaning(key, HEAD): value for _, key, value in pairs}
    minutes = said.get("minutes", "")
    return Heading(path, title.title, int(minutes) if minutes.isdecimal() else None)
