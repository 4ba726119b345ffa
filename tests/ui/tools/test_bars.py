"""Moving the bars of a connector by keys."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from blueprint.model.edits.folding import fold_lanes
from blueprint.storage import open_sample
from blueprint.ui.session import Session
from blueprint.ui.tools import commands


def test_a_selected_connector_of_a_folded_lane_has_no_bar_to_move(qtbot: QtBot) -> None:
    session = Session(open_sample("hotel"))
    document = session.document
    flow = next(iter(document.flows.values()))
    told: list[object] = []
    session.refused.connect(told.append)
    session.select([flow.id])
    lanes = {document.step(end).lane for end in (flow.source, flow.target)}
    session.push(fold_lanes(document, lanes, True))
    session.select([flow.id])
    assert not session.layout.shows_flow(flow.id)
    commands.nudge(session, 1, 0)
    assert len(told) == 1
