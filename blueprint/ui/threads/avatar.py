"""Who wrote: a disc with initials, as owners have on cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blueprint.drawing.chips import initials
from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK

SIZE = 22


class Avatar(QWidget):
    """The initials of an author; a screen reader is told the name beside it."""

    def __init__(self, author: str) -> None:
        super().__init__()
        self.letters = initials(author)
        self.setFixedSize(SIZE, SIZE)
        listen(self, LOOK.changed, self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setBrush(QColor(LOOK.colours.panel))
            painter.setPen(QPen(QColor(LOOK.theme.owner_edge), 1.25))
            painter.drawEllipse(disc)
            font = QFont(self.font())
            font.setPixelSize(9)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(LOOK.colours.ink))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.letters)
        finally:
            painter.end()
