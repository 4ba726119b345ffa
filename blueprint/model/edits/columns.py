"""Edits of columns and of phases, which are groups of columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from blueprint.i18n import message
from blueprint.model.change import Change, Entry, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.places import keys_at
from blueprint.model.edits.steps import delete
from blueprint.model.entities import Column, Phase, Step
from blueprint.model.ids import NewId


def insert_column(document: Document, index: int, *, new_id: NewId | None = None) -> Added:
    """A new column at place `index`, in the phase of its left neighbour (else of its right).

    Steps that last over the place grow by one column.
    """
    columns = document.columns
    index = max(0, min(index, len(columns)))
    made = ids_for(document, new_id)("column")
    neighbours = columns[max(0, index - 1) : index + 1]
    phase = neighbours[0].phase if neighbours else None
    column = Column(id=made, order=keys_at(columns, index)[0], phase=phase)
    entries: dict[str, Entry] = {made: (None, column)}
    for step, first in _placed(document):
        if first < index < first + step.span:
            entries[step.id] = (step, step.replaced(span=step.span + 1))
    return Added(Change(message("Insert column"), entries), made)


def remove_columns(document: Document, ids: Iterable[str]) -> Change:
    """Remove columns with the steps that begin in them; steps that reach into them get shorter.

    Raises ChangeRefused if no column would be left.
    """
    gone = set(ids)
    places = {column.id: place for place, column in enumerate(document.columns)}
    if gone >= places.keys():
        raise ChangeRefused(message("A blueprint needs at least one column."))
    gone_places = {places[id] for id in gone}
    leaving = [step.id for step, _ in _placed(document) if step.column in gone]
    entries = dict(delete(document, [*leaving, *sorted(gone)]).entries)
    for step, first in _placed(document):
        lost = len(gone_places & set(range(first, first + step.span))) if step.span > 1 else 0
        if lost and step.column not in gone:
            entries[step.id] = (step, step.replaced(span=step.span - lost))
    name = message("Delete column", "Delete {count} columns", count=len(gone))
    return Change(name, entries)


def move_columns(document: Document, ids: Iterable[str], index: int) -> Change:
    """Put columns, with all that stands in them, at place `index` among the other columns.

    A column that lands inside a phase joins it; one between two phases keeps its own.
    """
    moving = set(ids)
    moved = [column for column in document.columns if column.id in moving]
    others = [column for column in document.columns if column.id not in moving]
    index = max(0, min(index, len(others)))
    keys = keys_at(others, index, len(moved))
    joins = _phase_around(others, index)
    pairs = [
        (column, column.replaced(order=key, phase=joins if joins else column.phase))
        for column, key in zip(moved, keys, strict=True)
    ]
    return replacing(message("Move column", "Move {count} columns", count=len(moved)), pairs)


def insert_phase(
    document: Document, columns: Iterable[str], title: str, *, new_id: NewId | None = None
) -> Added:
    """A new phase over the given columns; a phase that it leaves without columns is removed."""
    made = ids_for(document, new_id)("phase")
    phase = Phase(id=made, title=title)
    entries: dict[str, Entry] = dict(set_phase(document, columns, made).entries)
    entries[made] = (None, phase)
    return Added(Change(message("Insert phase"), entries), made)


def rename_phase(document: Document, phase: str, title: str) -> Change:
    """Give a phase another title."""
    old = document.phases[phase]
    return replacing(message("Rename phase"), [(old, old.replaced(title=title))])


def set_phase(document: Document, columns: Iterable[str], phase: str | None) -> Change:
    """Put columns into a phase, or into none. A phase left without columns is removed."""
    chosen = [document.column(id) for id in dict.fromkeys(columns)]
    entries: dict[str, Entry] = {
        column.id: (column, column.replaced(phase=phase))
        for column in chosen
        if column.phase != phase
    }
    left = {column.phase for column in document.columns if column.id not in entries}
    for id in {column.phase for column in chosen} - left - {phase, None}:
        assert id is not None
        entries[id] = (document.phases[id], None)
    return Change(message("Change phase"), entries)


def remove_phase(document: Document, phase: str) -> Change:
    """Remove a phase; its columns and steps stay."""
    inside = [column.id for column in document.columns if column.phase == phase]
    entries = dict(set_phase(document, inside, None).entries)
    entries.update(delete(document, [phase]).entries)
    return Change(message("Delete phase"), entries)


def move_phase(document: Document, phase: str, index: int) -> Change:
    """Put the columns of a phase at place `index` among the other columns, at the nearest
    place between two phases."""
    inside = [column.id for column in document.columns if column.phase == phase]
    others = [column for column in document.columns if column.phase != phase]
    index = max(0, min(index, len(others)))
    borders = [0, *_borders(others), len(others)]
    nearest = min(borders, key=lambda border: (abs(border - index), border))
    change = move_columns(document, inside, nearest)
    return Change(message("Move phase"), change.entries)


def _placed(document: Document) -> Iterable[tuple[Step, int]]:
    places = {column.id: place for place, column in enumerate(document.columns)}
    return [(step, places[step.column]) for step in document.steps.values()]


def _phase_around(others: Sequence[Column], index: int) -> str | None:
    """The phase that has columns on both sides of a place."""
    if 0 < index < len(others) and others[index - 1].phase == others[index].phase:
        return others[index].phase
    return None


def _borders(columns: Sequence[Column]) -> list[int]:
    pairs = pairwise(columns)
    return [place + 1 for place, (one, next) in enumerate(pairs) if one.phase != next.phase]
