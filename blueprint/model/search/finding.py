"""Where words occur in a blueprint's texts, and the change that puts others in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from blueprint.i18n import Message, message
from blueprint.model.change import Change, replacing
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity
from blueprint.model.search.texts import ALL, Text, at, texts, with_text


@dataclass(frozen=True)
class Query:
    """What is sought. `scope` is one of texts.SCOPES."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    scope: str = ALL

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A sequence of blanks in `words` stands for any white space."""
        words = r"\s+".join(re.escape(word) for word in self.words.split())
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, 0 if self.match_case else re.IGNORECASE)


class Match(NamedTuple):
    """The words from `start` to `end` of a text."""

    text: Text
    start: int
    end: int


Shown = Callable[[Text], str]
"""The text as the user sees it, where that is another than what is kept."""


def as_kept(text: Text) -> str:
    """Texts are shown as they are kept."""
    return text.text


def find(document: Document, query: Query, shown: Shown = as_kept) -> list[Match]:
    """All matches, in reading order. Where `shown` is another text it is searched as well, and
    a match in it stands for the whole of the text that is kept.
    """
    if not query:
        return []
    return list(_matches(document, query, shown))


def _matches(document: Document, query: Query, shown: Shown) -> Iterable[Match]:
    for text in texts(document):
        if query.scope not in (ALL, text.scope):
            continue
        found = [Match(text, *hit.span()) for hit in query.pattern.finditer(text.text)]
        yield from found
        if not found and query.pattern.search(shown(text)):
            yield Match(text, 0, len(text.text))


def replaced(document: Document, matches: Sequence[Match], new: str) -> Change:
    """The change that puts `new` in the place of every match.

    Raises pydantic.ValidationError if a text cannot be kept.
    """
    entities: dict[str, tuple[AnyEntity, AnyEntity]] = {}
    count = 0
    for match in sorted(matches, key=_from_behind, reverse=True):
        id, path = match.text.id, match.text.path
        old, now = entities.get(id, (document.entities[id],) * 2)
        text = at(now, path)
        changed = text[: match.start] + new + text[match.end :]
        entities[id] = old, with_text(now, path, changed)
        count += 1
    return replacing(_label(count), entities.values())


def _from_behind(match: Match) -> tuple[str, str, int, int]:
    """The last match of each text, and the last tag of each step, come first."""
    path = match.text.path
    place = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
    return match.text.id, str(path[0]), place, match.start


def _label(count: int) -> Message:
    return message("Replace {count} text", "Replace {count} texts", count=count)
