"""What the lane, the kind and the channel of a step say about its part in the service."""

from __future__ import annotations

from typing import Final

from blueprint.model.entities import Step
from blueprint.model.notation import (
    ABOVE_VISIBILITY,
    ANNOTATIONS,
    APART,
    PROVIDER,
    REMOTE_CHANNELS,
    LaneRole,
    StepKind,
)

BEHIND: Final = PROVIDER | {LaneRole.PREPARATION, LaneRole.MANAGEMENT}
"""All lanes of work below the line of interaction."""

OFF_THE_PATH: Final = ANNOTATIONS | {LaneRole.EVIDENCE}
"""Lanes whose steps are never part of a path, whatever their kind."""

_CHANNEL_WORDS: Final = {
    "telephone": "phone",
    "email": "mail",
    "e-mail": "mail",
    "post": "mail",
    "website": "web",
    "online": "web",
    "电话": "phone",
    "邮件": "mail",
    "邮寄": "mail",
    "信件": "mail",
    "在线聊天": "chat",
    "聊天": "chat",
    "微信": "chat",
    "应用": "app",
    "手机应用": "app",
    "小程序": "app",
    "网站": "web",
    "网页": "web",
    "网络": "web",
    "自助": "self",
    "self-service": "self",
    "face to face": "in person",
    "面对面": "in person",
    "当面": "in person",
    "现场": "in person",
}


def channel_word(text: str) -> str:
    """A channel in the notation's own word where it has one; "" for none."""
    word = text.strip().lower()
    return _CHANNEL_WORDS.get(word, word)


def channel_of(step: Step) -> str:
    """The channel of a step in the notation's own word where it has one; "" for none."""
    return channel_word(step.channel)


def is_remote(step: Step) -> bool:
    """Whether customer and provider do not meet face to face in this step."""
    return bool(step.channel) and channel_of(step) in REMOTE_CHANNELS


def is_on_path(step: Step, role: LaneRole) -> bool:
    """Whether a step can be part of a path; evidence, remarks and sticky notes never are."""
    return step.kind not in APART and role not in OFF_THE_PATH


def is_customer_action(step: Step, role: LaneRole) -> bool:
    """Whether the customer does something here; to wait, decide, come or leave is no action."""
    return step.kind is StepKind.ACTION and role is LaneRole.CUSTOMER


def is_customer_present(step: Step, role: LaneRole) -> bool:
    """Whether the customer is there while the step runs; by the lane where nothing is said."""
    if step.customer_present is None:
        return role in ABOVE_VISIBILITY
    return step.customer_present
