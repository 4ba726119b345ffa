"""What the Tab key does on the canvas: write the next step, or leave for the next control."""

from __future__ import annotations


class TabKey:
    """One choice for all windows. Where Tab moves the focus, Ctrl + J makes the next step."""

    moves_focus = False


TAB_KEY = TabKey()
