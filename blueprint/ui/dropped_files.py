"""Files that are dropped on a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

from blueprint.lessons.lesson import SUFFIX

_OPENS: Final = (".blueprint", ".json", ".csv", ".tsv", ".xlsx", SUFFIX)


def dropped_files(event: QDropEvent) -> Iterator[Path]:
    """Those among what is dropped that can be opened."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.name.lower().endswith(_OPENS):
            yield path
