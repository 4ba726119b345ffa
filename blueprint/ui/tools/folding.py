"""Folding, hiding, locking and freezing lanes and phases, from keys, menus and headers alike."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.folding import (
    fold_lanes,
    fold_phases,
    freeze_columns,
    freeze_lanes,
    hide_lanes,
    lock_lanes,
    show_lanes,
)
from blueprint.model.edits.properties import set_properties
from blueprint.model.entities import Lane, Phase
from blueprint.ui.session import Session

WIDTHS = {
    "compact": message("Compact columns"),
    "normal": message("Normal columns"),
    "wide": message("Wide columns"),
}


def chosen_lanes(session: Session) -> list[str]:
    """The selected lanes, else the lane of the cursor."""
    document = session.document
    found = [id for id in session.selection if document.get(id, Lane)]
    if not found and session.cursor is not None:
        found = [session.cursor.lane]
    return found


def chosen_phases(session: Session) -> list[str]:
    """The selected phases, else the phase of the cursor's column."""
    document = session.document
    found = [id for id in session.selection if document.get(id, Phase)]
    if not found and session.cursor is not None:
        phases = {column.id: column.phase for column in document.columns}
        found = [phase for phase in (phases.get(session.cursor.column),) if phase]
    return found


def switch_lane_fold(session: Session) -> None:
    """Fold the lanes up; unfold them if all are folded."""
    ids = chosen_lanes(session)
    if not ids:
        session.refuse(message("Select a lane by its header first."))
        return
    folded = all(session.document.lane(id).collapsed for id in ids)
    session.attempt(lambda: fold_lanes(session.document, ids, not folded))


def switch_phase_fold(session: Session) -> None:
    """Fold the phases up; unfold them if all are folded."""
    ids = chosen_phases(session)
    if not ids:
        session.refuse(message("Select a phase by its heading first."))
        return
    folded = all(session.document.phases[id].collapsed for id in ids)
    session.attempt(lambda: fold_phases(session.document, ids, not folded))


def hide_chosen(session: Session) -> None:
    """Take the lanes out of sight, and say how they come back."""
    ids = chosen_lanes(session)
    if not ids:
        session.refuse(message("Select a lane by its header first."))
        return
    if session.attempt(lambda: hide_lanes(session.document, ids)) is not None:
        session.select(())
        session.announce(message("Hidden. “Show hidden lanes” brings it back."))


def show_all(session: Session) -> None:
    """Bring all hidden lanes back."""
    ids = [lane.id for lane in session.document.lanes if lane.hidden]
    if not ids:
        session.refuse(message("No lane is hidden."))
        return
    session.attempt(lambda: show_lanes(session.document, ids))


def switch_lock(session: Session) -> None:
    """Lock the lanes; unlock them if all are locked."""
    ids = chosen_lanes(session)
    if not ids:
        session.refuse(message("Select a lane by its header first."))
        return
    locked = all(session.document.lane(id).locked for id in ids)
    session.attempt(lambda: lock_lanes(session.document, ids, not locked))


def switch_lane_freeze(session: Session) -> None:
    """Freeze the lanes; let them scroll again if all are frozen."""
    ids = chosen_lanes(session)
    if not ids:
        session.refuse(message("Select a lane by its header first."))
        return
    frozen = all(session.document.lane(id).frozen for id in ids)
    if session.attempt(lambda: freeze_lanes(session.document, ids, not frozen)) is not None:
        session.announce(
            message("Scrolls with the others again.")
            if frozen
            else message("Frozen: stays in view at the top while you scroll down.")
        )


def switch_column_freeze(session: Session) -> None:
    """Freeze the columns up to the chosen one; let all scroll again if they end there."""
    document = session.document
    last = chosen_last_column(session)
    if last is None:
        session.refuse(message("Select a column or a phase first, or a step in it."))
        return
    frozen = frozen_up_to(document) == last
    session.attempt(lambda: freeze_columns(session.document, None if frozen else last))
    session.announce(
        message("Scrolls with the others again.")
        if frozen
        else message("Frozen: stays in view at the left while you scroll sideways.")
    )


def chosen_last_column(session: Session) -> str | None:
    """The last of the selected columns and phases, else the column of the cursor."""
    columns = session.document.columns
    chosen = set(session.selection)
    found = [column.id for column in columns if {column.id, column.phase} & chosen]
    if not found and session.cursor is not None:
        found = [session.cursor.column]
    return found[-1] if found else None


def frozen_up_to(document: Document) -> str | None:
    """The last frozen column; None if none is."""
    return next((column.id for column in reversed(document.columns) if column.frozen), None)


def set_width(session: Session, width: str) -> None:
    """Take another width for all columns: "compact", "normal" or "wide"."""

    def change() -> Change:
        return set_properties(session.document, column_width=width)

    session.attempt(change)


def unfold(session: Session, id: str) -> bool:
    """Unfold a lane or a phase; False if it is not folded."""
    entity = session.document.entities.get(id)
    if not isinstance(entity, (Lane, Phase)) or not entity.collapsed:
        return False
    edit = fold_lanes if isinstance(entity, Lane) else fold_phases
    session.attempt(lambda: edit(session.document, [id], False))
    return True
