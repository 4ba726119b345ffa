"""Actions of lessons."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message
from blueprint.ui.actions.action import Action


def _act(name: str, text: Message, shortcut: str = "", icon: str = "") -> Action:
    return Action(
        f"lesson.{name}",
        text,
        lambda desk: desk.frame.lesson(name),
        shortcut=shortcut,
        icon=icon,
        enabled=lambda desk: desk.frame.can_lesson(name),
        hint=message("lesson, course, exercise"),
    )


LESSON_ACTIONS: Final = (
    _act("list", message("Lessons"), icon="book"),
    _act("open", message("Open lesson file…"), icon="open"),
    _act("check", message("Check my work"), "F9", "check"),
    _act("hint", message("Next hint"), "Shift+F9", "bulb"),
    _act("solution", message("Show solution"), icon="swap"),
    _act("previous", message("Previous lesson"), icon="left"),
    _act("next", message("Next lesson"), icon="right"),
    _act("anew", message("Begin the lesson anew"), icon="reset"),
    _act("leave", message("Leave the lesson"), icon="x"),
)
