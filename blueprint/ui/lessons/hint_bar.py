"""One hint at a time, in a bar over the bottom of the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.icons import pixmap
from blueprint.ui.lessons.studying import Studying
from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, icon_button, label
from blueprint.ui.words import say

GAP: Final = 16
MOST_WIDTH: Final = 560
LEAST_WIDTH: Final = 240
MAP: Final = 280
"""What the overview at the right needs."""


class HintBar(QFrame):
    """Floats over the bottom left of `host`; Esc hides it.

    `taken` tells how much of the host's foot another bar takes up just now.
    """

    def __init__(self, host: QWidget, studying: Studying, taken: Callable[[], int]) -> None:
        super().__init__(host)
        self.setObjectName("hint")
        say(self, name=message("Hint"))
        self._host = host
        self._studying = studying
        self._taken = taken
        self._sign = QLabel()
        self.text = label("", "body_small", wrap=True)
        self.count = label("", "muted")
        self.more = button(message("Next hint"), studying.next_hint, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.count)
        row.addWidget(self.more)
        row.addWidget(icon_button("x", message("Hide the hint"), self.put_away, 24))
        host.installEventFilter(self)
        listen(self, studying.hinted, self.show_hint)
        listen(self, studying.changed, self.hide)
        listen(self, LOOK.changed, self._relook)
        self._relook()
        self.hide()

    def show_hint(self) -> None:
        """Show the hint that is due."""
        studying, lesson = self._studying, self._studying.lesson
        if not studying.hint or lesson is None:
            self.hide()
            return
        self.text.setText(studying.hint)
        number, total = studying.hints_shown, len(lesson.hints)
        self.count.setText(tr(message("{number} of {total}", number=number, total=total)))
        self.more.setVisible(studying.has_more_hints)
        self.setAccessibleDescription(studying.hint)
        self.show()
        self.raise_()
        self._place()

    def make_room(self) -> None:
        """Keep clear of what has come or gone at the foot."""
        if self.isVisible():
            self._place()

    def put_away(self) -> None:
        """Hide the hint and give the keyboard back to the canvas."""
        self.hide()
        self._host.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room = self._host.width() - 2 * GAP
        beside = room - MAP
        width = min(MOST_WIDTH, beside if beside >= LEAST_WIDTH * 1.5 else room)
        self.setFixedWidth(max(LEAST_WIDTH, width))
        row = self.layout()
        if row is not None:
            row.activate()
        self.resize(QSize(self.width(), self.sizeHint().height()))
        self.move(GAP, self._host.height() - self.height() - GAP - self._taken())

    def _relook(self) -> None:
        self._sign.setPixmap(pixmap("info", LOOK.colours.info, 18, 2.0))
