"""A page of the start page: a title, a line beneath it, and parts one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from blueprint.i18n import Message
from blueprint.ui.start.tiles import section
from blueprint.ui.widgets.labels import label


class Sheet(QWidget):
    """`asides` are buttons at the right of the title."""

    def __init__(self, title: Message, lead: Message, *asides: QPushButton) -> None:
        super().__init__()
        self.setObjectName("home_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(48, 30, 48, 30)
        self._column.setSpacing(0)
        self._column.addLayout(_head(title, lead, asides))
        self._column.addSpacing(22)
        self._column.addStretch(1)

    def begin(self, title: Message | str, *asides: QWidget) -> None:
        """A new part, with links at the right of its heading."""
        place = self._column.count() - 1
        self._column.insertSpacing(place, 22)
        self._column.insertLayout(place + 1, section(title, *asides))
        self._column.insertSpacing(place + 2, 10)

    def add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)

    def add_part(self, part: QWidget) -> None:
        """A part that has its own heading, below some room."""
        self._column.insertSpacing(self._column.count() - 1, 22)
        self.add(part)


def _head(title: Message, lead: Message, asides: tuple[QPushButton, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "title"))
    words.addWidget(label(lead, "lead", wrap=True))
    row.addLayout(words, 1)
    for aside in asides:
        aside.setProperty("tall", True)
        row.addWidget(aside, alignment=Qt.AlignmentFlag.AlignBottom)
    return row
