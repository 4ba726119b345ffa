"""Copy, cut and paste of steps: as the program's own content, as tables, lines and pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Cell
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.flows import add_connected_step
from blueprint.model.edits.steps import add_step, delete
from blueprint.model.entities import Image, Step
from blueprint.storage.outcome import Unreadable
from blueprint.ui.session import Session
from blueprint.ui.tools import grid, paste_steps, paste_tables, pictures
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.copying import MIME, clipboard_content
from blueprint.ui.tools.paste_place import spot_for

MOST_LINES: Final = 500
"""Lines of pasted text that become steps; what comes after is left out."""
NOTHING: Final = message("The clipboard holds no steps, no text and no picture.")
UNREADABLE: Final = message("What is on the clipboard cannot be read.")


def copy(session: Session) -> bool:
    """Put the selected steps, with the flows between them, on the clipboard; False if none."""
    ids = session.selected_steps
    if not ids:
        session.refuse(message("Nothing is copied: select the steps first."))
        return False
    ordered = paste_steps.reading_order(session, ids)
    QGuiApplication.clipboard().setMimeData(clipboard_content(session.document, ordered))
    return True


def cut(session: Session) -> None:
    """Copy the selected steps and delete them."""
    ids = session.selected_steps
    if copy(session):
        session.attempt(lambda: delete(session.document, ids))


def paste(session: Session) -> None:
    """Paste steps at the cursor: our own, a table's, lines of text, or a picture as evidence."""
    content = QGuiApplication.clipboard().mimeData()
    if content is not None:
        paste_content(session, content)


def paste_content(session: Session, content: QMimeData) -> None:
    """The same of content that comes from elsewhere."""
    at = session.cursor or grid.first_customer_cell(session.document)
    if at is None:
        session.refuse(message("There is no lane to paste into. Add a lane first."))
    elif content.hasFormat(MIME):
        _paste_own(session, at, bytes(content.data(MIME).data()))
    elif found := picture_paths(content):
        _paste_pictures(session, at, found)
    elif content.hasText() and content.text().strip():
        _paste_text(session, at, content.text())
    elif content.hasImage():
        _paste_screenshot(session, at, content)
    else:
        session.refuse(NOTHING)


def _paste_own(session: Session, at: Cell, packed: bytes) -> None:
    made: list[str] = []
    try:
        content = json.loads(packed)
        result = session.attempt(
            lambda: paste_steps.pasted(session.document, content, at, made.append)
        )
    except (ValueError, KeyError, TypeError):
        session.refuse(UNREADABLE)
        return
    if result is not None:
        _show(session, made)


def _show(session: Session, made: list[str]) -> None:
    session.select(made)
    if made:  # what is pasted next goes on from here
        last = session.document.step(paste_steps.reading_order(session, made)[-1])
        session.move_cursor(Cell(last.lane, last.column))
    session.reveal(made)


# --- text and tables -------------------------------------------------------------------------


def _paste_text(session: Session, at: Cell, text: str) -> None:
    if "\t" in text:
        _paste_table(session, at, text)
    else:
        _paste_lines(session, at, text)


def _paste_table(session: Session, at: Cell, text: str) -> None:
    rows = paste_tables.cells_of(text)
    if sum(map(len, rows)) > paste_tables.MOST_CELLS and not paste_tables.has_header(rows):
        session.refuse(message("This table is too large to paste. Save it as CSV and import it."))
        return
    made: list[str] = []

    def edit() -> Added:
        try:
            return paste_tables.pasted_table(session.document, rows, at, made.append)
        except Unreadable as failure:
            raise ChangeRefused(failure.messages[0]) from failure

    if session.attempt(edit) is not None:
        _show(session, made)


def _paste_lines(session: Session, at: Cell, text: str) -> None:
    lines = [_unbulleted(line) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        session.refuse(_too_many(len(lines)))
        return
    document = session.document
    before = set(document.steps)
    first, growing = spot_for(document, at, [(0, offset) for offset in range(len(lines))])
    last: list[str] = []
    edits: list[Edit] = [
        *growing,
        *(_line_edit(at.lane, first + offset, line, last) for offset, line in enumerate(lines)),
    ]
    label = message("Paste step", "Paste {count} steps", count=len(lines))
    if session.attempt(lambda: together(document, label, *edits)) is not None:
        _show(session, [id for id in document.steps if id not in before])


def _too_many(lines: int) -> Message:
    return message(
        "These are {count} lines, and at most {most} become steps at once. Paste them in parts, "
        "or save them as a table and import it.",
        count=lines,
        most=MOST_LINES,
    )


def _unbulleted(line: str) -> str:
    """A line of a list without the bullet or number before it."""
    text = line.strip()
    head, _, rest = text.partition(" ")
    numbered = head[:-1].isdigit() and head[-1:] in ".)"
    return rest.strip() if rest.strip() and (numbered or head in "-*•–—") else text


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


# --- pictures --------------------------------------------------------------------------------


def picture_paths(content: QMimeData) -> list[Path]:
    """Files among the content whose names say that they are pictures."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in pictures.SUFFIXES]


def _paste_pictures(session: Session, at: Cell, paths: list[Path]) -> None:
    place_pictures(session, paths, "", grid.place_of(session.document, at.column))


def place_pictures(session: Session, paths: list[Path], step: str, column: int) -> None:
    """Put picture files on a step, or without one into the evidence of a column and after it."""
    found: list[Image] = []
    for path in paths:
        try:
            found.append(pictures.picture_in(path))
        except ChangeRefused as refusal:
            session.refuse(refusal.reason)
            return
    if step and len(found) == 1:
        pictures.put_on_step(session, step, found[0])
    elif found:
        pictures.put_as_evidence(session, column, found)


def _paste_screenshot(session: Session, at: Cell, content: QMimeData) -> None:
    pixels = content.imageData()
    if not isinstance(pixels, QImage) or pixels.isNull():
        session.refuse(UNREADABLE)
        return
    image = pictures.picture_from(pixels)
    focused = session.selected_steps
    if len(focused) == 1 and session.document.step(focused[0]).kind == "evidence":
        pictures.put_on_step(session, focused[0], image)
    else:
        pictures.put_as_evidence(session, grid.place_of(session.document, at.column), [image])
