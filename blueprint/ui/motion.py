"""Whether things on screen may glide: who gets dizzy from that switches it off."""

from __future__ import annotations

from typing import Final

from blueprint.ui.settings import Settings

_KEY: Final = "motion"
_REDUCED: Final = "reduced"


def motion_is_reduced() -> bool:
    """Whether pictures are to stand still and change at once."""
    return Settings().text(_KEY, "") == _REDUCED


def reduce_motion(reduced: bool) -> None:
    """Choose, for now and for the next start."""
    Settings().set_text(_KEY, _REDUCED if reduced else "")
