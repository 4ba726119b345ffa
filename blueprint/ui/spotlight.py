"""What is singled out on the drawing while the rest is dimmed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Spotlight(QObject):
    """Ids of what stays bright; None while nothing is dimmed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lit: frozenset[str] | None = None

    def show_only(self, ids: Iterable[str] | None) -> None:
        """Dim all but these; with None, nothing."""
        lit = None if ids is None else frozenset(ids)
        if lit != self.lit:
            self.lit = lit
            self.changed.emit()
