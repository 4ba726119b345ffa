"""The pages as they will come out of the printer, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from blueprint.export.exporter import Job
from blueprint.export.pages import Pages, Setup, print_pages
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import Message, message, tr
from blueprint.model.document import Document
from blueprint.ui.background import Progress, Task
from blueprint.ui.dialogs.print_painter import picture
from blueprint.ui.widgets.labels import icon_button, label

_LONG_SIDE = 1_400


class PrintPreview(QWidget):
    """Emits `made` with the Pages of the latest setup, or None while there are none."""

    made = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._wanted: Setup | None = None
        self._task: Task | None = None
        self._pages: Pages | None = None
        self._place = 0
        self._image = QImage()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(460, 380)
        self.told = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picture, 1)
        column.addLayout(self._turner())
        column.addWidget(self.told)
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._begin)

    def _turner(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = icon_button("left", message("Previous page"), lambda: self.turn(-1))
        self.on = icon_button("right", message("Next page"), lambda: self.turn(1))
        self.where = label("", "muted")
        row.addStretch(1)
        for part in (self.back, self.where, self.on):
            row.addWidget(part)
        row.addStretch(1)
        return row

    @property
    def pages(self) -> Pages | None:
        return self._pages

    def show_setup(self, setup: Setup) -> None:
        """Make these pages, after a pause for further wishes."""
        self._wanted = setup
        self._pages = None
        self.made.emit(None)
        self._timer.start()

    def turn(self, by: int) -> None:
        """Show the next page, or with −1 the previous one."""
        if self._pages:
            self._place = min(max(0, self._place + by), len(self._pages.pages) - 1)
            self._show_page()

    def stop(self) -> None:
        """Give up and wait for the work to end."""
        self._timer.stop()
        if self._task:
            self._task.wait_for_end()

    def _begin(self) -> None:
        if self._task or self._wanted is None:
            return
        setup, self._wanted = self._wanted, None

        def work(_progress: Progress) -> object:
            return print_pages(Job(self._document, setup.options), setup)

        self._task = Task(work, (ExportRefused,), self)
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._refused)
        self._task.finished.connect(self._ended)
        self._task.start()

    def _take(self, pages: Pages) -> None:
        if self._wanted is not None:
            return
        self._pages = pages
        self._place = min(self._place, len(pages.pages) - 1)
        self.told.setText("\n".join(map(tr, pages.notices)))
        self._show_page()
        self.made.emit(pages)

    def _refused(self, why: Message) -> None:
        self.told.setText(tr(why))

    def _ended(self) -> None:
        if self._task:
            self._task.deleteLater()
        self._task = None
        if self._wanted is not None:
            self._timer.start()

    def _show_page(self) -> None:
        assert self._pages is not None
        page, count = self._pages.pages[self._place], len(self._pages.pages)
        self._image = picture(
            self._pages, self._place, min(2.0, _LONG_SIDE / max(page.width, page.height))
        )
        self.where.setText(tr(message("{page} of {pages}", page=self._place + 1, pages=count)))
        for part in (self.back, self.where, self.on):
            part.setVisible(count > 1)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place < count - 1)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round((self._picture.width() - 8) * ratio), 0)
        room.setHeight(round((self._picture.height() - 8) * ratio))
        fitted = QPixmap.fromImage(
            self._image.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
