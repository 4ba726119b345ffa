"""Suggestions for the last of several texts with commas between."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QCompleter, QLineEdit

_COMMA: Final = re.compile(r"[,;，；、]")


class PartCompleter(QCompleter):
    """Completes what stands after the last comma and leaves what stands before it."""

    def __init__(self, texts: list[str], line: QLineEdit) -> None:
        super().__init__(texts, line)
        self._line = line

    def splitPath(self, path: str) -> list[str]:
        return [_COMMA.split(path)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before = [part.strip() for part in _COMMA.split(self._line.text())[:-1]]
        return ", ".join([*(part for part in before if part), super().pathFromIndex(index)])
