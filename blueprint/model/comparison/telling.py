"""A difference in few words, for lists beside a drawing and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from blueprint.i18n import Message, message
from blueprint.model.comparison.fields import FIELD_TITLES
from blueprint.model.comparison.matching import Comparison, Difference, Pair
from blueprint.model.comparison.wording import place_of
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.terms import ROLE_TITLES


@dataclass(frozen=True, slots=True)
class Told:
    """One difference: the step's name, what it is called now if that is another, and more."""

    pair: Pair
    difference: Difference
    name: str
    renamed: str
    detail: Message

    @property
    def title(self) -> str:
        return f"{self.name} → {self.renamed}" if self.renamed else self.name


def told(old: Document, new: Document, comparison: Comparison) -> tuple[Told, ...]:
    """All differences: removed, added, moved, changed; each kind in reading order."""
    order = (Difference.REMOVED, Difference.ADDED, Difference.MOVED, Difference.CHANGED)
    return tuple(
        _told(old, new, pair, difference)
        for difference in order
        for pair in comparison.of(difference)
    )


def _told(old: Document, new: Document, pair: Pair, difference: Difference) -> Told:
    before, after = pair.old, pair.new
    if before is None or after is None:
        step = before or after
        assert step is not None
        document = old if after is None else new
        return Told(pair, difference, step.label, "", place_of(document, step))
    renamed = after.label if "label" in pair.fields else ""
    parts = [_said(name, before, after) for name in pair.fields if name not in ("label", "place")]
    if "place" in pair.fields:
        parts.append(_way(old, new, before, after))
    if not parts:
        return Told(pair, difference, before.label, renamed, place_of(new, after))
    listed = reduce(lambda one, rest: message("{first}, {rest}", first=one, rest=rest), parts)
    return Told(pair, difference, before.label, renamed, listed)


def _said(name: str, before: Step, after: Step) -> Message:
    title = FIELD_TITLES.get(name, Message(name))
    was, now = getattr(before, name), getattr(after, name)
    if _is_nothing(now):
        return message("without {field}", field=title)
    if _is_nothing(was):
        return message("with {field}", field=title)
    return message("another {field}", field=title)


def _is_nothing(value: object) -> bool:
    """Whether a field is blank; a cost or an emotion of 0 says something."""
    return value is None or value is False or value in ("", (), {})


def _way(old: Document, new: Document, before: Step, after: Step) -> Message:
    one, other = old.lane(before.lane), new.lane(after.lane)
    if (one.role, one.title) != (other.role, other.title):
        return message(
            "{old} → {new}",
            old=one.title or ROLE_TITLES[one.role],
            new=other.title or ROLE_TITLES[other.role],
        )
    return message(
        "column {old} → {new}",
        old=[column.id for column in old.columns].index(before.column) + 1,
        new=[column.id for column in new.columns].index(after.column) + 1,
    )
