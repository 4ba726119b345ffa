"""The fix for a customer and a support step that nobody stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.i18n import message
from blueprint.model.change import Change, adding, replacing
from blueprint.model.document import Document
from blueprint.model.edits.added import ids_for
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import LaneRole
from blueprint.model.reading import Columns
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft, first_sound, in_document_language
from blueprint.rules.fixes.places import lane_of

_CONTACT = (LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY)
"""A backstage step would only be the next finding: it is out of the customer's sight."""


def insert_contact_step(document: Document, finding: Finding) -> Change:
    """A contact step on the way of the flow: what led to its target now leads through it."""
    flow = document.flow(finding.flows[0])
    return first_sound(document, finding, _ways_through(document, flow))


def _ways_through(document: Document, flow: Flow) -> Iterator[Change]:
    """That flow alone, else all flows between its two steps: with one left, it may be a loop."""
    yield _through_contact(document, [flow])
    ends = {flow.source, flow.target}
    both = [other for other in document.flows.values() if {other.source, other.target} == ends]
    if len(both) > 1:
        yield _through_contact(document, both)


def _through_contact(document: Document, flows: Sequence[Flow]) -> Change:
    draft = Draft(document)
    lane = _contact_lane(draft)
    source, target = document.step(flows[0].source), document.step(flows[0].target)
    column = _column_between(document, source, target)
    label = in_document_language(document, message("Contact with the customer"))
    between = draft.add(add_step(draft.document, lane, column, label=label))
    for flow in flows:
        draft.do(_led_through(draft.document, flow, between))
    return draft.change


def _contact_lane(draft: Draft) -> str:
    present = [lane.role for lane in draft.document.lanes]
    role = next((role for role in _CONTACT if role in present), LaneRole.ONSTAGE)
    return lane_of(draft, role)


def _column_between(document: Document, source: Step, target: Step) -> str:
    """A column that both share, else the customer's."""
    columns = Columns(document)
    if columns.meet(source, target):
        return max(source.column, target.column, key=columns.place.__getitem__)
    customer = document.lane(source.lane).role is LaneRole.CUSTOMER
    return source.column if customer else target.column


def _led_through(document: Document, flow: Flow, between: str) -> Change:
    onward = Flow(
        id=ids_for(document, None)("flow"), source=between, target=flow.target, kind=flow.kind
    )
    change = replacing(message("Reconnect"), [(flow, flow.replaced(target=between))])
    return change.then(adding(message("Connect"), [onward]))
