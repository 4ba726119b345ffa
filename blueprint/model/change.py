"""A change of a document is a value: for each id the entity before and after.

Undo is the inverted change, a journal is a list of changes, and comparing two documents yields
one. Nothing else ever alters a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from blueprint.i18n import Message, message
from blueprint.model.entities import AnyEntity, Step

Entry = tuple[AnyEntity | None, AnyEntity | None]
"""An entity before and after; None where it does not exist."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one act of the user does to a document.

    `label` names the act in menus and in the history.
    """

    label: Message
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, {id: (b, a) for id, (a, b) in self.entries.items()})

    def then(self, later: Change) -> Change:
        """Both changes as one, under this one's label. Entries that cancel out are dropped.

        Raises ValueError if `later` does not start where this change ends.
        """
        entries = dict(self.entries)
        for id, (before, after) in later.entries.items():
            first = before
            if id in entries:
                first, between = entries[id]
                if between != before:
                    raise ValueError(f"changes do not meet at {id!r}")
            entries[id] = (first, after)
        kept = {id: pair for id, pair in entries.items() if pair[0] != pair[1]}
        return Change(self.label, kept)


def adding(label: Message, entities: Iterable[AnyEntity]) -> Change:
    """The change that adds `entities`."""
    return Change(label, {entity.id: (None, entity) for entity in entities})


def replacing(label: Message, pairs: Iterable[tuple[AnyEntity, AnyEntity]]) -> Change:
    """The change that puts the second of each pair in the place of the first."""
    return Change(label, {old.id: (old, new) for old, new in pairs if old != new})


def removing(label: Message, entities: Iterable[AnyEntity]) -> Change:
    """The change that removes `entities`."""
    return Change(label, {entity.id: (entity, None) for entity in entities})


def diff(before: Mapping[str, AnyEntity], after: Mapping[str, AnyEntity]) -> Change:
    """The change that turns one set of entities, keyed by id, into another."""
    ids = dict.fromkeys([*before, *after])
    pairs = {id: (before.get(id), after.get(id)) for id in ids}
    entries = {
        id: pair for id, pair in pairs.items() if pair[0] is not pair[1] and pair[0] != pair[1]
    }
    return Change(message("Compare"), entries)


def stays_in_place(change: Change) -> bool:
    """Whether a change is of steps alone, none of which comes, goes or moves to another cell."""
    return all(
        isinstance(old, Step) and isinstance(new, Step) and _place(old) == _place(new)
        for old, new in change.entries.values()
    )


def _place(step: Step) -> tuple[str, str, str, int]:
    return step.lane, step.column, step.order, step.span
