"""Reads a lesson from its file, and says line by line what cannot be understood."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from blueprint.i18n import Message, message
from blueprint.lessons.check_kind import CheckKind
from blueprint.lessons.fields import Fields
from blueprint.lessons.lesson import SUFFIX, Check, Lesson, Term
from blueprint.lessons.selector import listed, read_role
from blueprint.lessons.sheet import Line, Part, items, keyed, paragraphs, parts
from blueprint.lessons.vocabulary import CHECKS, HEAD, SECTIONS, meaning
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.notation import LaneRole
from blueprint.model.units import UnitError, parse_number
from blueprint.registry import discover
from blueprint.storage.outcome import Unreadable, at_most_shown
from blueprint.storage.reading import read_bytes

LARGEST = 1_000_000
"""Bytes of the largest lesson."""
TABLES = (".blueprint", ".csv", ".tsv", ".xlsx")
T = TypeVar("T")


@cache
def kinds() -> dict[str, CheckKind]:
    """Every kind of check by the word it begins with; third parties' come by an entry point."""
    found = discover("blueprint.lessons.checks", "KIND", CheckKind)
    return {kind.word: kind for kind in found}


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file. Raises Unreadable with a sentence for each line that is wrong."""
    content = read_bytes(path)
    if len(content) > LARGEST:
        raise Unreadable([message("This is too long for a lesson. Is it another kind of file?")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable([message("The lesson is not written in UTF-8. Save it so.")]) from None
    return _Reader(path).lesson(text)


class _Reader:
    """Reads all it can, so that all that is wrong is told at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._wrong: list[Wrong] = []

    def lesson(self, text: str) -> Lesson:
        found = parts(text)
        head = self._head(found)
        sections = self._sections(found)
        pairs, rest = keyed(head.lines)
        nothing: dict[str, Line] = {}
        said = self._try(partial(_said, pairs), nothing)
        made = Lesson(
            path=self._path,
            title=head.title,
            minutes=self._try(lambda: _whole(said, "minutes"), None),
            text=tuple(words for _, words in paragraphs(rest)),
            checks=self._checks(sections.get("checks", [])),
            hints=tuple(words for _, words in self._items(sections, "hints")),
            terms=self._terms(sections),
            lanes=self._try(lambda: _lanes(said), ()),
            columns=self._try(lambda: _whole(said, "columns"), None) or 0,
            start=self._try(lambda: self._beside(said, "start"), None),
            solution=self._try(lambda: self._beside(said, "solution"), None),
        )
        if self._wrong:
            told = [each.told for each in sorted(self._wrong, key=lambda each: each.line)]
            raise Unreadable(at_most_shown(told))
        return made

    def _try(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except Wrong as wrong:
            self._wrong.append(wrong)
            return otherwise

    def _head(self, found: list[Part]) -> Part:
        for part in found:
            if part.depth == 1 and part.title:
                return part
        reason = message("A lesson begins with its title: a line such as “# Fail points”.")
        self._wrong.append(Wrong(1, reason))
        return Part(1, 1, "")

    def _sections(self, found: list[Part]) -> dict[str, list[Part]]:
        """The parts of each section: its own, then those of the headings within it."""
        sections: dict[str, list[Part]] = {}
        current: list[Part] = []
        for part in found:
            if part.depth == 2:
                name = meaning(part.title, SECTIONS)
                if name is None:
                    self._wrong.append(Wrong(part.line, unknown(part.title, SECTIONS)))
                current = sections.setdefault(name or "", [])
            if part.depth >= 2:
                current.append(part)
        return sections

    def _items(self, sections: dict[str, list[Part]], name: str) -> list[tuple[int, str]]:
        return [item for part in sections.get(name, []) for item in items(part.lines)]

    def _terms(self, sections: dict[str, list[Part]]) -> tuple[Term, ...]:
        read = (
            self._try(partial(_term, line, words), None)
            for line, words in self._items(sections, "words")
        )
        return tuple(term for term in read if term is not None)

    def _checks(self, found: list[Part]) -> tuple[Check, ...]:
        made = []
        for part in found:
            if part.depth == 3:
                made.append(self._try(partial(_check, part), None))
            elif any(line for _, line in part.lines):
                reason = message("Each check begins with a heading such as “### Six steps”.")
                self._wrong.append(Wrong(part.line, reason))
        if not made and not self._wrong:
            reason = message("A lesson needs a section “## Checks” with at least one check.")
            self._wrong.append(Wrong(1, reason))
        return tuple(check for check in made if check is not None)

    def _beside(self, said: dict[str, Line], name: str) -> Path | None:
        """The file that is named, or the one that is called like the lesson."""
        folder = self._path.parent
        if name in said:
            line, given = said[name]
            if Path(given).name != given or Path(given).suffix not in TABLES:
                reason = message(
                    "“{name}” is no table or blueprint beside the lesson. Give its name alone.",
                    name=given,
                )
                raise Wrong(line, reason)
            return folder / given
        stem = self._path.name.removesuffix(SUFFIX).removesuffix(".md")
        usual = (folder / f"{stem}.{name}{suffix}" for suffix in TABLES)
        return next((path for path in usual if path.is_file()), None)


def _said(pairs: list[tuple[int, str, str]]) -> dict[str, Line]:
    said = {}
    for line, key, value in pairs:
        name = meaning(key, HEAD)
        if name is None:
            raise Wrong(line, unknown(key, HEAD))
        said[name] = line, value
    return said


def _whole(said: dict[str, Line], name: str) -> int | None:
    """A whole number from 1 to 1000 in the head of the lesson."""
    if name not in said:
        return None
    line, text = said[name]
    try:
        number = parse_number(text)
    except UnitError as problem:
        raise Wrong(line, problem.reason) from None
    if number != int(number) or not 1 <= number <= 1000:
        raise Wrong(line, message("Write a whole number from 1 to 1000 here."))
    return int(number)


def _lanes(said: dict[str, Line]) -> tuple[LaneRole, ...]:
    if "lanes" not in said:
        return ()
    line, text = said["lanes"]
    return tuple(read_role(line, word) for word in listed(line, text))


def _term(line: int, words: str) -> Term:
    word, sign, meant = words.replace("：", ":", 1).partition(":")
    if not sign or not meant.strip():
        raise Wrong(line, message("Write a word, a colon and what it means."))
    return Term(word.strip(), meant.strip())


def _check(part: Part) -> Check:
    pairs, rest = keyed(part.lines)
    fields = Fields(part.line, pairs)
    kind = kinds().get(fields.first)
    if kind is None:
        raise Wrong(fields.line_of(fields.first), _no_check(fields.first))
    asks = kind.read(fields)
    fields.finish()
    why = " ".join(words for _, words in paragraphs(rest))
    return Check(part.title, why, asks, part.line)


def _no_check(word: str) -> Message:
    if word:
        return unknown(word, CHECKS)
    return message(
        "This check asks for nothing. Write what it asks for below its heading, such as "
        "“count: in customer”."
    )
