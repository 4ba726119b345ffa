"""The lines `key: value` of a check, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from blueprint.i18n import message
from blueprint.lessons.selector import Selector, read_selector
from blueprint.lessons.vocabulary import BOUNDS, FIELDS, meaning
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.units import UnitError, parse_number

T = TypeVar("T")


class Fields:
    """`line` is that of the check's title. What nobody has asked for is told by `finish`."""

    def __init__(self, line: int, pairs: Iterable[tuple[int, str, str]]) -> None:
        self.line = line
        self._found: dict[str, tuple[int, str]] = {}
        for number, key, value in pairs:
            name = meaning(key, FIELDS)
            if name is None:
                raise Wrong(number, unknown(key, FIELDS))
            if name in self._found:
                raise Wrong(number, message("“{word}” is said twice. Keep one line.", word=key))
            if not value:
                raise Wrong(number, message("Nothing stands after “{word}:”.", word=key))
            self._found[name] = number, value
        self._asked: set[str] = set()

    @property
    def first(self) -> str:
        """What the first line says, "" if there is none."""
        return next(iter(self._found), "")

    def line_of(self, name: str) -> int:
        return self._found[name][0] if name in self._found else self.line

    def given(self, name: str) -> str | None:
        self._asked.add(name)
        return self._found[name][1] if name in self._found else None

    def needed(self, name: str) -> str:
        """Raises Wrong if nothing is said of `name`."""
        found = self.given(name)
        if found is None:
            raise Wrong(self.line, message("This check needs a line “{word}: …”.", word=name))
        return found

    def read(self, name: str, read: Callable[[str], T]) -> T | None:
        """What `read` makes of a line; its UnitError becomes one that names the line."""
        found = self.given(name)
        if found is None:
            return None
        try:
            return read(found)
        except UnitError as problem:
            raise Wrong(self.line_of(name), problem.reason) from None

    def selector(self, name: str) -> Selector | None:
        found = self.given(name)
        return None if found is None else read_selector(self.line_of(name), found)

    def needed_selector(self, name: str) -> Selector:
        self.needed(name)
        found = self.selector(name)
        assert found is not None
        return found

    def number(self, name: str) -> int | None:
        """A whole number, not negative."""
        found = self.read(name, parse_number)
        if found is not None and (found < 0 or found != int(found)):
            raise Wrong(
                self.line_of(name), message("Write a whole number after “{word}:”.", word=name)
            )
        return None if found is None else int(found)

    def finish(self) -> None:
        """Raises Wrong if a line has no meaning in this check."""
        for name, (line, _) in self._found.items():
            if name not in self._asked:
                reason = message(
                    "“{word}” has no meaning in a check that begins with “{first}”.",
                    word=name,
                    first=self.first,
                )
                raise Wrong(line, reason)

    def says_bounds(self) -> bool:
        return any(name in self._found for name in BOUNDS)
