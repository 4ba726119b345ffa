"""Edits of what is seen and may be changed: fold, hide, lock and freeze lanes, fold phases."""

from __future__ import annotations

from collections.abc import Collection

from blueprint.i18n import message
from blueprint.model.change import Change, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.entities import AnyEntity, Phase, Step
from blueprint.model.terms import ROLE_TITLES


def fold_lanes(document: Document, lanes: Collection[str], folded: bool) -> Change:
    """Fold lanes up to a narrow band without cards, or unfold them."""
    found = [document.lane(id) for id in lanes]
    label = (
        message("Fold lane", "Fold {count} lanes", count=len(found))
        if folded
        else message("Unfold lane", "Unfold {count} lanes", count=len(found))
    )
    return replacing(label, [(lane, lane.replaced(collapsed=folded)) for lane in found])


def hide_lanes(document: Document, lanes: Collection[str]) -> Change:
    """Take lanes out of sight, on screen and paper; one at least stays."""
    found = [document.lane(id) for id in lanes]
    if all(lane.hidden or lane.id in lanes for lane in document.lanes):
        raise ChangeRefused(message("One lane at least stays in sight. Show another lane first."))
    label = message("Hide lane", "Hide {count} lanes", count=len(found))
    return replacing(label, [(lane, lane.replaced(hidden=True)) for lane in found])


def show_lanes(document: Document, lanes: Collection[str]) -> Change:
    """Bring hidden lanes back."""
    found = [document.lane(id) for id in lanes]
    label = message("Show lane", "Show {count} lanes", count=len(found))
    return replacing(label, [(lane, lane.replaced(hidden=False)) for lane in found])


def lock_lanes(document: Document, lanes: Collection[str], locked: bool) -> Change:
    """Keep what stands in lanes from being changed, or allow it again."""
    found = [document.lane(id) for id in lanes]
    label = (
        message("Lock lane", "Lock {count} lanes", count=len(found))
        if locked
        else message("Unlock lane", "Unlock {count} lanes", count=len(found))
    )
    return replacing(label, [(lane, lane.replaced(locked=locked)) for lane in found])


def freeze_lanes(document: Document, lanes: Collection[str], frozen: bool) -> Change:
    """Keep lanes in view when the canvas is scrolled down, or let them go again."""
    found = [document.lane(id) for id in lanes]
    label = (
        message("Freeze lane", "Freeze {count} lanes", count=len(found))
        if frozen
        else message("Unfreeze lane", "Unfreeze {count} lanes", count=len(found))
    )
    return replacing(label, [(lane, lane.replaced(frozen=frozen)) for lane in found])


def freeze_columns(document: Document, last: str | None) -> Change:
    """Keep the columns up to `last` in view when the canvas is scrolled sideways; None: none."""
    pairs: list[tuple[AnyEntity, AnyEntity]] = [
        (column, column.replaced(frozen=column.id == last))
        for column in document.columns
        if column.frozen is not (column.id == last)
    ]
    return replacing(message("Freeze columns") if last else message("Unfreeze columns"), pairs)


def fold_phases(document: Document, phases: Collection[str], folded: bool) -> Change:
    """Fold the columns of phases up to narrow strips without cards, or unfold them."""
    found = [document.entities[id] for id in phases]
    pairs: list[tuple[AnyEntity, AnyEntity]] = [
        (phase, phase.replaced(collapsed=folded)) for phase in found if isinstance(phase, Phase)
    ]
    label = (
        message("Fold phase", "Fold {count} phases", count=len(pairs))
        if folded
        else message("Unfold phase", "Unfold {count} phases", count=len(pairs))
    )
    return replacing(label, pairs)


def require_unlocked(document: Document, change: Change) -> None:
    """Raises ChangeRefused if `change` touches a step that stands in a locked lane."""
    for before, after in change.entries.values():
        for step in (before, after):
            if isinstance(step, Step):
                _require_unlocked(document, change, step.lane)


def _require_unlocked(document: Document, change: Change, lane: str) -> None:
    found = document.entities.get(lane)
    if found is None or not getattr(found, "locked", False) or lane in change.entries:
        return
    raise ChangeRefused(
        message(
            "“{lane}” is locked. Unlock it in the lane's menu first.",
            lane=getattr(found, "title", "") or ROLE_TITLES[document.lane(lane).role],
        )
    )
