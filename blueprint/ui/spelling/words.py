"""Which parts of a text are words that a dictionary can know. Chinese is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD: Final = re.compile(rf"[{_LATIN}]+(?:['’][{_LATIN}]+)*")
_NO_WORDS: Final = re.compile(
    r"https?://\S+|mailto:\S+|[\w.+-]+@[\w.-]+|`[^`\n]*`"
    r"|[\w./\\-]*[\d_/\\][\w./\\-]*",
    re.ASCII,
)
"""Addresses, code, paths, and what has digits or underscores in it."""
_LONGEST: Final = 60


class Word(NamedTuple):
    """A word, from `start` on in its text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def words(text: str) -> Iterator[Word]:
    """The words of a text, without names in capitals such as SOP or iPhone."""
    passed = [found.span() for found in _NO_WORDS.finditer(text)]
    for found in _WORD.finditer(text):
        word = found.group()
        if _is_plain(word) and not any(a <= found.start() < b for a, b in passed):
            yield Word(found.start(), word)


def _is_plain(word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word[1:] == word[1:].lower()


def word_at(text: str, place: int) -> Word | None:
    """The word that holds a place or ends at it."""
    return next((word for word in words(text) if word.start <= place <= word.end), None)
