"""The simulation to watch: customers as tokens on the drawing, queues, busy resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint.ui.replay.view import ReplayView
    from blueprint.ui.session import Session


def make_replay(session: Session) -> ReplayView:
    """The view, made when it is first shown."""
    from blueprint.ui.replay.view import ReplayView

    return ReplayView(session)
