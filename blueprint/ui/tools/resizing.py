"""Larger and smaller by keyboard: how far a card lasts, a phase reaches, how high a lane is."""

from __future__ import annotations

from functools import partial
from typing import Final

from blueprint.i18n import message
from blueprint.layout.geometry import LaneBand
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.columns import set_phase
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import Column, Lane, Phase
from blueprint.ui.session import Session
from blueprint.ui.tools import folding
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.headings import heading

HEIGHT_STEP: Final = 16


def resize(session: Session, right: int, down: int) -> None:
    """Make what is selected one column longer or shorter, or a lane a step higher or lower."""
    match heading(session):
        case Lane(id=id) if down:
            session.attempt(partial(_taller, session, id, down))
        case Phase(id=id) if right:
            session.attempt(partial(_longer_phase, session.document, id, right))
        case Column() if right:
            _wider(session, right)
        case None if right and session.selected_steps:
            session.attempt(partial(_longer_steps, session, right))
        case _:
            pass


def _longer_steps(session: Session, by: int) -> Change:
    document = session.document
    by_span: dict[int, list[str]] = {}
    for id in session.selected_steps:
        step = document.step(id)
        most = len(document.columns) - place_of(document, step.column)
        by_span.setdefault(max(1, min(most, step.span + by)), []).append(id)
    change = Change(message("Change span"))
    for span, ids in by_span.items():
        change = change.then(set_fields(document, ids, change.label, span=span))
    if not change:
        raise ChangeRefused(
            message("It ends with the last column. Insert a column after it first.")
            if by > 0
            else message("It lasts one column. Nothing can be shorter.")
        )
    return change


def _longer_phase(document: Document, phase: str, by: int) -> Change:
    """The phase takes the column after it, or gives its last one to what follows."""
    columns = document.columns
    inside = [place for place, column in enumerate(columns) if column.phase == phase]
    after = columns[inside[-1] + 1] if inside[-1] + 1 < len(columns) else None
    if by > 0:
        if after is None:
            raise ChangeRefused(
                message("It ends with the last column. Insert a column after it first.")
            )
        return set_phase(document, [after.id], phase)
    if len(inside) == 1:
        raise ChangeRefused(message("A phase covers one column at least. Delete it instead."))
    return set_phase(document, [columns[inside[-1]].id], after.phase if after else None)


def _taller(session: Session, lane: str, by: int) -> Change:
    band: LaneBand = next(found for found in session.layout.lanes if found.lane == lane)
    height = round(band.box.height / HEIGHT_STEP + by) * HEIGHT_STEP
    return set_lane(session.document, lane, least_height=float(max(0, height)))


def _wider(session: Session, by: int) -> None:
    """The next of the three widths, which all columns share."""
    widths = list(folding.WIDTHS)
    at = widths.index(session.document.properties.column_width) + by
    if 0 <= at < len(widths):
        folding.set_width(session, widths[at])
    else:
        session.refuse(message("Columns have three widths, and this is the last of them."))
