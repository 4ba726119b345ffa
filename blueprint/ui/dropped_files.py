"""Files that are dropped on a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

_OPENS: Final = (".blueprint", ".json", ".csv", ".tsv", ".xlsx")


def dropped_files(event: QDropEvent) -> Iterator[Path]:
    """Those among what is dropped that can be opened."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in _OPENS:
            yield path
