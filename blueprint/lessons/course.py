"""A course is a folder of lessons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from blueprint.i18n import LANGUAGES
from blueprint.lessons.lesson import SUFFIX
from blueprint.resources import resource_folder


@dataclass(frozen=True, slots=True)
class Course:
    """The files of a course in order of name. `shipped`: it came with the program."""

    paths: tuple[Path, ...]
    shipped: bool = False

    def place(self, path: Path) -> int:
        """Where a lesson stands, from 0; 0 if it is none of the course."""
        return self.paths.index(path) if path in self.paths else 0

    def beside(self, path: Path, by: int) -> Path | None:
        """The next lesson, or with −1 the previous one; None at the ends."""
        place = self.place(path) + by
        return self.paths[place] if 0 <= place < len(self.paths) else None


def shipped_course(language: str) -> Course:
    """The lessons that come with the program."""
    chosen = language if language in LANGUAGES else "en"
    return Course(_lessons_in(resource_folder("lessons") / chosen), shipped=True)


def course_of(path: Path) -> Course:
    """The course that a lesson belongs to: the lessons in its folder, or it alone."""
    for language in LANGUAGES:
        shipped = shipped_course(language)
        if path in shipped.paths:
            return shipped
    found = _lessons_in(path.parent)
    return Course(found if path in found else (path,))


def _lessons_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob(f"*{SUFFIX}")))
