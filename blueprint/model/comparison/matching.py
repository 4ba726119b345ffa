"""Which step of one blueprint is which of another: by id, then by name and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from blueprint.model.document import Document
from blueprint.model.entities import Step


class Difference(StrEnum):
    """What became of a step from one version to the next."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Pair:
    """A step before and after; None where it does not exist. `fields` name what else differs."""

    old: Step | None
    new: Step | None
    difference: Difference | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All steps of two blueprints, matched, in the reading order of the new one."""

    pairs: tuple[Pair, ...]

    def of(self, difference: Difference) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.difference is difference)

    @property
    def differences(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.difference is not None)


PLACE = frozenset({"lane", "column", "order"})
_UNCOMPARED = PLACE | {"id", "unknown"}


def compare(old: Document, new: Document) -> Comparison:
    """Every step of both documents with its counterpart, and how it differs.

    A step has moved if it stands in another lane, or if it stands in another column counted
    without the columns that have no counterpart.
    """
    partner = matched_steps(old, new)
    places_old, places_new = _relative_columns(old, new, partner)
    pairs = []
    for step in in_reading_order(new):
        before = old.steps.get(partner.get(step.id, ""))
        if before is None:
            pairs.append(Pair(None, step, Difference.ADDED))
            continue
        fields = tuple(
            name
            for name in Step.model_fields
            if name not in _UNCOMPARED and _shown(old, before, name) != _shown(new, step, name)
        )
        moved = _lane_key(old, before) != _lane_key(new, step) or places_old.get(
            before.column
        ) != places_new.get(step.column)
        difference = Difference.CHANGED if fields else Difference.MOVED if moved else None
        pairs.append(Pair(before, step, difference, (*fields, *(["place"] if moved else []))))
    kept = set(partner.values())
    removed = [step for step in in_reading_order(old) if step.id not in kept]
    pairs += [Pair(step, None, Difference.REMOVED) for step in removed]
    return Comparison(tuple(pairs))


def matched_steps(old: Document, new: Document) -> dict[str, str]:
    """The old counterpart's id for each new step that has one.

    Equal ids match; then equal labels in equal lanes, then equal labels anywhere, each in
    reading order.
    """
    partner = {id: id for id in new.steps if id in old.steps}
    by_name_and_lane: list[Callable[[Document, Step], Hashable]] = [
        lambda document, step: (step.label.casefold(), _lane_key(document, step)),
        lambda document, step: step.label.casefold(),
    ]
    for key in by_name_and_lane:
        _match(old, new, partner, key)
    return partner


def _match(
    old: Document,
    new: Document,
    partner: dict[str, str],
    key: Callable[[Document, Step], Hashable],
) -> None:
    taken = set(partner.values())
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for step in in_reading_order(old):
        if step.id not in taken and step.label.strip():
            waiting[key(old, step)].append(step.id)
    for step in in_reading_order(new):
        candidates = waiting.get(key(new, step))
        if step.id not in partner and candidates:
            partner[step.id] = candidates.pop(0)


def _lane_key(document: Document, step: Step) -> tuple[str, str]:
    lane = document.lane(step.lane)
    return (lane.role, lane.title.casefold())


def _shown(document: Document, step: Step, name: str) -> object:
    """A field's value as a reader knows it: a resource by its title, not by its id."""
    if name == "resource" and step.resource in document.resources:
        return document.resources[step.resource].title
    return getattr(step, name)


def _relative_columns(
    old: Document, new: Document, partner: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Places of the columns in which some matched step begins, on either side."""
    new_used = {new.step(id).column for id in partner}
    old_used = {old.step(id).column for id in partner.values()}
    return _numbered(old, old_used), _numbered(new, new_used)


def _numbered(document: Document, used: Iterable[str]) -> dict[str, int]:
    wanted = set(used)
    kept = [column.id for column in document.columns if column.id in wanted]
    return {id: place for place, id in enumerate(kept)}


def in_reading_order(document: Document) -> list[Step]:
    """All steps by column, then from top to bottom."""
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}
    columns = {column.id: place for place, column in enumerate(document.columns)}
    return sorted(
        document.steps.values(),
        key=lambda step: (columns[step.column], lanes[step.lane], step.order, step.id),
    )
