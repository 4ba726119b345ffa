"""The print dialog: page set-up at the left, the pages themselves at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from blueprint.export.exporter import ExportRefused, Progress
from blueprint.export.pages import Pages
from blueprint.export.sheet import Sheet
from blueprint.export.wording import title_of
from blueprint.i18n import Message, message, tr
from blueprint.storage import SaveFailed, save_bytes
from blueprint.ui.dialogs.print_choice import PDF, PrintChoice
from blueprint.ui.dialogs.print_painter import pdf_for, print_out, printer_for
from blueprint.ui.dialogs.print_preview import PrintPreview
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import say


class PrintDialog(QDialog):
    """Prints what the document is when the dialog opens. `suggested` has no suffix."""

    def __init__(
        self, session: Session, settings: Settings, suggested: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        say(self, window=message("Print"))
        self._session = session
        self._document = session.document.snapshot()
        self._suggested = suggested
        self.choice = PrintChoice(settings)
        self.preview = PrintPreview(self._document)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.hide()
        self.told = label("", "muted", wrap=True)
        self._arrange()
        self.choice.changed.connect(self._choice_changed)
        self.preview.made.connect(lambda pages: self.print_.setEnabled(pages is not None))
        self._choice_changed()
        self.resize(980, 640)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(20)
        left = QVBoxLayout()
        left.addWidget(self.choice)
        left.addStretch(1)
        self.choice.setFixedWidth(300)
        row.addLayout(left)
        frame = QFrame()
        frame.setObjectName("print_ground")
        inside = QVBoxLayout(frame)
        inside.addWidget(self.preview)
        row.addWidget(frame, 1)
        column.addLayout(row, 1)
        column.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        self.cancel = button(message("Cancel"), self.reject)
        self.print_ = button(message("Print"), self._print, "primary")
        self.print_.setDefault(True)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.print_)
        column.addLayout(buttons)

    def _choice_changed(self) -> None:
        self.preview.show_setup(self.choice.setup)

    def _print(self) -> None:
        pages = self.preview.pages
        if pages is None:
            return
        path = None
        if self.choice.printer_name == PDF:
            path = self._asked_path()
            if path is None:
                return
        self.progress.show()
        self.print_.setEnabled(False)
        try:
            self.print_pages(pages, path, self._show_progress)
        except ExportRefused as refusal:
            self.told.setText(tr(refusal.reason))
            self.progress.hide()
            self.print_.setEnabled(True)
            return
        self.choice.remember()
        self._session.announce(_done(len(pages.pages), path))
        self.accept()

    def print_pages(self, pages: Pages, path: Path | None, progress: Progress) -> None:
        """Into a PDF file, or on the printer chosen if `path` is None. Raises ExportRefused."""
        paper, first = self.choice.setup.options.page or "A4", pages.pages[0]
        if path and first.sheet and len(pages.pages) == 1:
            _write_pdf(first.sheet, path)
            return
        if path:
            printer = pdf_for(path, paper, first)
        else:
            copies = self.choice.copies.value()
            printer = printer_for(self.choice.printer_name, paper, first, copies)
        title = title_of(self._document.properties)
        print_out(printer, pages, title if isinstance(title, str) else tr(title), progress)

    def _show_progress(self, done: float) -> None:
        self.progress.setValue(round(100 * done))
        self.progress.repaint()

    def _asked_path(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr(message("Print into a PDF file")),
            str(self._suggested.with_suffix(".pdf")),
            tr(message("PDF document")) + " (*.pdf)",
        )
        if not name:
            return None
        return Path(name) if Path(name).suffix else Path(name + ".pdf")

    def done(self, result: int) -> None:
        """Wait for the work to end: it must not outlive the dialog."""
        self.preview.stop()
        super().done(result)


def _write_pdf(sheet: Sheet, path: Path) -> None:
    """The page as the export writes it: searchable, with bookmarks. Raises ExportRefused."""
    from blueprint.export.pdf_painter import paint_pdf

    try:
        save_bytes(paint_pdf(sheet), path)
    except SaveFailed as failure:
        raise ExportRefused(failure.reason) from failure


def _done(count: int, path: Path | None) -> Message:
    if path:
        return message("Printed into “{file}”.", file=path.name)
    return message("Printed {count} page.", "Printed {count} pages.", count=count)
