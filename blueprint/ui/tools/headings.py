"""Headers by keyboard: lanes left of the grid, columns and phases above it, and new phases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Cell
from blueprint.model.document import Document
from blueprint.model.entities import Column, Lane, Phase
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.session import Session
from blueprint.ui.tools import grid
from blueprint.ui.tools.state import Bench, PhaseDraft

Heading = Lane | Column | Phase

_HINTS: Final[dict[type, Message]] = {
    Lane: message("Lane “{name}”. F2 renames it, Alt + ↑ ↓ moves it."),
    Column: message("Column {name}. Type to begin a phase here, Alt + ← → moves it."),
    Phase: message("Phase “{name}”. F2 renames it, Alt + ← → moves it."),
}


def heading(session: Session) -> Heading | None:
    """The header that is selected, the latest of several; None if something else is."""
    found = session.document.entities.get(session.selection[-1]) if session.selection else None
    return found if isinstance(found, (Lane, Column, Phase)) else None


def leave_grid(session: Session, at: Cell, right: int, down: int) -> None:
    """From a cell at the grid's edge onto the header beside it."""
    if right < 0:
        _choose(session, at.lane)
    elif down < 0:
        _choose(session, _column_heading(session.document, at.column))


def walk(session: Session, right: int, down: int) -> bool:
    """Go on from the header that is selected; False if none is."""
    found = heading(session)
    if found is None:
        return False
    if by := down if isinstance(found, Lane) else right:
        along(session, by)
    else:
        _across(session, found, right, down)
    return True


def _across(session: Session, found: Heading, right: int, down: int) -> None:
    """From a header into the grid, or from columns up to phases and down again."""
    document = session.document
    match found:
        case Lane(id=id, collapsed=False) if right > 0:
            _enter(session, Cell(id, document.columns[0].id))
        case Column(id=id) if down > 0:
            _enter(session, Cell(grid.shown_lanes(document)[0].id, id))
        case Column(phase=str(phase)):
            _choose(session, phase)
        case Phase(id=id, collapsed=False) if down > 0:
            _choose(session, _columns_of(document, id)[0])
        case _:
            pass


def along(session: Session, by: int) -> None:
    """The header of the same kind so many places on, or back; the last where there are fewer."""
    document = session.document
    match heading(session):
        case Lane(id=id):
            _choose(session, _beside(shown(document), id, by))
        case Column(id=id):
            headings = [_column_heading(document, column.id) for column in document.columns]
            _choose(session, _beside(list(dict.fromkeys(headings)), id, by))
        case Phase(id=id):
            held = [column.phase for column in document.columns if column.phase]
            _choose(session, _beside(list(dict.fromkeys(held)), id, by))
        case None:
            pass


def to_edge(session: Session, direction: int) -> bool:
    """The first (-1) or last (1) header of the kind that is selected; False if none is."""
    if heading(session) is None:
        return False
    beyond = len(session.document.lanes) + len(session.document.columns)
    along(session, direction * beyond)
    return True


def extend(session: Session, right: int, down: int) -> bool:
    """Add the next header to those that are selected; False if none is."""
    found, kept = heading(session), session.selection
    if found is None:
        return False
    if by := down if isinstance(found, Lane) else right:
        along(session, by)
        session.select((*kept, *session.selection))
    return True


def open_text(bench: Bench) -> bool:
    """Edit the title of the header that is selected; False if none is."""
    session = bench.session
    match heading(session):
        case Column(id=id):
            begins = phase_begun_by(session.document, id)
            if begins:
                bench.edit(begins)
            else:
                bench.draft_phase(PhaseDraft(columns_from(session.document, id)))
        case Lane(id=id) | Phase(id=id):
            bench.edit(id)
        case None:
            return False
    return True


def begin_phase_at(bench: Bench, step: str) -> None:
    """Type the title of a phase that begins in a step's column, and come back to the step."""
    document = bench.session.document
    if step:
        columns = columns_from(document, document.step(step).column)
        bench.draft_phase(PhaseDraft(columns, back=step))


def columns_from(document: Document, column: str) -> tuple[str, ...]:
    """The columns that a phase beginning here would cover: up to where another phase begins."""
    place = grid.place_of(document, column)
    phase = document.columns[place].phase
    found = []
    for other in document.columns[place:]:
        if other.phase != phase:
            break
        found.append(other.id)
    return tuple(found)


def phase_begun_by(document: Document, column: str) -> str:
    """The phase whose first column this is; "" for none."""
    phase = document.column(column).phase
    return phase if phase and _columns_of(document, phase)[0] == column else ""


def shown(document: Document) -> list[str]:
    """The lanes that have a header, folded ones too, from the top."""
    return [lane.id for lane in document.lanes if not lane.hidden]


def _column_heading(document: Document, column: str) -> str:
    """A column, or the phase that it is folded into."""
    place = grid.place_of(document, column)
    phase = document.columns[place].phase
    return phase if phase and grid.is_folded(document, place) else column


def _columns_of(document: Document, phase: str) -> list[str]:
    return [column.id for column in document.columns if column.phase == phase]


def _beside(row: Sequence[str], id: str, by: int) -> str:
    place = row.index(id) + by if id in row else 0
    return row[max(0, min(place, len(row) - 1))]


def _choose(session: Session, id: str) -> None:
    """Select a header; the cursor waits beside it, for what keys do there."""
    document, at = session.document, session.cursor
    session.select([id])
    found = heading(session)
    if at is not None and isinstance(found, Lane):
        session.move_cursor(Cell(id, at.column))
    elif at is not None and isinstance(found, Column):
        session.move_cursor(Cell(at.lane, id))
    session.reveal([id])
    if found is not None:
        session.announce(message(_HINTS[type(found)].text, name=_name(document, found)))


def _name(document: Document, found: Heading) -> object:
    match found:
        case Lane(title=title, role=role):
            return title or ROLE_TITLES[role]
        case Column(id=id):
            return grid.place_of(document, id) + 1
        case Phase(title=title):
            return title


def _enter(session: Session, cell: Cell) -> None:
    standing = [step.id for step in session.document.cell(*cell)]
    session.move_cursor(cell)
    session.select(standing[:1])
    session.reveal(standing)
