"""The signs before the remarks of some rows: how one meets, what binds, who is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprint.drawing.icons import icon
from blueprint.drawing.primitives import Primitive
from blueprint.drawing.theme import Theme
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.model.reading.roles import channel_word

SIGN: Final = 15
SIGN_X: Final = 7

CHANNEL_ICONS: Final = {
    "in person": "people",
    "self": "hand",
    "phone": "phone",
    "mail": "file",
    "chat": "comment",
    "app": "screen",
    "web": "screen",
}
_ICONS: Final = {LaneRole.POLICY: "rule", LaneRole.QUOTE: "quote"}


def channel_icon(text: str) -> str:
    """The icon of a channel, by its name in either language."""
    return CHANNEL_ICONS.get(channel_word(text), "swap")


def remark_sign(step: Step, role: LaneRole, height: float, theme: Theme) -> Iterator[Primitive]:
    """The sign at the left of a remark, in its card's coordinates."""
    name = _ICONS.get(role) or channel_icon(step.channel or step.label)
    yield icon(name, SIGN_X, (height - SIGN) / 2, SIGN, theme.roles[role].strong)
