"""The print dialog: page set-up at the left, the pages themselves at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QVBoxLayout, QWidget

from blueprint.export.pages import Pages
from blueprint.export.saving import save_export
from blueprint.export.wording import title_of
from blueprint.i18n import Message, message, tr
from blueprint.ui.background import Progress, Work
from blueprint.ui.dialogs.making import Making, choose_and_look
from blueprint.ui.dialogs.print_choice import PDF, PrintChoice
from blueprint.ui.dialogs.print_painter import Order, print_on_paper, printed_pdf
from blueprint.ui.dialogs.print_preview import PrintPreview
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
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
        self.making = Making(message("Print"), self._print, self.reject, self.choice)
        self._arrange()
        self.choice.changed.connect(self._choice_changed)
        self.preview.made.connect(lambda pages: self.making.act.setEnabled(pages is not None))
        self._choice_changed()
        self.resize(980, 640)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        frame = QFrame()
        frame.setObjectName("print_ground")
        column.addLayout(choose_and_look(self.choice, self.preview, frame), 1)
        column.addWidget(self.making)

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
        work = self._to_file(pages, path) if path else self._to_paper(pages)
        self.making.run(work, lambda _none: self._done(len(pages.pages), path))

    def _to_paper(self, pages: Pages) -> Work:
        copies = self.choice.copies.value()
        order = Order(self.choice.printer_name, self._paper, copies, self._title)
        return partial(print_on_paper, order, pages)

    def _to_file(self, pages: Pages, path: Path) -> Work:
        paper, title = self._paper, self._title

        def work(progress: Progress) -> None:
            save_export(printed_pdf(paper, pages, title, progress), path)

        return work

    @property
    def _paper(self) -> str:
        return self.choice.setup.options.page or "A4"

    @property
    def _title(self) -> str:
        title = title_of(self._document.properties)
        return title if isinstance(title, str) else tr(title)

    def _done(self, count: int, path: Path | None) -> None:
        self.choice.remember()
        self._session.announce(_told(count, path))
        self.accept()

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
        self.making.stop()
        super().done(result)


def _told(count: int, path: Path | None) -> Message:
    if path:
        return message("Printed into “{file}”.", file=path.name)
    return message("Printed {count} page.", "Printed {count} pages.", count=count)
