"""The help of a command in the language of its user, where the framework knows but English."""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

from blueprint.i18n import Message, message, tr

_OF_A_TYPE: Final = re.compile(r"^(  [A-Z ]+) <(?:path|list\[Path\])>", re.MULTILINE)
"""What an argument is for the framework; its own text says what it is for people."""
_FRAMEWORK: Final[tuple[tuple[str, Message], ...]] = (
    (r"\AUsage: ", message("Usage: ")),
    (r"\[OPTIONS\]", message("[OPTIONS]")),
    (r"(?<=\s)COMMAND \[ARGS\]\.\.\.", message("COMMAND …")),
    (r"^Arguments:$", message("Arguments:")),
    (r"^Options:$", message("Options:")),
    (r"^Commands:$", message("Commands:")),
    (r"Show this message and exit\.", message("Show this text.")),
    (r"\[required\]$", message("[required]")),
)
_DEFAULT: Final = re.compile(r"\[default: ([^\]]*)\]$", re.MULTILINE)


class SpokenCommand(TyperCommand):
    """A command that explains itself in the current language."""

    def get_help(self, ctx: Any) -> str:
        return spoken(super().get_help(ctx))


class SpokenGroup(TyperGroup):
    """All commands together, in the current language."""

    def get_help(self, ctx: Any) -> str:
        return spoken(super().get_help(ctx))


def spoken(text: str) -> str:
    """The framework's own words of a help text in the current language."""
    text = _OF_A_TYPE.sub(r"\1", text)
    for pattern, words in _FRAMEWORK:
        text = re.sub(pattern, tr(words), text, flags=re.MULTILINE)
    return _DEFAULT.sub(lambda found: tr("[default: {value}]", value=found[1]), text)
