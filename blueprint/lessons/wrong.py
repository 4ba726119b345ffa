"""What is wrong in a lesson file, and in which line."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from blueprint.i18n import Message, message


class Wrong(Exception):  # noqa: N818
    """A line of a lesson that cannot be understood; `reason` says what to do about it."""

    def __init__(self, line: int, reason: Message) -> None:
        super().__init__(str(reason))
        self.line = line
        self.reason = reason

    @property
    def told(self) -> Message:
        """The reason with the number of its line."""
        return message("Line {line}: {what}", line=self.line, what=self.reason)


def unknown(word: str, known: Iterable[str]) -> Message:
    """That a word means nothing here, with the nearest that does, or with all that do."""
    choices = list(dict.fromkeys(known))
    near = get_close_matches(word.lower(), choices, 1)
    if near:
        return message("“{word}” means nothing here. Is it “{near}”?", word=word, near=near[0])
    return message(
        "“{word}” means nothing here. Use one of: {known}.", word=word, known=", ".join(choices)
    )
