"""Actions that put something new into the blueprint."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.entities import Column, Step
from blueprint.model.notation import ANNOTATIONS, LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.actions.action import Action, Desk, with_steps
from blueprint.ui.canvas import rows
from blueprint.ui.session import Session
from blueprint.ui.tools import commands
from blueprint.ui.tools.state import PhaseDraft


def _lane_of(role: LaneRole, hint: Message | None = None) -> Action:
    def run(desk: Desk) -> None:
        session = desk.session
        made = session.attempt(lambda: insert_lane(session.document, role))
        if made:
            session.select((made,))

    return Action(f"lane.{role.value}", ROLE_TITLES[role], run, icon="lane", hint=hint)


def chosen_columns(session: Session) -> tuple[str, ...]:
    """The columns that are selected, or that hold what is selected, or the cursor's."""
    document: Document = session.document
    found = [id for id in session.selection if document.get(id, Column)]
    for id in session.selection:
        step = document.get(id, Step)
        if step:
            found.append(step.column)
    if not found and session.cursor:
        found.append(session.cursor.column)
    return tuple(dict.fromkeys(found))


def _can_group(desk: Desk) -> bool:
    return desk.files.has_document and bool(chosen_columns(desk.session))


def _insert_phase(desk: Desk) -> None:
    desk.canvas.draft_phase(PhaseDraft(chosen_columns(desk.session)))


def _swap_to(role: LaneRole) -> Action:
    def run(desk: Desk) -> None:
        rows.show_instead(desk.session, rows.chosen_row(desk.session), role)

    def shown(desk: Desk) -> bool:
        row = rows.chosen_row(desk.session)
        return bool(row) and desk.session.document.lane(row).role is role

    return Action(
        f"row.{role.value}",
        message("Show the row as {role}", role=ROLE_TITLES[role]),
        run,
        enabled=_on_row,
        checked=shown,
    )


def _on_row(desk: Desk) -> bool:
    return desk.files.has_document and bool(rows.chosen_row(desk.session))


LANE_ACTIONS: Final = tuple(
    _lane_of(role, message("add lane")) for role in LaneRole if role not in ANNOTATIONS
)
ROW_ACTIONS: Final = tuple(_lane_of(role, message("add annotation row")) for role in rows.ROWS)
SWAP_ACTIONS: Final = (
    Action(
        "row.swap",
        message("Show instead in this row…"),
        lambda desk: rows.ask_what_instead(desk.session, desk.canvas.viewport(), desk.canvas.view),
        shortcut="Ctrl+Alt+R",
        icon="swap",
        enabled=_on_row,
    ),
    *map(_swap_to, rows.ROWS),
)

INSERT_ACTIONS: Final = (
    Action(
        "note",
        message("Add sticky note"),
        lambda desk: commands.add_note(desk.canvas),
        key="Shift+N",
        icon="sticky",
    ),
    Action(
        "column_after",
        message("Column after"),
        lambda desk: commands.insert_column_beside(desk.session, 1),
        shortcut="Ctrl+I",
        icon="column",
    ),
    Action(
        "column_before",
        message("Column before"),
        lambda desk: commands.insert_column_beside(desk.session, 0),
        shortcut="Ctrl+Shift+I",
    ),
    Action(
        "phase",
        message("Phase over the selected columns"),
        _insert_phase,
        shortcut="Ctrl+G",
        icon="phase",
        enabled=_can_group,
    ),
    Action(
        "badge.fail",
        message("Mark as fail point"),
        lambda desk: commands.switch_badge(desk.session, "fail"),
        key="F",
        badge="fail",
        enabled=with_steps,
    ),
    Action(
        "badge.wait",
        message("Mark as wait point"),
        lambda desk: commands.switch_badge(desk.session, "wait"),
        key="W",
        badge="wait",
        enabled=with_steps,
    ),
    Action(
        "badge.star",
        message("Mark as moment of truth"),
        lambda desk: commands.switch_badge(desk.session, "star"),
        key="M",
        badge="star",
        enabled=with_steps,
    ),
    Action(
        "comment",
        message("Add comment"),
        lambda desk: desk.frame.show_comments(),
        key="Shift+C",
        icon="comment",
        enabled=with_steps,
    ),
    Action(
        "thread",
        message("Comments beside the card"),
        lambda desk: desk.canvas.open_thread(desk.session.selected_steps[-1]),
        shortcut="Ctrl+Shift+C",
        icon="comment",
        enabled=with_steps,
    ),
    Action(
        "field.duration",
        message("Set standard time"),
        lambda desk: desk.frame.focus_field("duration"),
        key="T",
        icon="clock",
        enabled=with_steps,
    ),
    Action(
        "field.cost",
        message("Set cost"),
        lambda desk: desk.frame.focus_field("cost"),
        key="K",
        icon="coin",
        enabled=with_steps,
    ),
    Action(
        "field.owner",
        message("Set owner"),
        lambda desk: desk.frame.focus_field("owner"),
        key="O",
        icon="owner",
        enabled=with_steps,
    ),
)
