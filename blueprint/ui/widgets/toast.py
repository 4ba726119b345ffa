"""A word at the bottom of the canvas that goes by itself: what was refused, what was undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from blueprint.i18n import Message, tr
from blueprint.ui.widgets.labels import label

STAYS: Final = 6000
"""Milliseconds."""


class Toast(QFrame):
    """Floats over the bottom centre of `host`, `lift` pixels above what else stands there."""

    def __init__(self, host: QWidget, lift: Callable[[], int] = lambda: 0) -> None:
        super().__init__(host)
        self.setObjectName("toast")
        self._host = host
        self._lift = lift
        self._label = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._label)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        self.hide()

    def tell(self, text: Message) -> None:
        """Show `text` for a while."""
        self._label.setText(tr(text))
        self._label.setWordWrap(False)
        if self._label.sizeHint().width() > self._host.width() - 80:
            self._label.setWordWrap(True)
            self.setFixedWidth(max(200, self._host.width() - 60))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        x = (self._host.width() - self.width()) // 2
        self.move(max(8, x), self._host.height() - self.height() - 24 - self._lift())
