"""The notation of service blueprints: lane roles, the lines between them, kinds of step and flow.

Terms after Shostack (1984), Bitner, Ostrom and Morgan (2008), and for the optional lines
Kingman-Brundage and Fliess and Kleinaltenkamp (2004).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class LaneRole(StrEnum):
    """What stands in a lane; in order from the top of a blueprint to its bottom."""

    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    ONSTAGE = "onstage"
    ONSTAGE_TECHNOLOGY = "onstage_technology"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    PREPARATION = "preparation"
    MANAGEMENT = "management"
    CHANNEL = "channel"
    EMOTION = "emotion"
    METRIC = "metric"
    POLICY = "policy"
    QUOTE = "quote"
    NOTE = "note"


class Line(StrEnum):
    """A line between lanes. Lines follow from the lanes' roles; nobody draws them."""

    INTERACTION = "interaction"
    VISIBILITY = "visibility"
    INTERNAL_INTERACTION = "internal_interaction"
    ORDER_PENETRATION = "order_penetration"
    IMPLEMENTATION = "implementation"


class StepKind(StrEnum):
    """What happens in a step; its lane says who does it."""

    ACTION = "action"
    DECISION = "decision"
    START = "start"
    END = "end"
    WAIT = "wait"
    EVIDENCE = "evidence"
    NOTE = "note"
    """A sticky note: it belongs to its cell and is no part of the service."""


class StickyColour(StrEnum):
    """The paper of a sticky note."""

    YELLOW = "yellow"
    BLUE = "blue"
    GREEN = "green"
    RED = "red"


class FlowKind(StrEnum):
    """How two steps are connected."""

    SEQUENCE = "sequence"
    """One step leads to the other."""
    EXCHANGE = "exchange"
    """Both steps give and take; it has no direction."""
    RECOVERY = "recovery"
    """From a fail point to its recovery, and back."""


ANNOTATIONS: Final = frozenset(
    {
        LaneRole.CHANNEL,
        LaneRole.EMOTION,
        LaneRole.METRIC,
        LaneRole.POLICY,
        LaneRole.QUOTE,
        LaneRole.NOTE,
    }
)
"""Rows of remarks, one value a column; never part of a path."""

APART: Final = frozenset({StepKind.EVIDENCE, StepKind.NOTE})
"""Kinds of step that are never part of a path, whatever lane they stand in."""

CONTACT: Final = frozenset({LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY, LaneRole.BACKSTAGE})
"""Lanes of the people and machines that deal with the customer, seen or unseen."""

PROVIDER: Final = CONTACT | {LaneRole.SUPPORT}
"""Lanes whose steps are provider steps."""

ABOVE_VISIBILITY: Final = frozenset(
    {LaneRole.CUSTOMER, LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY}
)
"""Lanes of actions above the line of visibility: the customer is present by default."""

REMOTE_CHANNELS: Final = frozenset({"phone", "mail", "chat", "app", "web"})
"""Channels without a face-to-face encounter."""

ROLE_ORDER: Final = {role: place for place, role in enumerate(LaneRole)}
"""The place of each role from the top; annotation rows may stand anywhere."""

LINE_BELOW: Final = {
    Line.INTERACTION: LaneRole.CUSTOMER,
    Line.VISIBILITY: LaneRole.ONSTAGE_TECHNOLOGY,
    Line.INTERNAL_INTERACTION: LaneRole.BACKSTAGE,
    Line.ORDER_PENETRATION: LaneRole.SUPPORT,
    Line.IMPLEMENTATION: LaneRole.PREPARATION,
}
"""The last role above each line."""

OPTIONAL_LINES: Final = (Line.ORDER_PENETRATION, Line.IMPLEMENTATION)
