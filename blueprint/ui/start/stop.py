"""A button that arrow keys stop at: they lead on to the next one, Enter presses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from blueprint.i18n import Message
from blueprint.ui.start.arrows import ARROWS
from blueprint.ui.words import say


class Stop(QPushButton):
    """Leaves arrow keys to the page, which knows what lies that way."""

    def __init__(self, look: str, run: Callable[[], object]) -> None:
        super().__init__()
        if look:
            self.setProperty("look", look)
        self.clicked.connect(lambda _on=False: run())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def stop(text: Message, run: Callable[[], object], look: str = "") -> Stop:
    """One with a text and nothing else."""
    made = Stop(look, run)
    say(made, text=text)
    return made
