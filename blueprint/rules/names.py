"""How findings name cards: in quotation marks, shortened, and one list in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step

_LONGEST: Final = 60
_MOST: Final = 5
"""How many names a list gives before it counts the rest."""


def named(step: Step) -> Message:
    """The step's label in quotation marks."""
    label = " ".join(step.label.split())
    if not label:
        return message("“(no label)”")
    if len(label) > _LONGEST:
        label = label[: _LONGEST - 1] + "…"
    return message("“{name}”", name=label)


def named_flow(document: Document, flow: Flow) -> Message:
    """A flow by the two steps that it joins."""
    source, target = document.step(flow.source), document.step(flow.target)
    return message("{source} → {target}", source=named(source), target=named(target))


def listed(names: Iterable[Message]) -> Message:
    """All of `names`, or the first few and how many more there are."""
    every = list(names)
    if len(every) > _MOST + 1:
        more = len(every) - _MOST
        return message("{names} and {count} more", names=_joined(every[:_MOST]), count=more)
    if len(every) < 2:
        return every[0]
    return message("{names} and {last}", names=_joined(every[:-1]), last=every[-1])


def listed_steps(document: Document, ids: Iterable[str]) -> Message:
    """Steps by name, in the order of their columns."""
    return listed(named(step) for step in in_order(document, ids))


def in_order(document: Document, ids: Iterable[str]) -> list[Step]:
    """Steps from left to right, then from top to bottom."""
    return sorted(
        (document.step(id) for id in ids),
        key=lambda step: (
            document.column(step.column).order,
            step.column,
            document.lane(step.lane).order,
            step.order,
            step.id,
        ),
    )


def _joined(names: Sequence[Message]) -> Message:
    so_far = names[0]
    for name in names[1:]:
        so_far = message("{names}, {last}", names=so_far, last=name)
    return so_far
