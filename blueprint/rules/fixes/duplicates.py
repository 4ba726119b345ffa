"""The fix for flows that lead to their own step or say what another flow says."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.flows import set_flow
from blueprint.model.edits.steps import delete
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.draft import Draft, first_sound


def remove_idle_flows(document: Document, finding: Finding) -> Change:
    """Delete the flow to its own step, or all but the first of equal flows."""
    ids = sorted(finding.flows)
    if len(ids) == 1:
        return delete(document, ids)
    return first_sound(document, finding, _merged(document, ids))


def _merged(document: Document, ids: list[str]) -> Iterator[Change]:
    """The first flow takes over the probability of the others where that adds up."""
    shares = [document.flow(id).probability for id in ids]
    total = sum(share or 0.0 for share in shares)
    if any(share is not None for share in shares) and total <= 1:
        draft = Draft(document)
        draft.do(delete(draft.document, ids[1:]))
        draft.do(set_flow(draft.document, ids[0], probability=round(total, 10)))
        yield draft.change
    yield delete(document, ids[1:])
