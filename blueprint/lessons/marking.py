"""Marks a work: what each check of a lesson says of it, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import message, translate
from blueprint.lessons.check_kind import Verdict
from blueprint.lessons.lesson import Check, Lesson
from blueprint.lessons.work import Work
from blueprint.model.document import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """What one check says. `names` are those of the steps that the verdict is about."""

    check: Check
    verdict: Verdict
    names: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return self.verdict.passed

    def explanation(self, language: str) -> str:
        """Why the check is not passed: in the teacher's words, else in the program's."""
        if self.verdict.why is None:
            return ""
        own = translate(self.verdict.why, language)
        if not self.check.why or ("{card}" in self.check.why and not self.names):
            return own
        first = self.names[0] if self.names else ""
        quoted = translate(message("“{card}”"), language)
        every = ", ".join(quoted.replace("{card}", name) for name in self.names)
        return self.check.why.replace("{card}", first).replace("{cards}", every)

    @property
    def is_partial(self) -> bool:
        """Whether something of it is done."""
        return not self.passed and self.verdict.wanted > 1 and self.verdict.done > 0


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks of all checks in their order."""

    marks: tuple[Mark, ...]

    @property
    def passed(self) -> int:
        return sum(found.passed for found in self.marks)

    @property
    def total(self) -> int:
        return len(self.marks)

    @property
    def is_done(self) -> bool:
        return self.passed == self.total

    @property
    def next(self) -> Mark | None:
        """The first check that is not passed."""
        return next((found for found in self.marks if not found.passed), None)


def mark(lesson: Lesson, document: Document) -> Marking:
    """Judge a document by every check of a lesson."""
    work = Work(document)
    marks = []
    for check in lesson.checks:
        verdict = check.asks.judge(work)
        marks.append(Mark(check, verdict, tuple(work.names(verdict.steps))))
    return Marking(tuple(marks))
