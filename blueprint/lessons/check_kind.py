"""What a check of a lesson is made of: how it is read from a file, and what it says of a work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from blueprint.i18n import Message
from blueprint.lessons.fields import Fields
from blueprint.lessons.work import Work


@dataclass(frozen=True, slots=True)
class Verdict:
    """`why` says what is missing; None if nothing is.

    `steps` are the ids of the steps that it is about, the foremost first. `done` of `wanted` is
    how far the work has come; where a check is all or nothing, both are 0.
    """

    why: Message | None = None
    steps: tuple[str, ...] = ()
    done: int = 0
    wanted: int = 0

    @property
    def passed(self) -> bool:
        return self.why is None


class Assertion(Protocol):
    """What a check asks of a work."""

    def judge(self, work: Work) -> Verdict: ...


@dataclass(frozen=True, slots=True)
class CheckKind:
    """`word` is the key of the first line of such a check; `read` raises Wrong."""

    word: str
    read: Callable[[Fields], Assertion]
