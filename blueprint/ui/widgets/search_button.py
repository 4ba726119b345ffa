"""The button that leads to the palette: wide where there is room, a lens where there is none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from blueprint.ui.widgets.labels import label

WIDE: Final = 264
LEAST: Final = 36
_AROUND: Final = 44
"""What the lens and the edges take of the width."""
_KEYS_FROM: Final = 220
"""The width from which the shortcut has a place beside the words."""


class SearchButton(QPushButton):
    """Its words end in dots, and at last go, as the window gets narrow."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("look", "search")
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        self.keys = label(keys, "key")
        self.keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.keys)

    def setText(self, text: str) -> None:
        self._whole = text
        self._fit()

    def _fit(self) -> None:
        self.keys.setVisible(self.width() >= _KEYS_FROM)
        room = self.width() - _AROUND
        if not self.keys.isHidden():
            room -= self.keys.sizeHint().width() + 6
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown if room > LEAST else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())
