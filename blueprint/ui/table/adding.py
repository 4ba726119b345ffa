"""A new row of the table: the step after the one that the cursor is on."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import add_connected_step
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Step
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.grid import first_customer_cell


def step_after(document: Document, id: str) -> Added:
    """A step in the next column of the same lane, connected; with a new column if it is taken.

    Without such a step, the blueprint's first customer step. Raises ChangeRefused if there is
    no lane, or if the lane is locked.
    """
    step = document.get(id, Step)
    if step is None:
        return _first(document)
    place = document.column_place(step.column) + step.span
    columns = document.columns
    taken = place < len(columns) and document.cell(step.lane, columns[place].id)
    edits: list[Edit] = []
    if place >= len(columns) or taken:
        place = min(place, len(columns))
        edits.append(lambda found: insert_column(found, place))
    edits.append(
        lambda found: add_connected_step(found, step.id, step.lane, found.columns[place].id)
    )
    return together(document, message("Add step"), *edits)


def _first(document: Document) -> Added:
    cell = first_customer_cell(document)
    if cell is None:
        raise ChangeRefused(message("There is no lane yet. Add a lane first."))
    return add_step(document, cell.lane, cell.column)
