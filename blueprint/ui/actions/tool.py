"""The tools of the canvas as actions."""

from __future__ import annotations

from typing import Final

from blueprint.ui.actions.action import Action, Desk, with_document
from blueprint.ui.tools.toolbox import TOOLS, Tool

_BADGES: Final = ("fail", "wait", "star")
_ICONS: Final = {"connector": "link", "duration": "clock", "cost": "coin", "note": "sticky"}


def _action(tool: Tool) -> Action:
    def run(desk: Desk) -> None:
        desk.session.set_tool(tool.name)
        desk.canvas.setFocus()

    badge = tool.name if tool.name in _BADGES else ""
    return Action(
        f"tool.{tool.name}",
        tool.title,
        run,
        key=tool.key,
        icon="" if badge else _ICONS.get(tool.name, tool.name),
        badge=badge,
        enabled=with_document,
        checked=lambda desk: desk.session.tool == tool.name,
        hint=tool.hint,
    )


TOOL_ACTIONS: Final = tuple(map(_action, TOOLS))
