"""What Enter does with a tool in hand: the same as a click where the cursor stands."""

from __future__ import annotations

from blueprint.model.notation import StepKind
from blueprint.ui.session import Session
from blueprint.ui.tools import commands, grid
from blueprint.ui.tools.badges import BADGES
from blueprint.ui.tools.letters import LetterChoice, letters_for
from blueprint.ui.tools.place import KINDS, NO_EVIDENCE_LANE, evidence_lane, objection
from blueprint.ui.tools.state import Bench, Draft

FIELDS = ("duration", "cost", "owner")


def use_tool(bench: Bench) -> LetterChoice | None:
    """Use the tool in hand at the cursor; the connector's goes on with letters."""
    session = bench.session
    tool = session.tool
    focused = commands.focused_step(session)
    if tool in KINDS:
        _place(bench, KINDS[tool])
        return None
    if tool == "connector":
        session.set_tool("select")
        return letters_for(bench, focused)
    if tool in BADGES:
        _on_focused(session, focused)
        commands.switch_badge(session, tool)
    elif tool in FIELDS:
        _on_focused(session, focused)
        session.set_tool("select")
        bench.ask_field(tool)
    return None


def _on_focused(session: Session, focused: str) -> None:
    if focused and focused not in session.selection:
        session.select([focused])


def _place(bench: Bench, kind: StepKind | None) -> None:
    session = bench.session
    document = session.document
    cell = session.cursor or grid.first_customer_cell(document)
    if cell is None:
        return
    if kind is StepKind.EVIDENCE:
        lane = evidence_lane(document)
        if not lane:
            session.refuse(NO_EVIDENCE_LANE)
            return
        cell = cell._replace(lane=lane)
    refusal = objection(document, cell, kind)
    if refusal is not None:
        session.refuse(refusal)
        return
    session.set_tool("select")
    bench.draft(Draft(cell.lane, grid.place_of(document, cell.column), kind=kind))
