"""Annotation rows by hand: one shows other remarks instead, and keeps what it held."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from blueprint.i18n import message, tr
from blueprint.model.edits.lanes import swap_row
from blueprint.model.entities import Lane, Step
from blueprint.model.notation import ANNOTATIONS, LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session

ROWS = tuple(role for role in LaneRole if role in ANNOTATIONS)
"""What a row of remarks may show, in the order of its menu."""

MOST: Final = 100
"""Selected things among which a row is looked for."""


def chosen_row(session: Session) -> str:
    """The annotation row that is selected, or that holds the selected remark or the cursor; ""."""
    document = session.document
    for id in session.selection[:MOST]:
        step = document.get(id, Step)
        lane = document.get(step.lane if step else id, Lane)
        if lane is not None and lane.role in ANNOTATIONS:
            return lane.id
    at = session.cursor
    on_row = at is not None and document.lane(at.lane).role in ANNOTATIONS
    return at.lane if at is not None and on_row else ""


def show_instead(session: Session, row: str, role: LaneRole) -> None:
    """Let a row show other remarks."""
    session.attempt(lambda: swap_row(session.document, row, role))


def fill(menu: QMenu, session: Session, row: str) -> None:
    """Add what a row may show; what it shows now is ticked."""
    for role in ROWS:
        action = menu.addAction(tr(ROLE_TITLES[role]))
        action.setCheckable(True)
        action.setChecked(session.document.lane(row).role is role)
        action.triggered.connect(partial(_chosen, session, row, role))


def _chosen(session: Session, row: str, role: LaneRole, _on: bool = False) -> None:
    show_instead(session, row, role)


def ask_what_instead(session: Session, over: QWidget, view: View) -> QMenu | None:
    """A menu, for the keys as well, of what the chosen row may show; None without such a row."""
    row = chosen_row(session)
    if not row:
        session.refuse(message("Select an annotation row first, or put the cursor into it."))
        return None
    menu = QMenu(over)
    menu.setAccessibleName(tr(message("Show instead")))
    fill(menu, session, row)
    band = next((found for found in session.layout.lanes if found.lane == row), None)
    top = view.to_screen(0, band.box.y).y if band else view.top
    menu.popup(over.mapToGlobal(QPoint(8, round(top))))
    menu.setActiveAction(menu.actions()[ROWS.index(session.document.lane(row).role)])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
