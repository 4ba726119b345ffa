"""Actions that put something new into the blueprint."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_phase
from blueprint.model.edits.lanes import insert_lane
from blueprint.model.entities import Column, Step
from blueprint.model.notation import LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.actions.action import Action, Desk, with_steps
from blueprint.ui.session import Session
from blueprint.ui.tools import commands


def _lane_of(role: LaneRole) -> Action:
    def run(desk: Desk) -> None:
        session = desk.session
        made = session.attempt(lambda: insert_lane(session.document, role))
        if made:
            session.select((made,))

    return Action(f"lane.{role.value}", ROLE_TITLES[role], run, icon="lane")


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
    session = desk.session
    columns = chosen_columns(session)
    made = session.attempt(lambda: insert_phase(session.document, columns, ""))
    if made:
        session.select((made,))
        session.edit(made)


LANE_ACTIONS: Final = tuple(_lane_of(role) for role in LaneRole)

INSERT_ACTIONS: Final = (
    Action(
        "note",
        message("Note"),
        lambda desk: commands.add_note(desk.canvas),
        key="Shift+N",
        icon="note",
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
