"""The export dialog: choose, look, write; the window stays usable meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from blueprint.export.exporter import export, exporters
from blueprint.i18n import Message, message, tr
from blueprint.rules import Finding
from blueprint.ui.background import Progress
from blueprint.ui.dialogs.export_choice import ExportChoice
from blueprint.ui.dialogs.export_preview import Preview
from blueprint.ui.dialogs.making import Making, choose_and_look
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import say


class ExportDialog(QDialog):
    """Exports what the document is when the dialog opens. `suggested` has no suffix."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        suggested: Path,
        parent: QWidget | None = None,
        format: str = "",
    ) -> None:
        super().__init__(parent)
        say(self, window=message("Export"))
        self._document = session.document.snapshot()
        self._findings: tuple[Finding, ...] = session.findings
        self._session = session
        self.choice = ExportChoice(settings)
        self.choice.choose_format(format)
        self.preview = Preview(self._document)
        self.path = QLineEdit(str(suggested))
        self.making = Making(message("Export"), self._export, self.reject, self.choice)
        self._arrange()
        self.choice.changed.connect(self._choice_changed)
        self._choice_changed()
        self.resize(900, 560)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        frame = QFrame()
        frame.setProperty("look", "card")
        column.addLayout(choose_and_look(self.choice, self.preview, frame), 1)
        column.addLayout(self._file_row())
        column.addWidget(self.making)

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = label(message("File"), "field")
        fix(name, width=84)
        say(self.path, name=message("File"))
        row.addWidget(name)
        row.addWidget(self.path, 1)
        choose = button(message("Choose…"), self._choose_file)
        choose.setAutoDefault(False)  # Enter exports
        row.addWidget(choose)
        return row

    def _choice_changed(self) -> None:
        suffix = self.choice.exporter.suffix
        path = Path(self.path.text())
        known = {found.suffix for found in exporters().values()}
        if path.suffix.lower() in known:
            path = path.with_suffix("")
        self.path.setText(f"{path}{suffix}")
        self.preview.show_choice(self.choice.exporter.name, self.choice.options)

    def _choose_file(self) -> None:
        exporter = self.choice.exporter
        filters = f"{tr(exporter.title)} (*{exporter.suffix})"
        name, _ = QFileDialog.getSaveFileName(
            self, tr(message("Export")), self.path.text(), filters
        )
        if name:
            self.path.setText(name if Path(name).suffix else name + exporter.suffix)

    def _export(self) -> None:
        path = Path(self.path.text()).expanduser()
        exporter, options = self.choice.exporter, self.choice.options

        def work(progress: Progress) -> object:
            return export(
                self._document,
                path,
                options,
                format=exporter.name,
                findings=self._findings,
                progress=progress,
            )

        self.making.run(work, lambda notices: self._done(path, notices))

    def _done(self, path: Path, notices: tuple[Message, ...]) -> None:
        self.choice.remember()
        self._session.announce(message("Exported “{file}”.", file=path.name))
        if notices:
            self.making.tell(notices)
        else:
            self.accept()

    def done(self, result: int) -> None:
        """Wait for the work to end: it must not outlive the dialog."""
        self.preview.stop()
        self.making.stop()
        super().done(result)
