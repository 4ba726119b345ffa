"""Ways through the grid: what stands left, right, above and below, from cell to cell."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.geometry import Cell
from blueprint.model.document import Document
from blueprint.model.entities import Lane, Step
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind


def place_of(document: Document, column: str) -> int:
    """A column's place from the left, from 0; -1 if there is no such column."""
    try:
        return document.column_place(column)
    except KeyError:
        return -1


def neighbour(document: Document, cell: Cell, right: int, down: int) -> Cell:
    """The cell so many columns to the right and lanes down, or the last one on the way."""
    lanes = shown_lanes(document)
    columns = document.columns
    row = next((place for place, lane in enumerate(lanes) if lane.id == cell.lane), 0)
    lane = lanes[_clamped(row + down, lanes)]
    place = _clamped(place_of(document, cell.column) + right, columns)
    while right and is_folded(document, place) and 0 <= place + right < len(columns):
        place += 1 if right > 0 else -1
    return Cell(lane.id, columns[place].id)


def is_folded(document: Document, place: int) -> bool:
    """Whether the phase of the column at a place is folded up."""
    phase = document.phases.get(document.columns[place].phase or "")
    return phase is not None and phase.collapsed


def filled_neighbour(document: Document, cell: Cell, right: int, down: int) -> Cell:
    """The next cell in a direction where a step begins, or the last cell there is."""
    while (onward := neighbour(document, cell, right, down)) != cell:
        cell = onward
        if document.cell(*cell):
            break
    return cell


def shown_lanes(document: Document) -> Sequence[Lane]:
    """The lanes that stand on the canvas, from the top."""
    return [lane for lane in document.lanes if not (lane.hidden or lane.collapsed)]


def next_in_lane(document: Document, cell: Cell, direction: int) -> Step | None:
    """The nearest step to the right (1) or left (-1) of a cell in its lane; notes are passed."""
    columns = document.columns
    place = place_of(document, cell.column) + direction
    while 0 <= place < len(columns):
        standing = document.cell(cell.lane, columns[place].id)
        found = [step for step in standing if step.kind is not StepKind.NOTE]
        if found:
            return found[0]
        place += direction
    return None


def lane_below(document: Document, lane: str) -> Lane | None:
    """The next lane of actions below a lane."""
    lanes = shown_lanes(document)
    places = [place for place, found in enumerate(lanes) if found.id == lane]
    for found in lanes[places[0] + 1 :] if places else ():
        if found.role not in ANNOTATIONS and found.role is not LaneRole.EVIDENCE:
            return found
    return None


def first_customer_cell(document: Document) -> Cell | None:
    """Where a blueprint begins: the customer's first column, else the first cell of all."""
    lanes, columns = shown_lanes(document), document.columns
    if not lanes or not columns:
        return None
    customer = [lane for lane in lanes if lane.role is LaneRole.CUSTOMER]
    return Cell((customer or lanes)[0].id, columns[0].id)


def spanned_columns(document: Document, step: Step) -> int:
    """How many columns a step really covers: its span, cut at the last column."""
    return min(step.span, len(document.columns) - place_of(document, step.column))


def _clamped(place: int, row: Sequence[object]) -> int:
    return max(0, min(place, len(row) - 1))
