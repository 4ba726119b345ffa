"""What an edit that makes something new answers."""

from __future__ import annotations

from typing import NamedTuple

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.ids import NewId, fresh_ids


class Added(NamedTuple):
    """A change, and the id of the thing that it adds."""

    change: Change
    id: str


def ids_for(document: Document, new_id: NewId | None) -> NewId:
    """`new_id`, or a source of ids that the document does not use."""
    return new_id or fresh_ids(document.entities)
