"""Edits of what is said of the document as a whole, of its resources and its dismissed findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from blueprint.i18n import message
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.entities import Dismissal, Resource, Severity
from blueprint.model.ids import NewId


def set_properties(document: Document, **fields: Any) -> Change:
    """Fill in properties. Raises pydantic.ValidationError if a value cannot be kept."""
    old = document.properties
    return replacing(message("Change document"), [(old, old.replaced(**fields))])


def add_resource(document: Document, title: str, *, new_id: NewId | None = None) -> Added:
    """A new resource."""
    made = ids_for(document, new_id)("resource")
    return Added(adding(message("Add resource"), [Resource(id=made, title=title)]), made)


def set_resource(document: Document, resource: str, **fields: Any) -> Change:
    """Fill in fields of a resource."""
    old = document.resources[resource]
    return replacing(message("Change resource"), [(old, old.replaced(**fields))])


def dismiss(
    document: Document,
    rule: str,
    subjects: Iterable[str],
    reason: str,
    *,
    new_id: NewId | None = None,
) -> Added:
    """Set a finding aside, with the reason; `subjects` are the steps and flows it names."""
    made = ids_for(document, new_id)("dismissal")
    dismissal = Dismissal(id=made, rule=rule, subjects=tuple(sorted(subjects)), reason=reason)
    return Added(adding(message("Ignore problem"), [dismissal]), made)


def set_severity(document: Document, rule: str, severity: Severity | None) -> Change:
    """Weigh a rule for this document alone; None: as the rule itself has it."""
    kept = {id: own for id, own in document.properties.severities.items() if id != rule}
    if severity is not None:
        kept[rule] = severity
    return Change(
        message("Change severity of {rule}", rule=rule),
        set_properties(document, severities=kept).entries,
    )


def restore(document: Document, dismissal: str) -> Change:
    """Show a dismissed finding again."""
    return removing(message("Show problem again"), [document.of_kind(Dismissal)[dismissal]])
