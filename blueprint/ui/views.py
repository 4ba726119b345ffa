"""The ways to look at the open document: the drawing, its figures and whatever joins them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from blueprint.i18n import Message, message

CANVAS: Final = "canvas"
VIEW_NAMES: Final[dict[str, Message]] = {
    CANVAS: message("Canvas"),
    "table": message("Table"),
    "analysis": message("Analysis"),
    "compare": message("Compare"),
    "replay": message("Replay"),
}
"""Views by name, in the order in which they are offered."""


@runtime_checkable
class Parted(Protocol):
    """A view of several regions."""

    def regions(self) -> list[QWidget]: ...


class Views(QStackedWidget):
    """Views are made when they are first shown, so that an empty window is there at once."""

    view_changed = Signal(str)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {CANVAS: canvas}
        self.addWidget(canvas)

    def offer(self, name: str, make: Callable[[], QWidget]) -> None:
        """Let `name`, one of VIEW_NAMES, be shown."""
        self._makers[name] = make

    @property
    def offered(self) -> tuple[str, ...]:
        return tuple(name for name in VIEW_NAMES if name == CANVAS or name in self._makers)

    @property
    def shown(self) -> str:
        current = self.currentWidget()
        return next(name for name, widget in self._made.items() if widget is current)

    def regions(self) -> list[QWidget]:
        """What F6 walks through in the view that is shown."""
        current = self.currentWidget()
        if isinstance(current, Parted):
            return current.regions()
        return [current] if current else []

    def show_view(self, name: str) -> None:
        """Show a view that is offered, and put the focus into it."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        self.setCurrentWidget(self._made[name])
        self._made[name].setFocus()
        self.view_changed.emit(name)
