"""The tools by name, with their keys: what the tool rail, the menus and the canvas offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.notation import StepKind
from blueprint.ui.tools.badges import BadgeTool
from blueprint.ui.tools.connect import ConnectTool
from blueprint.ui.tools.field_tool import FieldTool
from blueprint.ui.tools.hand import HandTool
from blueprint.ui.tools.place import PlaceTool
from blueprint.ui.tools.select import SelectTool
from blueprint.ui.tools.state import State


@dataclass(frozen=True, slots=True)
class Tool:
    """`idle` makes the state that the tool begins in; `hint` says how it is used."""

    name: str
    title: Message
    key: str
    hint: Message
    idle: Callable[[], State]


TOOLS: Final = (
    Tool(
        "select",
        message("Select"),
        "V",
        message("Click to select, drag to move. Drag on paper to select several."),
        SelectTool,
    ),
    Tool("hand", message("Hand"), "H", message("Drag to pan."), HandTool),
    Tool("step", message("Step"), "N", message("Click in a cell to add a step."), PlaceTool),
    Tool(
        "evidence",
        message("Evidence"),
        "E",
        message("Click in a column to add what the customer sees there."),
        lambda: PlaceTool(StepKind.EVIDENCE),
    ),
    Tool(
        "decision",
        message("Decision"),
        "D",
        message("Click in a cell to add a decision."),
        lambda: PlaceTool(StepKind.DECISION),
    ),
    Tool(
        "note",
        message("Sticky note"),
        "",
        message("Click in a cell or on a card to leave a note there."),
        lambda: PlaceTool(StepKind.NOTE),
    ),
    Tool(
        "connector",
        message("Connector"),
        "C",
        message("Click the first card, then the second."),
        ConnectTool,
    ),
    Tool(
        "fail",
        message("Fail point"),
        "F",
        message("Click a card to mark where the service may fail."),
        lambda: BadgeTool("fail"),
    ),
    Tool(
        "wait",
        message("Wait point"),
        "W",
        message("Click a card to mark where the customer waits."),
        lambda: BadgeTool("wait"),
    ),
    Tool(
        "star",
        message("Moment of truth"),
        "M",
        message("Click a card to mark a moment of truth."),
        lambda: BadgeTool("star"),
    ),
    Tool(
        "duration",
        message("Time"),
        "T",
        message("Click a card to set its time."),
        lambda: FieldTool("duration"),
    ),
    Tool(
        "cost",
        message("Cost"),
        "K",
        message("Click a card to set its cost."),
        lambda: FieldTool("cost"),
    ),
    Tool(
        "owner",
        message("Owner"),
        "O",
        message("Click a card to set its owner."),
        lambda: FieldTool("owner"),
    ),
)

_BY_NAME: Final = {tool.name: tool for tool in TOOLS}
BY_KEY: Final = {tool.key: tool.name for tool in TOOLS if tool.key}


def idle_state(name: str) -> State:
    """The state in which a tool begins; the Select tool's for a name that is not known."""
    return _BY_NAME.get(name, TOOLS[0]).idle()
