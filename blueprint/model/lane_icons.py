"""The icons that a lane may show in its header: which there are, and which is a role's own."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.entities import Lane
from blueprint.model.notation import LaneRole

ROLE_ICONS: Final = {
    LaneRole.EVIDENCE: "evidence",
    LaneRole.CUSTOMER: "user",
    LaneRole.ONSTAGE: "people",
    LaneRole.ONSTAGE_TECHNOLOGY: "screen",
    LaneRole.BACKSTAGE: "box",
    LaneRole.SUPPORT: "cog",
    LaneRole.PREPARATION: "tools",
    LaneRole.MANAGEMENT: "flag",
    LaneRole.CHANNEL: "phone",
    LaneRole.EMOTION: "smile",
    LaneRole.METRIC: "chart",
    LaneRole.POLICY: "rule",
    LaneRole.QUOTE: "quote",
    LaneRole.NOTE: "note",
}

LANE_ICONS: Final[dict[str, Message]] = {
    "user": message("Person"),
    "people": message("People"),
    "headset": message("Headset"),
    "robot": message("Robot"),
    "heart": message("Heart"),
    "smile": message("Face"),
    "hand": message("Helping hand"),
    "star": message("Star"),
    "screen": message("Screen"),
    "phone": message("Phone"),
    "mail": message("Letter"),
    "comment": message("Speech bubble"),
    "quote": message("Quotation marks"),
    "globe": message("Globe"),
    "cloud": message("Cloud"),
    "database": message("Database"),
    "cog": message("Cog"),
    "shop": message("Shop"),
    "building": message("Building"),
    "cart": message("Shopping cart"),
    "bag": message("Bag"),
    "box": message("Parcel"),
    "truck": message("Truck"),
    "car": message("Car"),
    "bed": message("Bed"),
    "cutlery": message("Knife and fork"),
    "cup": message("Cup"),
    "key": message("Key"),
    "care": message("Medical cross"),
    "book": message("Book"),
    "evidence": message("Sheet of paper"),
    "folder": message("Folder"),
    "image": message("Picture"),
    "note": message("Sticky note"),
    "calendar": message("Calendar"),
    "clock": message("Clock"),
    "money": message("Banknote"),
    "coin": message("Coin"),
    "chart": message("Chart"),
    "rule": message("List of rules"),
    "tools": message("Wrench"),
    "flag": message("Flag"),
    "lock": message("Padlock"),
    "eye": message("Eye"),
    "bulb": message("Light bulb"),
}
"""Their names in words, in the order in which they are offered."""


def lane_icon(lane: Lane) -> str:
    """The icon of a lane: the chosen one if there is such, else that of its role."""
    return lane.icon if lane.icon in LANE_ICONS else ROLE_ICONS[lane.role]
