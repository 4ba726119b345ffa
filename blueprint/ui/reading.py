"""Files as a window shows them: read and laid out, the large ones beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from blueprint.i18n import message
from blueprint.layout.layout import Layout
from blueprint.storage import Opened, open_document
from blueprint.ui.background import Progress
from blueprint.ui.waiting import waited_for

LARGE: Final = 250_000
"""Bytes from which a file is not read in the blink of an eye: about 1,000 steps."""


class Ready(NamedTuple):
    """What is in a file, and its layout where that took time."""

    opened: Opened
    layout: Layout | None = None


def is_large(path: Path) -> bool:
    """Whether reading the file takes a while that is felt."""
    return path.is_file() and path.stat().st_size >= LARGE


def ready_to_show(path: Path) -> Ready:
    """Read a file. Raises Unreadable, or GivenUp if the user has lost patience."""
    if not is_large(path):
        return Ready(open_document(path))

    def work(_progress: Progress) -> Ready:
        opened = open_document(path)
        layout = Layout(opened.document)
        layout.prepare()
        return Ready(opened, layout)

    ready = waited_for(work, message("Opening “{file}”…", file=path.name))
    assert isinstance(ready, Ready)
    return ready
