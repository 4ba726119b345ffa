"""The field's terms for roles, lines and kinds, as they are shown; to be translated when shown."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.notation import FlowKind, LaneRole, Line, StepKind, StickyColour

ROLE_TITLES: Final[dict[LaneRole, Message]] = {
    LaneRole.EVIDENCE: message("Physical evidence"),
    LaneRole.CUSTOMER: message("Customer actions"),
    LaneRole.ONSTAGE: message("Onstage people"),
    LaneRole.ONSTAGE_TECHNOLOGY: message("Onstage technology"),
    LaneRole.BACKSTAGE: message("Backstage"),
    LaneRole.SUPPORT: message("Support processes"),
    LaneRole.PREPARATION: message("Preparation activities"),
    LaneRole.MANAGEMENT: message("Management activities"),
    LaneRole.CHANNEL: message("Channel"),
    LaneRole.EMOTION: message("Emotion"),
    LaneRole.METRIC: message("Metrics"),
    LaneRole.POLICY: message("Policies"),
    LaneRole.QUOTE: message("Customer quotes"),
    LaneRole.NOTE: message("Notes"),
}

LINE_TITLES: Final[dict[Line, Message]] = {
    Line.INTERACTION: message("Line of interaction"),
    Line.VISIBILITY: message("Line of visibility"),
    Line.INTERNAL_INTERACTION: message("Line of internal interaction"),
    Line.ORDER_PENETRATION: message("Line of order penetration"),
    Line.IMPLEMENTATION: message("Line of implementation"),
}

LINE_LABELS: Final[dict[Line, Message]] = {
    Line.INTERACTION: message("Line of interaction"),
    Line.VISIBILITY: message("Line of visibility"),
    Line.INTERNAL_INTERACTION: message("Internal interaction"),
    Line.ORDER_PENETRATION: message("Order penetration"),
    Line.IMPLEMENTATION: message("Implementation"),
}
"""What stands at a line, where there is little room."""

STEP_KIND_TITLES: Final[dict[StepKind, Message]] = {
    StepKind.ACTION: message("Action"),
    StepKind.DECISION: message("Decision"),
    StepKind.START: message("Start"),
    StepKind.END: message("End"),
    StepKind.WAIT: message("Wait"),
    StepKind.EVIDENCE: message("Evidence"),
    StepKind.NOTE: message("Sticky note"),
}

STICKY_COLOUR_TITLES: Final[dict[StickyColour, Message]] = {
    StickyColour.YELLOW: message("Yellow"),
    StickyColour.BLUE: message("Blue"),
    StickyColour.GREEN: message("Green"),
    StickyColour.RED: message("Red"),
}

FLOW_KIND_TITLES: Final[dict[FlowKind, Message]] = {
    FlowKind.SEQUENCE: message("Next step"),
    FlowKind.EXCHANGE: message("Exchange"),
    FlowKind.RECOVERY: message("Recovery"),
}
