"""What opening and saving a file may end in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from blueprint.i18n import Message, message
from blueprint.model.document import Document

SHOWN = 20
"""How many messages of one kind are shown."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was read, and what is to be said about it.

    `format` is "blueprint", "csv" or "xlsx". `newer`: a newer version of the program made the
    file; it may be looked at, and is written back with all that this version does not know.
    `recovered`: a part could not be read; the document is sound, and should be saved as a new
    file.
    """

    document: Document
    notices: tuple[Message, ...] = ()
    format: str = "blueprint"
    newer: bool = False
    recovered: bool = False


class Unreadable(Exception):  # noqa: N818
    """A file that cannot be opened; `messages` say why, in the user's terms."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(str(each) for each in self.messages))


class SaveFailed(Exception):  # noqa: N818
    """A file that could not be saved; `reason` says why, in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def unreadable(text: str, /, **values: str | int) -> Unreadable:
    """An Unreadable of one message. The text must be marked in its catalogue."""
    return Unreadable([Message(text, tuple(values.items()))])


def at_most_shown(messages: list[Message]) -> tuple[Message, ...]:
    """The first messages, and how many more there are."""
    more = len(messages) - SHOWN
    if more <= 0:
        return tuple(messages)
    return (*messages[:SHOWN], message("… and {count} more.", count=more))


def quoted(text: str) -> str:
    """`text` as a message quotes it: on one line, cut where it is long."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:59] + "…"
