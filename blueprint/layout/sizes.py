"""The sizes of the grid and of cards; one unit is a point on paper."""

from __future__ import annotations

from typing import Final

from blueprint.layout.geometry import TextBlock
from blueprint.layout.text import break_text
from blueprint.model.colours import card_colour
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.prose import plain

LANE_HEADER: Final = 128
PHASE_HEADER: Final = 34
TOP: Final = 40
"""Top of the first lane."""
LANE_GAP: Final = 6
LANE_PADDING: Final = 14
LANE_LEAST: Final = 80
LANE_FOLDED: Final = 40
"""The height of a lane that is folded up."""
FOLDED_COLUMN: Final = 8
"""The width of a column whose phase is folded up, without gutters."""
LINE_BAND: Final = 26
"""The band between two lanes that a line stands in."""
ROW_GAP: Final = 24
GUTTER: Final = 24
CARD_WIDTHS: Final = {"compact": 96, "normal": 128, "wide": 168}

CARD_LEAST: Final = 52
DECISION_LEAST: Final = 56
PADDING: Final = 10
PADDING_TOP: Final = 9
BACKSTAGE_LEFT: Final = 13
SUPPORT_SIDES: Final = 14
SIGN_LEFT: Final = 28
"""Left of the text of a remark with a sign before it."""
TECHNOLOGY_TOP: Final = 5
LOZENGE_POINT: Final = 16
LOZENGE_SIDES: Final = 18
CHIP_GAP: Final = 4
CHIP_HEIGHT: Final = 18
TAG_GAP: Final = 4
TAG_HEIGHT: Final = 16
STRIPE_ROOM: Final = 3
"""What a colour's stripe takes where chips or tags stand just above it."""
PICTURE_HEIGHT: Final = 64
PICTURE_GAP: Final = 6
EMOTION_ROW: Final = 96
METRIC_ROW: Final = 56

CLEARANCE: Final = 8
"""Between a connector and any card that is not its own."""
TRACK: Final = 6
"""Between two parallel runs at least."""
TRACK_WIDE: Final = 9
"""Between two parallel runs where there is room."""
PORT: Final = 16
"""Between two ports of one side where there is room."""
PORT_LEAST: Final = 6
LINE_CLEARANCE: Final = 5

LABEL_SIZE: Final = 11
LABEL_LINE: Final = 14
LABEL_MARGIN: Final = 24
"""What a column's body has more than the widest label."""
LABEL_LINES: Final = 3
LABEL_REACH: Final = 64
"""How far a label may reach beside its connector."""
LABEL_SIDES: Final = 4
LABEL_TOP: Final = 1
STRAIGHT_LABEL_ROOM: Final = 22
"""What a gutter has more than the label of the straight connector that crosses it."""

WITH_SIGN: Final = frozenset({LaneRole.CHANNEL, LaneRole.POLICY, LaneRole.QUOTE})
"""Rows whose remarks bear a sign of what they say."""


def lane_least(role: LaneRole) -> int:
    """The least height of a lane."""
    if role is LaneRole.EMOTION:
        return EMOTION_ROW
    return METRIC_ROW if role in (LaneRole.METRIC, LaneRole.CHANNEL) else LANE_LEAST


def row_least(role: LaneRole) -> int:
    """The least height of a row of cards."""
    return min(CARD_LEAST, lane_least(role) - 2 * LANE_PADDING)


def picture_room(step: Step) -> int:
    """What a step's picture takes of its card's height, above the text."""
    return PICTURE_HEIGHT + PICTURE_GAP if step.image else 0


def has_chip_row(step: Step) -> bool:
    """Whether chips or the owner's disc stand below the text of a step's card."""
    return bool(
        step.owner
        or step.link
        or step.duration is not None
        or step.cost is not None
        or (step.wait is not None and step.wait.expected is not None)
    )


def foot_room(step: Step) -> int:
    """What chips, tags and the stripe below them take of a card's height, below the text."""
    chips = CHIP_GAP + CHIP_HEIGHT if has_chip_row(step) else 0
    tags = TAG_GAP + TAG_HEIGHT if step.tags else 0
    return chips + tags + stripe_room(step) if chips or tags else 0


def stripe_room(step: Step) -> int:
    """What the stripe of a step's colour takes of its card's height, below chips and tags."""
    return STRIPE_ROOM if card_colour(step) else 0


def side_paddings(role: LaneRole, kind: StepKind) -> tuple[int, int]:
    """The room left and right of a card's text."""
    if kind is StepKind.DECISION:
        return LOZENGE_SIDES, LOZENGE_SIDES
    if kind is StepKind.NOTE:
        return PADDING, PADDING
    if role in WITH_SIGN:
        return SIGN_LEFT, PADDING
    if role is LaneRole.SUPPORT:
        return SUPPORT_SIDES, SUPPORT_SIDES
    return (BACKSTAGE_LEFT if role is LaneRole.BACKSTAGE else PADDING), PADDING


def top_padding(role: LaneRole, kind: StepKind) -> int:
    """The room above a card's text."""
    plain = (StepKind.DECISION, StepKind.NOTE)
    technology = role is LaneRole.ONSTAGE_TECHNOLOGY and kind not in plain
    return PADDING_TOP + (TECHNOLOGY_TOP if technology else 0)


def centred(role: LaneRole, kind: StepKind) -> bool:
    """Whether a card's text is centred."""
    if kind is StepKind.NOTE:
        return False
    return role is LaneRole.CUSTOMER or kind is StepKind.DECISION


def card_width(columns: int, body: int) -> int:
    """The width of a card over `columns` columns, gutters as narrow as they can be."""
    return columns * (body + GUTTER) - GUTTER


def card_text(step: Step, role: LaneRole, columns: int, body: int) -> TextBlock:
    """The text of a card, broken at the card's width."""
    left, right = side_paddings(role, step.kind)
    width = card_width(columns, body) - left - right
    label = plain(step.label) if step.kind is StepKind.NOTE else step.label
    return break_text(label, width, centred=centred(role, step.kind))


def card_height(step: Step, role: LaneRole, text: TextBlock) -> int:
    """The least height at which a card shows all of its text and its chips."""
    above = top_padding(role, step.kind) + picture_room(step)
    height = above + int(text.height) + foot_room(step) + PADDING_TOP
    least = DECISION_LEAST if step.kind is StepKind.DECISION else row_least(role)
    return max(height, least)


def text_top(step: Step, role: LaneRole, text: TextBlock, height: float) -> float:
    """Where the text begins in a card of `height`: in the middle of what its foot leaves."""
    top = top_padding(role, step.kind) + picture_room(step)
    bottom = PADDING_TOP + foot_room(step)
    return top + (height - top - bottom - text.height) / 2


def label_text(flow: Flow) -> str:
    """What stands on a connector: its label, else its probability."""
    if flow.label.strip():
        return flow.label
    return "" if flow.probability is None else f"{flow.probability * 100:g} %"


def label_block(flow: Flow, body: int) -> TextBlock | None:
    """The broken text of a connector's label, or None."""
    text = label_text(flow)
    if not text:
        return None
    return break_text(
        text,
        body - LABEL_MARGIN,
        size=LABEL_SIZE,
        line_height=LABEL_LINE,
        most_lines=LABEL_LINES,
        centred=True,
    )
