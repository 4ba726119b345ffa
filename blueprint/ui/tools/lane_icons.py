"""The icon of lanes, from the lane's menu, the palette and the inspector alike."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.edits.lanes import set_lane
from blueprint.ui.session import Session
from blueprint.ui.tools.folding import chosen_lanes


def shared_icon(session: Session) -> str | None:
    """The icon chosen for the lanes; None if they differ or there are none."""
    found = {session.document.lane(id).icon for id in chosen_lanes(session)}
    return found.pop() if len(found) == 1 else None


def set_icon(session: Session, icon: str) -> None:
    """Give the selected lanes, else the lane of the cursor, an icon; empty: their role's own."""
    ids = chosen_lanes(session)
    if not ids:
        session.refuse(message("Select a lane by its header first."))
        return

    def change() -> Change:
        whole = Change(message("Change icon of lane"))
        for id in ids:
            whole = whole.then(set_lane(session.document, id, icon=icon))
        return whole

    session.attempt(change)
