"""A walk through all texts of a blueprint, from one misspelt word to the next; pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.search.finding import Match, replaced
from blueprint.model.search.texts import texts
from blueprint.ui.spelling.words import words

PASSED: Final = frozenset({"link", "channel"})
"""Attributes that hold addresses and codes, not prose."""


def misspelt(
    document: Document, is_wrong: Callable[[str], bool], ignored: Collection[str] = ()
) -> Iterator[Match]:
    """Every misspelt word that is not among `ignored`, in reading order."""
    for text in texts(document):
        if text.path[0] in PASSED:
            continue
        for word in words(text.text):
            if word.text not in ignored and is_wrong(word.text):
                yield Match(text, word.start, word.end)


def corrected(document: Document, matches: list[Match], new: str) -> Change:
    """The change that puts `new` in the place of misspelt words.

    Raises pydantic.ValidationError if a text cannot be kept.
    """
    change = replaced(document, matches, new)
    return Change(message("Correct spelling"), change.entries)
