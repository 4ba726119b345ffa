"""All charts on a board: three, two or one beside each other, as the window is wide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from blueprint.analysis.chart import Chart
from blueprint.i18n import message
from blueprint.ui.analysis.chart_card import ChartCard
from blueprint.ui.words import say

GAP: Final = 16
LEAST: Final = QSize(340, 360)

MakeCharts = Callable[[float, float], tuple[Chart, ...]]
"""The charts for cards of a width and a height, in points."""


class ChartBoard(QScrollArea):
    """Emits `picked` with the ids of the steps of a chosen mark."""

    picked = Signal(tuple)

    def __init__(self, make: MakeCharts) -> None:
        super().__init__()
        self.setObjectName("board")
        say(self, name=message("Charts"))
        self._make = make
        self._inside = QWidget()
        self._inside.setObjectName("board")
        self.setWidget(self._inside)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.cards: list[ChartCard] = []

    def refresh(self) -> None:
        """Draw all charts anew, in the size that the board has now."""
        across, size = self._grid()
        made = self._make(size.width(), size.height())
        self._keep(len(made))
        for place, (card, chart) in enumerate(zip(self.cards, made, strict=True)):
            row, column = divmod(place, across)
            left = GAP + column * (size.width() + GAP)
            top = GAP + row * (size.height() + GAP)
            card.setGeometry(QRect(left, top, size.width(), size.height()))
            card.show_chart(chart)
        rows = -(-len(made) // across)
        self._inside.resize(self._room().width(), GAP + rows * (size.height() + GAP))

    def show_last(self) -> None:
        """Scroll to the last chart."""
        if self.cards:
            self.ensureWidgetVisible(self.cards[-1])

    def _keep(self, count: int) -> None:
        while len(self.cards) < count:
            card = ChartCard()
            card.setParent(self._inside)
            card.picked.connect(self.picked)
            card.show()
            self.cards.append(card)
        while len(self.cards) > count:
            gone = self.cards.pop()
            gone.hide()
            gone.deleteLater()

    def _room(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.width() - bar, self.height())

    def _grid(self) -> tuple[int, QSize]:
        room = self._room()
        across = max(1, min(3, (room.width() - GAP) // (LEAST.width() + GAP)))
        width = (room.width() - GAP) // across - GAP
        height = max(LEAST.height(), (room.height() - GAP) // 2 - GAP)
        return across, QSize(width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()
