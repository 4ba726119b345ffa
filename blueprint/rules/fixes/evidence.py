"""The fix for a customer action without evidence."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.steps import add_step
from blueprint.model.notation import LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft, in_document_language
from blueprint.rules.fixes.places import lane_of


def add_evidence(document: Document, finding: Finding) -> Change:
    """Evidence, to be named, in the column of the customer action."""
    draft = Draft(document)
    lane = lane_of(draft, LaneRole.EVIDENCE)
    label = in_document_language(document, message("Evidence"))
    column = document.step(finding.steps[0]).column
    draft.add(add_step(draft.document, lane, column, label=label))
    return draft.change
