"""Asking for files in the platform's own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint.i18n import message, tr
from blueprint.lessons.lesson import SUFFIX as LESSON_SUFFIX
from blueprint.ui.file_names import SUFFIX


class FileDialogs:
    """Asks over `host`."""

    def __init__(self, host: QWidget) -> None:
        self._host = host

    def for_opening(self, folder: Path, *, tables_only: bool) -> Path | None:
        """An existing file, or None."""
        tables = "*.csv *.tsv *.xlsx"
        filters = [f"{tr(message('Step tables'))} ({tables})"]
        if not tables_only:
            both = f"{tr(message('Blueprints and step tables'))} (*{SUFFIX} {tables})"
            filters = [both, f"{tr(message('Blueprints'))} (*{SUFFIX})", *filters]
        filters.append(f"{tr(message('All files'))} (*)")
        title = tr(message("Import table") if tables_only else message("Open"))
        name, _ = QFileDialog.getOpenFileName(self._host, title, str(folder), ";;".join(filters))
        return Path(name) if name else None

    def for_lesson(self, folder: Path) -> Path | None:
        """An existing lesson, or None."""
        filters = f"{tr(message('Lessons'))} (*{LESSON_SUFFIX} *.md)"
        title = tr(message("Open lesson file…"))
        name, _ = QFileDialog.getOpenFileName(self._host, title, str(folder), filters)
        return Path(name) if name else None

    def for_pdf(self, suggested: Path) -> Path | None:
        """A PDF file to write, or None; the dialog asks before it replaces one."""
        filters = f"{tr(message('PDF document'))} (*.pdf)"
        title = tr(message("Export"))
        name, _ = QFileDialog.getSaveFileName(self._host, title, str(suggested), filters)
        return Path(name) if name else None

    def for_saving(self, suggested: Path) -> Path | None:
        """A file to write, or None; the dialog asks before it replaces one."""
        filters = f"{tr(message('Blueprints'))} (*{SUFFIX})"
        title = tr(message("Save as"))
        name, _ = QFileDialog.getSaveFileName(self._host, title, str(suggested), filters)
        return Path(name) if name else None
