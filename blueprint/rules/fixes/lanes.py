"""The fix for lanes that are missing or out of order."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change, replacing
from blueprint.model.document import Document
from blueprint.model.entities import Lane
from blueprint.model.notation import ANNOTATIONS, CONTACT, ROLE_ORDER, LaneRole
from blueprint.model.order import keys_between
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft
from blueprint.rules.fixes.places import lane_of


def ranks(document: Document) -> list[int]:
    """The place of each lane's role from the top; rows of remarks may stand anywhere."""
    return [ROLE_ORDER[lane.role] for lane in document.lanes if lane.role not in ANNOTATIONS]


def complete_lanes(document: Document, finding: Finding) -> Change:
    """Put the lanes in order and add those that every blueprint has."""
    draft = Draft(document)
    draft.do(_put_in_order(draft.document))
    roles = {lane.role for lane in document.lanes}
    lane_of(draft, LaneRole.CUSTOMER)
    if not roles & CONTACT:
        lane_of(draft, LaneRole.ONSTAGE)
    if not roles & {LaneRole.BACKSTAGE, LaneRole.SUPPORT}:
        lane_of(draft, LaneRole.BACKSTAGE)
    return draft.change


def _put_in_order(document: Document) -> Change:
    """Lanes by role, rows of remarks where they are; equal roles keep their order."""
    lanes = document.lanes
    rows = [lane for lane in lanes if lane.role not in ANNOTATIONS]
    rest = iter(sorted(rows, key=lambda lane: ROLE_ORDER[lane.role]))
    wanted: list[Lane] = [lane if lane.role in ANNOTATIONS else next(rest) for lane in lanes]
    if wanted == list(lanes):
        return Change(message("Move lane"))
    keys = keys_between(None, None, len(wanted))
    pairs = [(lane, lane.replaced(order=key)) for lane, key in zip(wanted, keys, strict=True)]
    return replacing(message("Move lane"), pairs)
