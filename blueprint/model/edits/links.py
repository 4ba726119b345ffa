"""Links from steps to other blueprints, when the file that they begin at moves."""

from __future__ import annotations

from pathlib import Path

from blueprint.i18n import message
from blueprint.model.change import Change, replacing
from blueprint.model.document import Document
from blueprint.model.links import linked_path, path_from


def follow_file(document: Document, old: Path, new: Path) -> Change:
    """Let the links of a file in folder `old` lead to the same files from folder `new`.

    A link stays as it is where no path leads from there, as from disk to disk.
    """
    pairs = []
    for step in document.steps.values():
        path = linked_path(step.link) if step.link else ""
        moved = path_from(new, old / path) if path else ""
        if moved and moved != path:
            pairs.append((step, step.model_copy(update={"link": moved})))
    return replacing(message("Links follow the file to another folder"), pairs)
