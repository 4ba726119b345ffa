"""Whether things on screen may glide: who gets dizzy from that switches it off."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle

from blueprint.ui.settings import Settings
from blueprint.ui.theming import LOOK, keep_still


def motion_is_reduced() -> bool:
    """Whether pictures are to stand still and change at once."""
    return LOOK.still


def reduce_motion(reduced: bool) -> None:
    """Choose, for now and for the next start."""
    keep_still(reduced)
    Settings().reduced_motion = reduced


def motion_is_wanted() -> bool:
    """Whether the user and the platform let windows animate."""
    animates = QStyle.StyleHint.SH_Widget_Animation_Duration
    return not LOOK.still and QApplication.style().styleHint(animates) > 0
