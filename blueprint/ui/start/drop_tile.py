"""The tile that takes files, and the picture of a blueprint with nothing in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout

from blueprint.i18n import message, tr
from blueprint.ui.dropped_files import dropped_files
from blueprint.ui.icons import pixmap
from blueprint.ui.start.page import Start
from blueprint.ui.start.tiles import LARGE, Tile, lay_out_large
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label

_RATIO = 2.0


class DropTile(Tile):
    """Asks for a table when it is clicked, and opens what is dropped on it."""

    def __init__(self, start: Start) -> None:
        super().__init__(
            "tile",
            lambda: start.actions.run("import"),
            tr(message("From a table")),
            tr(message("One row per step: CSV or spreadsheet.")),
        )
        lay_out_large(self)
        self.setAcceptDrops(True)
        self._files = start.files
        self._fill()
        self.let_through()

    def _fill(self) -> None:
        column = QVBoxLayout(self.picture)
        column.setSpacing(6)
        sign = QLabel()
        sign.setPixmap(pixmap("export", LOOK.colours.ink2, 22, _RATIO))
        asked = label(message("Drop a table or a blueprint file here"), "muted", wrap=True)
        for part in (sign, asked):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(sign)
        column.addWidget(asked)
        column.addStretch(1)
        column.setContentsMargins(76, 0, 76, 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(dropped_files(event)):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        for path in dropped_files(event):
            self._files.open_path(path)
        event.acceptProposedAction()

    def _light(self, on: bool) -> None:
        self.setProperty("over", on)
        self.style().unpolish(self)
        self.style().polish(self)


def blank_picture() -> QPixmap:
    """Empty lanes, and a sign that something begins here."""
    colours = LOOK.colours
    picture = QPixmap(LARGE * _RATIO)
    picture.setDevicePixelRatio(_RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.line2), 1, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    for lane in range(5):
        painter.drawRoundedRect(QRectF(10.5, 6.5 + lane * 22, 229, 16), 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(QPointF(125, 58), 17, 17)
    painter.drawPixmap(QPointF(116, 49), pixmap("plus", colours.accent_ink, 18, _RATIO))
    painter.end()
    return picture
