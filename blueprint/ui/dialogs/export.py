"""The export dialog: choose, look, write; the window stays usable meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from blueprint.export.exporter import ExportRefused, export, exporters
from blueprint.i18n import Message, message, tr
from blueprint.rules import Finding
from blueprint.ui.background import Progress, Task
from blueprint.ui.dialogs.export_choice import ExportChoice
from blueprint.ui.dialogs.export_preview import Preview
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
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
        self._task: Task | None = None
        self.choice = ExportChoice(settings)
        self.choice.choose_format(format)
        self.preview = Preview(self._document)
        self.path = QLineEdit(str(suggested))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.hide()
        self.told = label("", "muted", wrap=True)
        self._arrange()
        self.choice.changed.connect(self._choice_changed)
        self._choice_changed()
        self.resize(900, 560)

    @property
    def task_is_over(self) -> bool:
        """Whether nothing is being written at the moment."""
        return self._task is None

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
        frame.setProperty("look", "card")
        inside = QVBoxLayout(frame)
        inside.addWidget(self.preview)
        row.addWidget(frame, 1)
        column.addLayout(row, 1)
        column.addLayout(self._file_row())
        column.addWidget(self.progress)
        column.addLayout(self._buttons())

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = label(message("File"), "field")
        name.setFixedWidth(84)
        say(self.path, name=message("File"))
        row.addWidget(name)
        row.addWidget(self.path, 1)
        row.addWidget(button(message("Choose…"), self._choose_file))
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        self.cancel = button(message("Cancel"), self._cancel)
        self.export = button(message("Export"), self._export, "primary")
        self.export.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.export)
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

        self._task = Task(work, (ExportRefused,), self)
        self._task.progressed.connect(lambda done: self.progress.setValue(round(done * 100)))
        self._task.succeeded.connect(lambda notices: self._done(path, notices))
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._ended)
        self._show_running(True)
        self._task.start()

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.progress.setValue(0)
        self.export.setEnabled(not running)
        self.choice.setEnabled(not running)
        self.told.setText(tr(message("Writing…")) if running else "")

    def _done(self, path: Path, notices: tuple[Message, ...]) -> None:
        self.choice.remember()
        self._session.announce(message("Exported “{file}”.", file=path.name))
        self._show_running(False)
        if notices:
            self.told.setText("\n".join(tr(notice) for notice in notices))
            say(self.cancel, text=message("Close"))
        else:
            self.accept()

    def _failed(self, why: Message) -> None:
        self._show_running(False)
        self.told.setText(tr(why))

    def _ended(self) -> None:
        if self._task:
            self._task.deleteLater()
        self._task = None

    def _cancel(self) -> None:
        if self._task:
            self._task.give_up()
            self._show_running(False)
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Wait for the work to end: it must not outlive the dialog."""
        self.preview.stop()
        if self._task:
            self._task.wait_for_end()
        super().done(result)
