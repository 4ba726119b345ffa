"""The fix for branches whose probabilities do not add up to 1."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.i18n import message
from blueprint.model.change import Change, replacing
from blueprint.model.document import Document
from blueprint.model.entities import Flow
from blueprint.rules.branches import branches
from blueprint.rules.finding import Finding


def scale_to_one(document: Document, finding: Finding) -> Change:
    """Keep the branches' proportions, rounded to four places; equal shares if all are zero."""
    found = branches(document, document.step(finding.steps[0]))
    given = [flow for flow in found if flow.probability is not None]
    pairs = [
        (flow, flow.replaced(probability=share))
        for flow, share in zip(given, _shares(given), strict=True)
    ]
    return replacing(message("Change connector"), pairs)


def _shares(flows: Sequence[Flow]) -> list[float]:
    total = sum(flow.probability or 0.0 for flow in flows)
    if total == 0:
        shares = [round(1 / len(flows), 4) for _ in flows]
    else:
        shares = [round((flow.probability or 0.0) / total, 4) for flow in flows]
    largest = max(range(len(shares)), key=shares.__getitem__)
    shares[largest] = round(shares[largest] + 1 - sum(shares), 10)
    return shares
