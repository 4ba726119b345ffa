"""Connecting several selected steps one after the other, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from blueprint.i18n import message
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.flows import connect, takes_connectors
from blueprint.ui.session import Session
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.connect import refusal_of
from blueprint.ui.tools.paste_steps import reading_order


def missing_links(document: Document, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Of steps in an order, the neighbours that no connector joins yet, and one may."""
    able = [id for id in ids if takes_connectors(document, document.step(id))]
    return [
        (one, other)
        for one, other in pairwise(able)
        if other not in {flow.target for flow in document.outgoing(one)}
        and one not in {flow.target for flow in document.outgoing(other)}
        and refusal_of(document, one, other) is None
    ]


def connect_chosen(session: Session) -> None:
    """Connect the selected steps one after the other, as one step of the history."""
    missing = missing_links(session.document, reading_order(session, session.selected_steps))
    if not missing:
        session.refuse(message("These steps are connected already, or cannot be. Choose others."))
        return
    edits: list[Edit] = [partial(_connected, source, target) for source, target in missing]
    label = message("Connect", "Connect {count} times", count=len(missing))
    session.attempt(lambda: together(session.document, label, *edits).change)


def _connected(source: str, target: str, document: Document) -> Added:
    return connect(document, source, target)
