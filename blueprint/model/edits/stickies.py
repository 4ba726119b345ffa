"""Sticky notes left out: what a print or an export without them shows."""

from __future__ import annotations

from blueprint.model.document import Document
from blueprint.model.edits.steps import delete
from blueprint.model.notation import StepKind


def without_stickies(document: Document) -> Document:
    """The document, or a copy of it in which no sticky note stands."""
    notes = [step.id for step in document.steps.values() if step.kind is StepKind.NOTE]
    if not notes:
        return document
    copy = document.snapshot()
    copy.apply(delete(copy, notes))
    return copy
