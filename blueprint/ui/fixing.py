"""Putting findings right: one, or all that have a fix, as one act."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.rules import Finding, fix


def fix_all(document: Document, findings: Iterable[Finding]) -> Change:
    """The fixes of all findings as one change; a fix that no longer fits is passed over.

    Each fix is made on what the ones before it have left.
    """
    trial = document.snapshot()
    whole = Change(message("Fix all problems"))
    for finding in findings:
        if not finding.fixable or not _still_there(trial, finding):
            continue
        try:
            change = fix(trial, finding)
            trial.apply(change)
        except (ChangeRefused, KeyError):
            continue
        whole = whole.then(change)
    return whole


def _still_there(document: Document, finding: Finding) -> bool:
    named = (*finding.steps, *finding.flows)
    return all(id in document.entities for id in named)
