"""Files beside the open one: another version to compare with, pages to print to."""

from __future__ import annotations

from pathlib import Path

from blueprint.model.document import Document
from blueprint.storage import Unreadable, open_document
from blueprint.ui import file_notices as told
from blueprint.ui.files import Asking, Files
from blueprint.ui.widgets.notice import Notices


def read_other(asking: Asking, files: Files, notices: Notices) -> tuple[Document, str] | None:
    """Ask for a file to look at beside the open one: its document and what it is called."""
    path = asking.for_opening(files.suggested_export().parent, tables_only=False)
    if path is None:
        return None
    try:
        opened = open_document(path)
    except Unreadable as problem:
        told.tell_unreadable(notices, path, problem)
        return None
    return opened.document, opened.document.properties.title or path.stem


def ask_for_pdf(asking: Asking, files: Files, what: str) -> Path | None:
    """Ask where a PDF file about the document goes; `what` is added to its name."""
    name = files.suggested_export()
    path = asking.for_pdf(name.with_name(f"{name.name} {what}.pdf"))
    return path if path is None or path.suffix else path.with_suffix(".pdf")
