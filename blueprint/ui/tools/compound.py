"""Several edits as one act of the user: each is made on the document that the last one left."""

from __future__ import annotations

from collections.abc import Callable

from blueprint.i18n import Message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.added import Added

Edit = Callable[[Document], Change | Added]


def together(document: Document, label: Message, *edits: Edit) -> Added:
    """All `edits`, one after the other, under one name; the id is of what the last one added.

    Raises ChangeRefused if one of them does.
    """
    copy = document.snapshot()
    total, id = Change(label), ""
    for edit in edits:
        made = edit(copy)
        change, id = (made, "") if isinstance(made, Change) else made
        copy.apply(change)
        total = total.then(change)
    return Added(total, id)
