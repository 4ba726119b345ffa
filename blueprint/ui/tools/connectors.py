"""Connectors by keyboard: going from one to the next at a card, and along the one in hand."""

from __future__ import annotations

from functools import partial

from blueprint.i18n import message
from blueprint.model.document import Document
from blueprint.model.edits.flows import set_flow
from blueprint.model.entities import Flow
from blueprint.model.notation import FlowKind
from blueprint.model.terms import FLOW_KIND_TITLES
from blueprint.ui.session import Session
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.grid import place_of


def chosen_flow(session: Session) -> Flow | None:
    """The connector that is selected, the latest of several; None if something else is."""
    last = session.selection[-1] if session.selection else ""
    return session.document.get(last, Flow)


def next_connector(session: Session, step: str, by: int) -> None:
    """Select the first connector of a step or, from the one that is selected, the next."""
    document = session.document
    flows = flows_of(document, step) if step else []
    if not flows:
        session.refuse(message("This step has no connector. Ctrl + L draws one."))
        return
    found = chosen_flow(session)
    at = flows.index(found.id) + by if found and found.id in flows else min(0, by)
    flow = document.flow(flows[at % len(flows)])
    session.select([flow.id])
    session.announce(
        message(
            "{kind} from “{source}” to “{target}”. F2 labels it, Ctrl + L leads it elsewhere.",
            kind=FLOW_KIND_TITLES[flow.kind],
            source=document.step(flow.source).label,
            target=document.step(flow.target).label,
        )
    )


def switch_exchange(session: Session) -> None:
    """Make the connectors in hand exchanges; next steps, if all of them are."""
    document = session.document
    flows = [flow for id in session.selection if (flow := document.get(id, Flow)) is not None]
    if not flows:
        session.refuse(message("Press L to take up a connector of the step first."))
        return
    every = all(flow.kind is FlowKind.EXCHANGE for flow in flows)
    kind = FlowKind.SEQUENCE if every else FlowKind.EXCHANGE
    edits: list[Edit] = [partial(set_flow, flow=flow.id, kind=kind) for flow in flows]
    label = message("Change kind of connector")
    session.attempt(lambda: together(document, label, *edits).change)


def flows_of(document: Document, step: str) -> list[str]:
    """The connectors of a step: those that leave it, then those that reach it, by place."""
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}

    def place(id: str) -> tuple[int, int]:
        other = document.step(id)
        return place_of(document, other.column), lanes[other.lane]

    leaving = sorted(document.outgoing(step), key=lambda flow: place(flow.target))
    reaching = sorted(document.incoming(step), key=lambda flow: place(flow.source))
    return [flow.id for flow in (*leaving, *reaching)]


def anchor_of(session: Session, focused: str) -> str:
    """The step that the keyboard stands on while one of its connectors is selected."""
    flow = chosen_flow(session)
    if flow is None or session.cursor is None:
        return focused
    standing = {step.id for step in session.document.cell(*session.cursor)}
    return next((end for end in (flow.source, flow.target) if end in standing), focused)


def follow(session: Session, focused: str, direction: int) -> None:
    """Go along the connector in hand, else a connector of the step: on (1) or back (-1)."""
    document, flow = session.document, chosen_flow(session)
    if flow is None:
        flows = document.outgoing(focused) if direction > 0 else document.incoming(focused)
        flow = next(iter(flows), None) if focused else None
    if flow is not None:
        onward = flow.target if direction > 0 else flow.source
        session.select([onward])
        session.reveal([onward])
