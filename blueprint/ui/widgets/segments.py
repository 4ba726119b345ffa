"""A row of buttons of which one is down: a choice among few that are all in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from blueprint.i18n import Message
from blueprint.ui.words import say

PADDING: Final = 8
Offered = tuple[str, Message | str] | tuple[str, Message | str, str]


class Segment(QPushButton):
    """One button of the row; it has room for its text in bold, as it is written when chosen."""

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        font.setBold(True)
        room = QFontMetrics(font).horizontalAdvance(self.text()) + 2 * PADDING
        hint = super().sizeHint()
        return QSize(max(hint.width(), room), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QWidget):
    """Emits `chosen` with the value that the user picked."""

    chosen = Signal(str)

    def __init__(self, name: Message, choices: Sequence[Offered]) -> None:
        super().__init__()
        say(self, name=name)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.offer(choices)

    def offer(self, choices: Sequence[Offered]) -> None:
        """Offer these, each a value and its text; nothing happens if they are offered already."""
        if list(self._buttons) == [choice[0] for choice in choices]:
            return
        for old in self._buttons.values():
            old.deleteLater()
        self._buttons.clear()
        for place, choice in enumerate(choices):
            made = self._segment(choice[0], choice[1], place, len(choices))
            self._row.insertWidget(place, made)

    def _segment(self, value: str, text: Message | str, place: int, count: int) -> QPushButton:
        made = Segment()
        made.setCheckable(True)
        made.setProperty("look", "segment")
        end = "first" if place == 0 else "last" if place == count - 1 else "middle"
        made.setProperty("place", end)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if isinstance(text, Message):
            say(made, text=text)
        else:
            made.setText(text)
        made.clicked.connect(lambda: self.chosen.emit(value))
        self._buttons[value] = made
        self._group.addButton(made)
        return made

    @property
    def value(self) -> str:
        """The value of the button that is down; "" if none is."""
        return next((value for value, made in self._buttons.items() if made.isChecked()), "")

    def show_value(self, value: str | None) -> None:
        """Press the button of `value`; none, if no button stands for it."""
        self._group.setExclusive(False)
        for own, made in self._buttons.items():
            made.setChecked(own == value)
        self._group.setExclusive(True)
