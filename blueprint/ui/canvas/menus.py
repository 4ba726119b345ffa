"""The menu for what lies under the pointer: the same commands as keys and inspector have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.layout.geometry import Point
from blueprint.model.change import Change
from blueprint.model.edits.added import Added
from blueprint.model.edits.bars import reset_routes
from blueprint.model.edits.columns import (
    insert_column,
    move_columns,
    remove_columns,
    remove_phase,
    set_phase,
)
from blueprint.model.edits.flows import set_flow
from blueprint.model.edits.images import take_image_away
from blueprint.model.edits.lanes import insert_lane, move_lane, remove_lane, set_lane
from blueprint.model.edits.steps import delete, set_fields
from blueprint.model.entities import Column, Flow, Lane, Phase, Step
from blueprint.model.links import linked_path
from blueprint.model.notation import ANNOTATIONS, FlowKind, LaneRole, StepKind
from blueprint.model.terms import (
    FLOW_KIND_TITLES,
    ROLE_TITLES,
    STEP_KIND_TITLES,
    STICKY_COLOUR_TITLES,
)
from blueprint.ui.canvas import rows
from blueprint.ui.canvas.content_menus import add_colours, add_icons
from blueprint.ui.canvas.places import box_of
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools import clipboard, commands, folding, headings
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.state import Bench, Draft, Offer, PhaseDraft
from blueprint.ui.tools.targets import Part, Pointer, Target

_STEPS = (Part.BUBBLE, Part.CARD, Part.CARD_EDGE, Part.HANDLE)
_FLOWS = (Part.FLOW, Part.FLOW_SOURCE, Part.FLOW_TARGET, Part.BAR)


def open_menu(bench: Bench, pointer: Pointer, at: QPoint) -> None:
    """Select what lies under the pointer, if it is not selected, and open its menu."""
    target, session = pointer.target, bench.session
    if target.id and target.id not in session.selection:
        session.select([target.id])
    elif not target.id:
        session.select([])
        if target.cell is not None:
            session.move_cursor(target.cell)
    menu = QMenu()
    fill_menu(menu, bench, pointer)
    if not menu.isEmpty():
        menu.exec(at)


def offer_menu(parent: QWidget, offers: Sequence[Offer]) -> QMenu:
    """A menu of things that may be done, and a way to leave all as it is."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for offer in offers:
        _do(menu, offer.text, offer.act)
    menu.addSeparator()
    _do(menu, message("Leave it as it is"), lambda: None)
    return menu


def fill_menu(menu: QMenu, bench: Bench, pointer: Pointer) -> None:
    """Add what can be done with what lies under the pointer."""
    target = pointer.target
    if target.part in _STEPS:
        _of_step(menu, bench, target.id)
    elif target.part in _FLOWS:
        _of_flow(menu, bench, target.id)
    elif target.part in (Part.LANE, Part.LANE_EDGE):
        _of_lane(menu, bench, target.id)
    elif target.part in (Part.PHASE, Part.PHASE_EDGE):
        _of_phase(menu, bench, target.id)
    elif target.part is Part.COLUMN:
        _of_column(menu, bench, target.id)
    elif target.part is Part.GUTTER:
        _of_gutter(menu, bench, target.index)
    elif target.part is Part.ADD_LANE:
        fill_lane_menu(menu, bench.session)
    else:
        _of_cell(menu, bench, pointer)


def fill_lane_menu(menu: QMenu, session: Session, index: int | None = None) -> None:
    """A lane of each role, put where the role belongs or at `index`; rows of remarks apart."""
    remarks = QMenu(tr(message("Annotation row")), menu)
    for role in LaneRole:
        into = remarks if role in ANNOTATIONS else menu
        _do(into, ROLE_TITLES[role], partial(_insert_lane, session, role, index))
    menu.addSeparator()
    menu.addMenu(remarks)


def _insert_lane(session: Session, role: LaneRole, index: int | None) -> None:
    place = _place(session, role, index)
    made = session.attempt(lambda: insert_lane(session.document, role, index=place))
    if made:
        session.select([made])
        session.reveal([made])


def _place(session: Session, role: LaneRole, index: int | None) -> int | None:
    """`index` where such a lane already stands beside it, else wherever the role belongs."""
    if index is None:
        return None
    lanes = session.document.lanes
    beside = lanes[max(0, index - 1) : index + 1]
    return index if any(lane.role is role for lane in beside) else None


def open_menu_by_key(bench: Bench, viewport: QWidget) -> None:
    """The menu of what is selected or focused, beside it."""
    pointer = pointer_by_key(bench.session, bench.view)
    at = QPoint(round(pointer.screen.x), round(pointer.screen.y))
    open_menu(bench, pointer, viewport.mapToGlobal(at))


def pointer_by_key(session: Session, view: View) -> Pointer:
    """What the keyboard stands on, as if the mouse were there; its menu opens beside it."""
    layout = session.layout
    last = session.selection[-1] if session.selection else commands.focused_step(session)
    part = _PARTS.get(type(session.document.entities.get(last)))
    cell = session.cursor
    box = box_of(layout, last)
    if box is None and cell is not None:
        box = layout.cell_box(*cell)
    at = box.middle if box is not None else Point(view.x, view.y)
    seen = view.to_screen(*at)
    left = 24 if part is Part.LANE else view.left
    top = 24 if part in (Part.COLUMN, Part.PHASE) else view.top
    x = left if part is Part.LANE else max(left, min(seen.x, view.width - 24))
    y = top if part in (Part.COLUMN, Part.PHASE) else max(top, min(seen.y, view.height - 24))
    return Pointer(at, Point(x, y), Target(part or Part.PAPER, last if part else "", cell))


_PARTS: Final[dict[type, Part]] = {
    Step: Part.CARD,
    Flow: Part.FLOW,
    Lane: Part.LANE,
    Column: Part.COLUMN,
    Phase: Part.PHASE,
}


def _of_step(menu: QMenu, bench: Bench, id: str) -> None:
    session = bench.session
    document = session.document
    ids = session.selected_steps or (id,)
    _do(menu, message("Edit text"), lambda: bench.edit(id))
    menu.addSeparator()
    if document.step(id).kind is StepKind.NOTE:
        _note_colours(menu, session, ids)
    else:
        _badges_and_kind(menu, session, ids, id)
        if document.step(id).fail is not None:
            _do(menu, message("Add recovery…"), lambda: bench.add_recovery(id))
    menu.addSeparator()
    _do(menu, message("Second step in this cell"), lambda: commands.second_step(bench))
    _do(menu, message("Add sticky note"), lambda: commands.add_note(bench))
    _do(menu, message("Add comment"), lambda: bench.open_thread(id))
    _do(menu, message("Duplicate"), lambda: commands.duplicate_right(session))
    _do(menu, message("Copy"), lambda: clipboard.copy(session))
    _do(menu, message("Cut"), lambda: clipboard.cut(session))
    step = document.step(id)
    if step.link:
        within = linked_path(step.link)
        text = message("Open linked blueprint") if within else message("Open link")
        _do(menu, text, bench.open_link)
    _do(menu, message("Link to a blueprint…"), bench.choose_link)
    if step.image:
        _act(menu, session, message("Remove picture"), lambda: take_image_away(document, id))
    menu.addSeparator()
    _column_commands(menu, session)
    menu.addSeparator()
    _act(menu, session, message("Delete"), lambda: delete(document, ids))


def _badges_and_kind(menu: QMenu, session: Session, ids: Sequence[str], id: str) -> None:
    for name, badge in (
        (message("Fail point"), "fail"),
        (message("Wait point"), "wait"),
        (message("Moment of truth"), "star"),
    ):
        action = _do(menu, name, partial(commands.switch_badge, session, badge))
        action.setCheckable(True)
        action.setChecked(_has_badge(session, id, badge))
    add_colours(menu, session)
    kinds = menu.addMenu(tr(message("Kind")))
    document = session.document
    for kind in (StepKind.ACTION, StepKind.DECISION, StepKind.WAIT, StepKind.START, StepKind.END):
        _act(
            kinds,
            session,
            STEP_KIND_TITLES[kind],
            partial(set_fields, document, ids, kind=kind),
        )
    kinds.setEnabled(document.step(id).kind is not StepKind.EVIDENCE)


def _note_colours(menu: QMenu, session: Session, ids: Sequence[str]) -> None:
    document = session.document
    notes = [id for id in ids if document.step(id).kind is StepKind.NOTE]
    for colour, title in STICKY_COLOUR_TITLES.items():
        edit = partial(set_fields, document, notes, sticky_colour=colour)
        action = _act(menu, session, title, edit)
        action.setCheckable(True)
        action.setChecked(all(document.step(id).sticky_colour is colour for id in notes))


def _has_badge(session: Session, id: str, badge: str) -> bool:
    step = session.document.step(id)
    held = {
        "fail": step.fail is not None,
        "wait": step.wait is not None,
        "star": step.moment_of_truth,
    }
    return held[badge]


def _of_flow(menu: QMenu, bench: Bench, id: str) -> None:
    session = bench.session
    flow = session.document.flow(id)
    flows = [found for found in session.selection if found in session.document.flows] or [id]
    _do(menu, message("Edit label"), lambda: bench.edit(id))
    menu.addSeparator()
    for kind in FlowKind:
        action = _act(
            menu,
            session,
            FLOW_KIND_TITLES[kind],
            partial(_of_kind, session, flows, kind),
        )
        action.setCheckable(True)
        action.setChecked(flow.kind is kind)
    _act(
        menu,
        session,
        message("Turn round"),
        lambda: set_flow(session.document, id, source=flow.target, target=flow.source),
    )
    reset = _act(
        menu, session, message("Reset route"), lambda: reset_routes(session.document, flows)
    )
    reset.setEnabled(bool(reset_routes(session.document, flows)))
    menu.addSeparator()
    _act(menu, session, message("Delete"), lambda: delete(session.document, flows))


def _of_kind(session: Session, flows: list[str], kind: FlowKind) -> Change:
    """All these connectors as connectors of one kind."""
    edits: list[Edit] = [partial(set_flow, flow=id, kind=kind) for id in flows]
    return together(session.document, message("Change kind of connector"), *edits).change


def _of_lane(menu: QMenu, bench: Bench, id: str) -> None:
    session = bench.session
    document = session.document
    order = [lane.id for lane in document.lanes]
    index = order.index(id)
    _do(menu, message("Rename"), lambda: bench.edit(id))
    _lane_role(menu, session, id)
    add_icons(menu, session)
    menu.addSeparator()
    above = menu.addMenu(tr(message("Insert lane above")))
    fill_lane_menu(above, session, index)
    below = menu.addMenu(tr(message("Insert lane below")))
    fill_lane_menu(below, session, index + 1)
    _act(menu, session, message("Move up"), lambda: move_lane(document, id, index - 1))
    _act(menu, session, message("Move down"), lambda: move_lane(document, id, index + 1))
    menu.addSeparator()
    _lane_sight(menu, session, id)
    menu.addSeparator()
    _lane_removal(menu, session, id)


def _lane_role(menu: QMenu, session: Session, id: str) -> None:
    """Another role for a lane; a row of remarks shows other remarks instead, where it stands."""
    own = session.document.lane(id).role
    remarks = own in ANNOTATIONS
    inner = menu.addMenu(tr(message("Show instead") if remarks else message("Change role")))
    if remarks:
        rows.fill(inner, session, id)
        return
    for other in LaneRole:
        edit = partial(set_lane, session.document, id, role=other)
        action = _act(inner, session, ROLE_TITLES[other], edit)
        action.setCheckable(True)
        action.setChecked(own is other)


def _lane_sight(menu: QMenu, session: Session, id: str) -> None:
    lane = session.document.lane(id)
    fold = message("Unfold lane") if lane.collapsed else message("Fold lane")
    lock = message("Unlock lane") if lane.locked else message("Lock lane")
    freeze = message("Unfreeze lane") if lane.frozen else message("Freeze lane")
    _do(menu, fold, lambda: folding.switch_lane_fold(session))
    _do(menu, message("Hide lane"), lambda: folding.hide_chosen(session))
    _do(menu, lock, lambda: folding.switch_lock(session))
    _do(menu, freeze, lambda: folding.switch_lane_freeze(session))
    if any(found.hidden for found in session.document.lanes):
        _do(menu, message("Show hidden lanes"), lambda: folding.show_all(session))


def _column_freeze(menu: QMenu, session: Session) -> None:
    frozen = folding.frozen_up_to(session.document)
    here = frozen is not None and frozen == folding.chosen_last_column(session)
    text = message("Unfreeze columns") if here else message("Freeze up to this column")
    _do(menu, text, lambda: folding.switch_column_freeze(session))


def _lane_removal(menu: QMenu, session: Session, id: str) -> None:
    """An empty lane goes at once; of one with steps it is asked what becomes of them."""
    document = session.document
    steps = sum(step.lane == id for step in document.steps.values())
    if not steps:
        _act(menu, session, message("Delete lane"), lambda: remove_lane(document, id))
        return
    removal = menu.addMenu(tr(message("Delete lane")))
    _act(
        removal,
        session,
        message("With its step", "With its {count} steps", count=steps),
        lambda: remove_lane(document, id),
    )
    removal.addSeparator()
    for lane in document.lanes:
        if lane.id != id:
            title = lane.title or tr(ROLE_TITLES[lane.role])
            _act(
                removal,
                session,
                message("Move its steps to “{lane}”", lane=title),
                partial(remove_lane, document, id, move_to=lane.id),
            )


def _of_phase(menu: QMenu, bench: Bench, id: str) -> None:
    session = bench.session
    _do(menu, message("Rename"), lambda: bench.edit(id))
    _do(menu, message("Move left"), lambda: commands.nudge(session, -1, 0))
    _do(menu, message("Move right"), lambda: commands.nudge(session, 1, 0))
    folded = session.document.phases[id].collapsed
    fold = message("Unfold phase") if folded else message("Fold phase")
    _do(menu, fold, lambda: folding.switch_phase_fold(session))
    _column_freeze(menu, session)
    menu.addSeparator()
    _act(
        menu,
        session,
        message("Delete phase, keep its columns"),
        lambda: remove_phase(session.document, id),
    )


def _of_column(menu: QMenu, bench: Bench, id: str) -> None:
    session = bench.session
    document = session.document
    chosen = [column.id for column in document.columns if column.id in session.selection] or [id]
    place = place_of(document, id)
    _act(menu, session, message("Insert column before"), lambda: insert_column(document, place))
    _act(menu, session, message("Insert column after"), lambda: insert_column(document, place + 1))
    _act(
        menu,
        session,
        message("Move left"),
        lambda: move_columns(document, chosen, max(0, place - 1)),
    )
    _act(menu, session, message("Move right"), lambda: move_columns(document, chosen, place + 1))
    menu.addSeparator()
    _do(menu, message("New phase from here"), lambda: _new_phase(bench, chosen))
    phases = menu.addMenu(tr(message("Put into phase")))
    for phase in document.phases.values():
        _act(
            phases,
            session,
            Message(phase.title or "…"),
            partial(set_phase, document, chosen, phase.id),
        )
    _act(phases, session, message("No phase"), lambda: set_phase(document, chosen, None))
    _column_freeze(menu, session)
    menu.addSeparator()
    _act(
        menu,
        session,
        message("Delete column", "Delete {count} columns", count=len(chosen)),
        lambda: remove_columns(document, chosen),
    )


def _new_phase(bench: Bench, columns: list[str]) -> None:
    document = bench.session.document
    covered = columns if len(columns) > 1 else headings.columns_from(document, columns[0])
    bench.draft_phase(PhaseDraft(tuple(covered)))


def _of_gutter(menu: QMenu, bench: Bench, place: int) -> None:
    session = bench.session
    _act(
        menu,
        session,
        message("Insert column here"),
        lambda: insert_column(session.document, place),
    )


def _of_cell(menu: QMenu, bench: Bench, pointer: Pointer) -> None:
    session, cell = bench.session, pointer.target.cell
    if cell is not None:
        column = place_of(session.document, cell.column)
        _do(menu, message("New step here"), lambda: bench.draft(Draft(cell.lane, column)))
        _do(
            menu,
            message("New decision here"),
            lambda: bench.draft(Draft(cell.lane, column, kind=StepKind.DECISION)),
        )
        _do(menu, message("Add sticky note"), lambda: commands.add_note(bench))
        _do(menu, message("Paste"), lambda: clipboard.paste(session))
        menu.addSeparator()
        _column_commands(menu, session)
        menu.addSeparator()
    lanes = menu.addMenu(tr(message("Add lane")))
    fill_lane_menu(lanes, session)
    if any(lane.hidden for lane in session.document.lanes):
        _do(menu, message("Show hidden lanes"), lambda: folding.show_all(session))


def _column_commands(menu: QMenu, session: Session) -> None:
    _do(menu, message("Insert column before"), lambda: commands.insert_column_beside(session, 0))
    _do(menu, message("Insert column after"), lambda: commands.insert_column_beside(session, 1))
    cursor = session.cursor
    if cursor is not None:
        column = cursor.column
        _act(
            menu,
            session,
            message("Delete this column"),
            lambda: remove_columns(session.document, [column]),
        )


def _do(menu: QMenu, text: Message, act: Callable[[], object]) -> QAction:
    action = menu.addAction(tr(text))
    action.triggered.connect(lambda _checked=False: act())
    return action


def _act(
    menu: QMenu, session: Session, text: Message, edit: Callable[[], Change | Added]
) -> QAction:
    return _do(menu, text, lambda: session.attempt(edit))
