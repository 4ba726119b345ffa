"""How long the customer actions take in all, and how long they may take."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from blueprint.i18n import Message, current_language, message, tr
from blueprint.model.notation import LaneRole
from blueprint.model.units import show_duration
from blueprint.ui.listening import listen
from blueprint.ui.panels.times import Times, times
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import WORDS


class _Bar(QWidget):
    """The share of the acceptable time that the standard time takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(8)
        self._share = 0.0

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = LOOK.theme.roles[LaneRole.METRIC]
        over = self._share > 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, self.width() - 1, 7)
        painter.setPen(QPen(QColor(colours.stroke), 1))
        painter.drawRoundedRect(box, 2, 2)
        fill = QColor(LOOK.colours.error if over else colours.strong)
        painter.fillRect(QRectF(1, 1, (self.width() - 2) * min(1.0, self._share), 6), fill)
        painter.end()


class TimeSummary(QFrame):
    """Stands at the bottom of the outline; hidden while no step has a time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("time_summary")
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        self._standard = self._line(column, message("Standard time"))
        self._acceptable = self._line(column, message("Acceptable time"))
        self._bar = _Bar()
        column.addSpacing(4)
        column.addWidget(self._bar)
        self._words = label("", "muted", wrap=True)
        column.addWidget(self._words)
        self._timer = QTimer(self, singleShot=True, interval=200)
        self._timer.timeout.connect(self.refresh)
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, session.document_replaced, self.refresh)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self._bar.update)
        self.refresh()

    @staticmethod
    def _line(column: QVBoxLayout, name: Message) -> QLabel:
        row = QHBoxLayout()
        row.addWidget(label(name, "muted"), 1)
        value = label("", "strong")
        row.addWidget(value)
        column.addLayout(row)
        return value

    def refresh(self) -> None:
        """Add up the times as they are now."""
        found = times(self._session.document)
        self.setVisible(found is not None)
        if found is None:
            return
        language = current_language()
        self._standard.setText(show_duration(found.standard, language))
        self._acceptable.setText(show_duration(found.acceptable, language))
        self._bar.show_share(found.standard / found.acceptable if found.acceptable else 0.0)
        self._words.setText(tr(_in_words(found, language)))


def _in_words(found: Times, language: str) -> Message:
    spare = found.acceptable - found.standard
    if spare < 0:
        return message("{time} over what is acceptable.", time=show_duration(-spare, language))
    return message("{time} in hand.", time=show_duration(spare, language))
