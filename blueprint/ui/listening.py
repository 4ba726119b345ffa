"""Listening to something that outlives the listener, for as long as the listener lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, SignalInstance


class _Ear(QObject):
    """Hears on behalf of its parent. Qt ends the connection with it, as it does for no lambda."""

    def __init__(self, owner: QObject, slot: Callable[..., Any]) -> None:
        super().__init__(owner)
        self._slot = slot

    def hear(self, *values: Any) -> None:
        self._slot(*values)


def listen(owner: QObject, signal: SignalInstance, slot: Callable[..., Any]) -> None:
    """Call `slot` with all that `signal` carries, until Qt deletes `owner`."""
    signal.connect(_Ear(owner, slot).hear)
