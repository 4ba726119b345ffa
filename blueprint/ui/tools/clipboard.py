"""Copy, cut and paste of steps: as the program's own content and as plain text for others."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from blueprint.i18n import message
from blueprint.layout.geometry import Cell
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import add_connected_step
from blueprint.model.edits.steps import add_step, delete
from blueprint.model.entities import Step
from blueprint.ui.session import Session
from blueprint.ui.tools import grid, paste_steps
from blueprint.ui.tools.compound import Edit, together

MIME: Final = "application/x-service-blueprint-steps+json"
MOST_LINES: Final = 500
"""Lines of pasted text that become steps; what comes after is left out."""


def copy(session: Session) -> bool:
    """Put the selected steps, with the flows between them, on the clipboard; False if none."""
    ids = session.selected_steps
    if not ids:
        return False
    content = QMimeData()
    packed = json.dumps(paste_steps.packed(session.document, ids), ensure_ascii=False)
    content.setData(MIME, packed.encode("utf-8"))
    labels = [session.document.step(id).label for id in paste_steps.reading_order(session, ids)]
    content.setText("\n".join(" ".join(label.split()) for label in labels))
    QGuiApplication.clipboard().setMimeData(content)
    return True


def cut(session: Session) -> None:
    """Copy the selected steps and delete them."""
    ids = session.selected_steps
    if copy(session):
        session.attempt(lambda: delete(session.document, ids))


def paste(session: Session) -> None:
    """Paste steps at the cursor; of plain text each line becomes a step, one after the other."""
    at = session.cursor or grid.first_customer_cell(session.document)
    content = QGuiApplication.clipboard().mimeData()
    if at is None or content is None:
        return
    if content.hasFormat(MIME):
        _paste_own(session, at, bytes(content.data(MIME).data()))
    elif content.hasText():
        _paste_lines(session, at, content.text())
    else:
        session.refuse(message("The clipboard holds no steps and no text."))


def _paste_own(session: Session, at: Cell, packed: bytes) -> None:
    made: list[str] = []
    try:
        content = json.loads(packed)
        result = session.attempt(
            lambda: paste_steps.pasted(session.document, content, at, made.append)
        )
    except (ValueError, KeyError, TypeError):
        session.refuse(message("What is on the clipboard cannot be read."))
        return
    if result is not None:
        session.select(made)
        session.reveal(made)


def _paste_lines(session: Session, at: Cell, text: str) -> None:
    lines = [line.strip() for line in text.splitlines() if line.strip()][:MOST_LINES]
    if not lines:
        session.refuse(message("The clipboard holds no steps and no text."))
        return
    document = session.document
    before = set(document.steps)
    first = grid.place_of(document, at.column)
    missing = first + len(lines) - len(document.columns)
    edits: list[Edit] = [
        lambda found: insert_column(found, len(found.columns)) for _ in range(max(0, missing))
    ]
    last: list[str] = []
    edits += [_line_edit(at.lane, first + offset, line, last) for offset, line in enumerate(lines)]
    label = message("Paste step", "Paste {count} steps", count=len(lines))
    if session.attempt(lambda: together(document, label, *edits)) is not None:
        made = [id for id in document.steps if id not in before]
        session.select(made)
        session.reveal(made)


def _line_edit(lane: str, place: int, text: str, last: list[str]) -> Edit:
    def edit(document: Document) -> Added:
        column = document.columns[place].id
        if last and isinstance(document.entities.get(last[-1]), Step):
            made = add_connected_step(document, last[-1], lane, column, label=text)
        else:
            made = add_step(document, lane, column, label=text)
        last.append(made.id)
        return made

    return edit
