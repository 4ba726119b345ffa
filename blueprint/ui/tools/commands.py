"""What the keyboard does on the canvas, apart from which key does it."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.layout.geometry import Cell
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.columns import insert_column, move_columns, move_phase, remove_columns
from blueprint.model.edits.columns import remove_phase as remove_phase_edit
from blueprint.model.edits.lanes import move_lane, remove_lane
from blueprint.model.edits.steps import delete, duplicate
from blueprint.model.entities import Column, Flow, Lane, Phase, Step
from blueprint.model.notation import StepKind
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.session import Session
from blueprint.ui.tools import connectors, drop, grid, headings
from blueprint.ui.tools.badges import toggle_badge
from blueprint.ui.tools.bars import nudge_bars
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.place import NO_EVIDENCE_LANE, evidence_lane, objection
from blueprint.ui.tools.state import Bench, Draft, cell_of


def walk(session: Session, right: int, down: int, *, to_filled: bool = False) -> None:
    """Move the cursor by a cell, or to the next filled one; what stands there is selected.

    Up and down visit the cards of one cell one after the other.
    """
    at = session.cursor
    if headings.walk(session, right, down):
        return
    if at is None:
        _go(session, grid.first_customer_cell(session.document))
        return
    inside = _within_cell(session, at, down) if not to_filled else None
    if inside is not None:
        session.select([inside])
        session.reveal([inside])
        return
    step = grid.filled_neighbour if to_filled else grid.neighbour
    onward = step(session.document, at, right, down)
    if onward != at:
        _go(session, onward, last=down < 0)
    else:
        headings.leave_grid(session, at, right, down)


def walk_to_edge(session: Session, direction: int) -> None:
    """Move the cursor to the first (-1) or last (1) column of its lane."""
    if headings.to_edge(session, direction):
        return
    if session.cursor is not None and session.document.columns:
        column = session.document.columns[0 if direction < 0 else -1]
        _go(session, Cell(session.cursor.lane, column.id))


def extend(session: Session, right: int, down: int) -> None:
    """Move the cursor by a cell and add what stands there to the selection."""
    at = session.cursor
    if headings.extend(session, right, down) or at is None:
        return
    onward = grid.neighbour(session.document, at, right, down)
    steps = [step.id for step in session.document.cell(*onward)]
    kept = session.selection
    session.move_cursor(onward)
    session.select((*kept, *steps))
    session.reveal(steps)


def next_step(bench: Bench, direction: int) -> None:
    """The next or previous step of the lane; past the last a new one, connected."""
    session = bench.session
    at = session.cursor
    if headings.heading(session) is not None:
        headings.along(session, direction)
        return
    if at is None:
        _go(session, grid.first_customer_cell(session.document))
        return
    found = grid.next_in_lane(session.document, at, direction)
    if found is not None:
        session.select([found.id])
        session.reveal([found.id])
    elif direction > 0:
        source = focused_step(session)
        place = grid.place_of(session.document, at.column)
        if source:
            place += grid.spanned_columns(session.document, session.document.step(source))
        bench.draft(Draft(at.lane, place, source))


def next_customer_step(bench: Bench) -> None:
    """The customer's next step, from any lane; past the last a new one, connected."""
    session = bench.session
    document, at = session.document, session.cursor
    home = grid.first_customer_cell(document)
    if at is None or home is None:
        _go(session, home)
        return
    cell = Cell(home.lane, at.column)
    here = document.cell(*cell)
    last = here[-1] if here else grid.next_in_lane(document, cell, -1)
    if last is None:
        _go(session, cell)
        return
    onward = grid.next_in_lane(document, Cell(last.lane, last.column), 1)
    if onward is not None:
        session.select([onward.id])
        session.reveal([onward.id])
        return
    place = grid.place_of(document, last.column) + grid.spanned_columns(document, last)
    bench.draft(Draft(home.lane, place, last.id))


def evidence_here(bench: Bench) -> None:
    """The evidence of the cursor's column; where there is none, a new one."""
    session = bench.session
    document, at = session.document, session.cursor
    lane = evidence_lane(document)
    if at is None or not lane:
        session.refuse(NO_EVIDENCE_LANE)
    elif document.cell(lane, at.column):
        _go(session, Cell(lane, at.column))
    else:
        bench.draft(Draft(lane, grid.place_of(document, at.column)))


def step_below(bench: Bench) -> None:
    """The step in the lane below in this column; where there is none, a new one, connected."""
    session = bench.session
    if headings.open_text(bench):
        return
    at = session.cursor
    if at is None:
        _go(session, grid.first_customer_cell(session.document))
        return
    lane = grid.lane_below(session.document, at.lane)
    if lane is None:
        session.refuse(message("There is no lane of actions below this one. Add a lane first."))
        return
    standing = session.document.cell(lane.id, at.column)
    if standing:
        session.select([standing[0].id])
        session.reveal([standing[0].id])
        return
    bench.draft(Draft(lane.id, grid.place_of(session.document, at.column), focused_step(session)))


def second_step(bench: Bench) -> None:
    """A new step in the same cell, below the focused one."""
    session = bench.session
    at = session.cursor
    if at is None or headings.heading(session) is not None:
        return
    standing = [step.id for step in session.document.cell(*at)]
    focused = focused_step(session)
    index = standing.index(focused) + 1 if focused in standing else None
    bench.draft(Draft(at.lane, grid.place_of(session.document, at.column), index=index))


def add_note(bench: Bench) -> None:
    """A sticky note in the cell of the selected step or of the cursor; else the tool for it."""
    session = bench.session
    chosen = session.selected_steps
    cell = cell_of(session, chosen[-1]) if chosen else session.cursor
    if cell is None:
        session.set_tool("note")
        return
    refusal = objection(session.document, cell, StepKind.NOTE)
    if refusal is not None:
        session.refuse(refusal)
        return
    standing = [step.id for step in session.document.cell(*cell)]
    index = standing.index(chosen[-1]) + 1 if chosen else None
    column = grid.place_of(session.document, cell.column)
    bench.draft(Draft(cell.lane, column, index=index, kind=StepKind.NOTE))


def focused_step(session: Session) -> str:
    """The step that the cursor is on: the selected one of its cell, else its first; or ""."""
    if session.cursor is None:
        return ""
    standing = [step.id for step in session.document.cell(*session.cursor)]
    chosen = [id for id in session.selection if id in standing]
    focused = (chosen or standing or [""])[-1 if chosen else 0]
    return connectors.anchor_of(session, focused)


def toggle_focused(session: Session) -> None:
    """Add the focused card to the selection, or take it out."""
    focused = focused_step(session)
    if focused and headings.heading(session) is None:
        cursor = session.cursor
        session.toggle(focused)
        session.move_cursor(cursor)


def remove_selected(session: Session) -> None:
    """Delete whatever is selected; a lane that holds steps is left for its menu to ask about."""
    document = session.document
    chosen = [id for id in session.selection if id in document.entities]
    if not chosen:
        return
    first = document.entities[chosen[0]]
    match first:
        case Lane():
            session.attempt(lambda: _without_lane(session, first))
        case Column():
            columns = [id for id in chosen if isinstance(document.entities[id], Column)]
            session.attempt(lambda: remove_columns(document, columns))
        case Phase():
            session.attempt(lambda: remove_phase_edit(document, first.id))
        case _:
            drawn = [id for id in chosen if not isinstance(document.entities[id], (Lane, Column))]
            session.attempt(lambda: delete(document, drawn))


def _without_lane(session: Session, lane: Lane) -> Change:
    steps = sum(step.lane == lane.id for step in session.document.steps.values())
    if steps:
        raise ChangeRefused(
            message(
                "“{lane}” holds a step. Its menu moves it to another lane, or deletes it too.",
                "“{lane}” holds {count} steps. Its menu moves them to another lane, "
                "or deletes them too.",
                lane=lane.title or ROLE_TITLES[lane.role],
                count=steps,
            )
        )
    return remove_lane(session.document, lane.id)


def nudge(session: Session, right: int, down: int) -> None:
    """Move what is selected: steps, a lane, columns or a phase by a cell, a connector's bars."""
    document = session.document
    chosen = session.selection
    if not chosen:
        return
    match document.entities[chosen[0]]:
        case Lane(id=id):
            place = [lane.id for lane in document.lanes].index(id)
            session.attempt(lambda: move_lane(document, id, place + down))
        case Column():
            known = {found.id for found in document.columns}
            columns = [id for id in chosen if id in known]
            place = grid.place_of(document, columns[0])
            session.attempt(lambda: move_columns(document, columns, max(0, place + right)))
        case Phase(id=id):
            _nudge_phase(session, id, right)
        case Flow(id=id):
            nudge_bars(session, id, right, down)
        case Step():
            _nudge_steps(session, right, down)


def _nudge_phase(session: Session, phase: str, right: int) -> None:
    """Past the whole phase beside it; the edit finds the nearest place between two phases."""
    columns = session.document.columns
    inside = [place for place, column in enumerate(columns) if column.phase == phase]
    others = [column.phase for column in columns if column.phase != phase]
    place = inside[0] if inside else 0
    beside = place if right > 0 else place - 1
    if not right or not 0 <= beside < len(others):
        return
    passed = others[beside]
    while 0 <= beside < len(others) and others[beside] == passed:
        beside += right
    index = beside if right > 0 else beside + 1
    session.attempt(lambda: move_phase(session.document, phase, index))


def _nudge_steps(session: Session, right: int, down: int) -> None:
    ids = session.selected_steps
    document = session.document
    anchor = document.step(ids[0])
    target = grid.neighbour(document, Cell(anchor.lane, anchor.column), right, down)
    landing = drop.Landing(target)
    if target == Cell(anchor.lane, anchor.column):
        if right > 0:
            landing = drop.Landing(target, insert=len(document.columns))
        else:
            return
    if session.attempt(lambda: drop.landed(document, ids, landing, copy=False)) is not None:
        session.move_cursor(cell_of(session, ids[0]))
        session.reveal(ids)


def switch_badge(session: Session, badge: str) -> bool:
    """Switch a badge on the selected steps; False if there are none."""
    ids = session.selected_steps
    if not ids:
        return False
    session.attempt(lambda: toggle_badge(session.document, ids, badge))
    return True


def insert_column_beside(session: Session, after: int) -> None:
    """A new column after (1) or before (0) the cursor's column."""
    document = session.document
    if session.cursor is not None:
        place = grid.place_of(document, session.cursor.column) + after
    else:
        place = len(document.columns) if after else 0
    made = session.attempt(lambda: insert_column(document, place))
    if made and session.cursor is not None:
        session.select([])
        session.move_cursor(Cell(session.cursor.lane, made))


def duplicate_right(session: Session) -> None:
    """Copies of the selected steps, a column further to the right."""
    ids = session.selected_steps
    document = session.document
    if not ids:
        return
    columns = [grid.place_of(document, document.step(id).column) for id in ids]
    width = max(columns) - min(columns) + 1
    anchor = document.step(ids[0])
    place = grid.place_of(document, anchor.column) + width
    missing = max(columns) + width - len(document.columns) + 1
    made: list[str] = []

    def copy(found: Document) -> Change:
        change, copies = duplicate(found, ids, anchor.lane, found.columns[place].id)
        made.extend(copies.values())
        return change

    growing: list[Edit] = [
        lambda found: insert_column(found, len(found.columns)) for _ in range(missing)
    ]
    label = message("Copy step", "Copy {count} steps", count=len(ids))
    if session.attempt(lambda: together(document, label, *growing, copy).change) is not None:
        session.select(made)
        session.reveal(made)


def select_more(session: Session) -> None:
    """Select all steps of the cursor's lane; when they are selected already, all steps."""
    steps = session.document.steps
    every = tuple(steps)
    lane = session.cursor.lane if session.cursor else ""
    of_lane = tuple(id for id, step in steps.items() if step.lane == lane)
    whole = not of_lane or set(of_lane) <= set(session.selection)
    session.select(every if whole else of_lane)


def follow(session: Session, direction: int) -> None:
    """Go along a connector of the focused step, forwards (1) or backwards (-1)."""
    connectors.follow(session, focused_step(session), direction)


def next_connector(session: Session, by: int) -> None:
    """Select the next (1) or previous (-1) connector of the focused step."""
    connectors.next_connector(session, focused_step(session), by)


def _within_cell(session: Session, at: Cell, down: int) -> str | None:
    standing = [step.id for step in session.document.cell(*at)]
    focused = focused_step(session)
    if not down or focused not in standing:
        return None
    place = standing.index(focused) + down
    return standing[place] if 0 <= place < len(standing) else None


def _go(session: Session, cell: Cell | None, *, last: bool = False) -> None:
    if cell is None:
        return
    standing = [step.id for step in session.document.cell(*cell)]
    session.move_cursor(cell)
    session.select(standing[-1 if last else 0 :][:1])
    session.reveal(standing)
