"""What an export will look like, painted beside the dialog while the user chooses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import Message, message, tr
from blueprint.model.document import Document
from blueprint.ui.background import Progress, Task
from blueprint.ui.widgets.labels import label

_WIDE = 1_100
"""Pixels of the longer side of a preview."""
_PAGES = ("pdf",)
_TABLES = ("csv", "xlsx")


def preview(document: Document, format: str, options: ExportOptions) -> bytes:
    """The exported page or picture as a small PNG; empty for tables."""
    if format in _TABLES:
        return b""
    from blueprint.export.blueprint_sheet import drawing_sheet, page_sheet
    from blueprint.export.png import paint_png

    job = Job(document, replace(options, scale=1.0))
    if format == "report":
        from blueprint.export.report_parts import report_sheets

        return paint_png(report_sheets(job)[0], scale=2.0)
    framed = options.framed is not False if format in _PAGES else bool(options.framed)
    sheet = (page_sheet(job) if framed else drawing_sheet(job)).sheet
    return paint_png(sheet, scale=min(2.0, _WIDE / max(sheet.width, sheet.height, 1.0)))


class Preview(QWidget):
    """Shows the latest choice; what is older is given up."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._wanted: tuple[str, ExportOptions] | None = None
        self._task: Task | None = None
        self._pixmap = QPixmap()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(420, 320)
        self._words = label("", "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picture, 1)
        column.addWidget(self._words)
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._begin)

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    def show_choice(self, format: str, options: ExportOptions) -> None:
        """Paint this choice, after a pause for further ones."""
        self._wanted = (format, options)
        self._timer.start()

    def stop(self) -> None:
        """Give up and wait for the work to end."""
        self._timer.stop()
        if self._task:
            self._task.wait_for_end()

    def _begin(self) -> None:
        if self._task or self._wanted is None:
            return
        format, options = self._wanted
        self._wanted = None
        if format in _TABLES:
            count = len(self._document.steps)
            self._say(message("{count} row, one a step.", "{count} rows, one a step.", count=count))
            return

        def work(progress: Progress) -> object:
            return preview(self._document, format, options)

        task = Task(work, (ExportRefused,), self)
        task.succeeded.connect(self._show)
        task.failed.connect(self._say)
        task.finished.connect(self._ended)
        self._task = task
        task.start()

    def _ended(self) -> None:
        if self._task:
            self._task.deleteLater()
        self._task = None
        if self._wanted:
            self._begin()

    def _show(self, png: bytes) -> None:
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(png)
        self._words.clear()
        self._fit()

    def _say(self, what: Message) -> None:
        self._pixmap = QPixmap()
        self._picture.clear()
        self._words.setText(tr(what))

    def _fit(self) -> None:
        if self._pixmap.isNull():
            return
        room = self._picture.size() * self.devicePixelRatio()
        keep = Qt.AspectRatioMode.KeepAspectRatio
        fitted = self._pixmap.scaled(room, keep, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(self.devicePixelRatio())
        self._picture.setPixmap(fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
