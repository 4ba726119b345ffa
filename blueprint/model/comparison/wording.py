"""A comparison in words and as plain values, for the command line and for version control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from blueprint.i18n import Message, message, translate
from blueprint.model.change import Change
from blueprint.model.comparison.matching import Comparison, Difference, Pair
from blueprint.model.distribution import Distribution
from blueprint.model.document import Document
from blueprint.model.entities import Entity, FailPoint, Flow, Properties, Step, WaitPoint
from blueprint.model.notation import StepKind
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES
from blueprint.model.units import show_distribution, show_duration, show_number

SIGNS: Final = {
    Difference.ADDED: "+",
    Difference.REMOVED: "-",
    Difference.MOVED: ">",
    Difference.CHANGED: "~",
}

_TIMES: Final = frozenset({"tolerance", "expected", "longest"})
"""Fields that are seconds."""


def in_words(old: Document, new: Document, comparison: Comparison, language: str) -> list[str]:
    """One line for each step that differs, and one for each of its fields."""
    lines = []
    for pair in comparison.differences:
        assert pair.difference is not None
        lines.append(f"{SIGNS[pair.difference]} {translate(_headline(old, new, pair), language)}")
        lines += [f"    {line}" for line in _field_lines(pair, language)]
    return lines


def _headline(old: Document, new: Document, pair: Pair) -> Message:
    before = None if pair.old is None else place_of(old, pair.old)
    after = None if pair.new is None else place_of(new, pair.new)
    step = pair.new or pair.old
    assert step is not None
    if before is None:
        return message("“{step}” added: {place}", step=step.label, place=after)
    if after is None:
        return message("“{step}” removed: {place}", step=step.label, place=before)
    if "place" in pair.fields:
        return message("“{step}” moved from {old} to {new}", step=step.label, old=before, new=after)
    return message("“{step}” changed: {place}", step=step.label, place=after)


def place_of(document: Document, step: Step) -> Message:
    """Where a step stands: its lane and the number of its column."""
    lane = document.lane(step.lane)
    number = [column.id for column in document.columns].index(step.column) + 1
    return message(
        "{lane}, column {number}", lane=lane.title or ROLE_TITLES[lane.role], number=number
    )


def _field_lines(pair: Pair, language: str) -> Iterator[str]:
    if pair.old is None or pair.new is None:
        return
    for name in pair.fields:
        if name != "place":
            before, after = (
                _shown(name, getattr(step, name), language) for step in (pair.old, pair.new)
            )
            yield f"{name}: {before} → {after}"


def _shown(name: str, value: object, language: str) -> str:
    """The value of the field `name` as a reader would write it; a dash for nothing."""
    match value:
        case None | "" | ():
            return "–"
        case StepKind():
            return translate(STEP_KIND_TITLES[value], language)
        case bool():
            return translate(message("Yes" if value else "No"), language)
        case Distribution():
            return show_distribution(value, language)
        case WaitPoint() | FailPoint():
            return _shown(name, value.model_dump(exclude_defaults=True), language)
        case dict():
            parts = (f"{part} {_shown(part, item, language)}" for part, item in value.items())
            return ", ".join(parts) or "–"
        case tuple():
            return ", ".join(str(item) for item in value)
        case float():
            return show_duration(value, language) if name in _TIMES else show_number(value)
        case str():
            return f"“{value}”"
    return str(value)


def comparison_as_json(comparison: Comparison, change: Change) -> dict[str, Any]:
    """The comparison as plain values: steps matched by name and place, all else by id."""
    return {
        "steps": [_pair_as_json(pair) for pair in comparison.differences],
        "others": [
            {"id": id, "kind": _kind(before or after), "difference": _difference(before, after)}
            for id, (before, after) in sorted(change.entries.items())
            if not isinstance(before or after, Step)
        ],
    }


def _pair_as_json(pair: Pair) -> dict[str, Any]:
    fields = {
        name: [_plain(getattr(pair.old, name)), _plain(getattr(pair.new, name))]
        for name in pair.fields
        if name != "place"
    }
    return {
        "difference": str(pair.difference),
        "old": None if pair.old is None else pair.old.id,
        "new": None if pair.new is None else pair.new.id,
        "label": (pair.new or pair.old).label,  # type: ignore[union-attr]
        "moved": "place" in pair.fields,
        "fields": fields,
    }


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


def _kind(entity: Entity | Properties | None) -> str:
    return "" if entity is None else entity.kind_name


def _difference(before: object, after: object) -> str:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def flow_lines(old: Document, new: Document, change: Change, language: str) -> Iterator[str]:
    """One line for each flow that came, went or changed, matched by id."""
    for _, (before, after) in sorted(change.entries.items()):
        flow = after or before
        if isinstance(flow, Flow):
            document = new if after is not None else old
            names = {
                "source": document.step(flow.source).label,
                "target": document.step(flow.target).label,
            }
            sign = "+" if before is None else "-" if after is None else "~"
            text = translate(message("connector “{source}” to “{target}”", **names), language)
            yield f"{sign} {text}"
