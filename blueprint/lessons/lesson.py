"""A lesson as it was read: frozen values, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint.lessons.check_kind import Assertion
    from blueprint.model.notation import LaneRole


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist. `why` is what the teacher says where it fails, "" for nothing."""

    text: str
    why: str
    asks: Assertion
    line: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field and what it means here."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """`start` and `solution` are step tables or blueprints beside `path`; None: none.

    `lanes` are put in where the start lacks them, `columns` is how many it has at least.
    """

    path: Path
    title: str
    minutes: int | None
    text: tuple[str, ...]
    checks: tuple[Check, ...]
    hints: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    lanes: tuple[LaneRole, ...] = ()
    columns: int = 0
    start: Path | None = None
    solution: Path | None = None

    @property
    def name(self) -> str:
        """What the lesson is called in its course, whatever its language."""
        return self.path.name.removesuffix(SUFFIX)


SUFFIX = ".lesson.md"
