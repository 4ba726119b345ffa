"""Themes that users make: another theme with colours of their own, kept as a small file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from blueprint.drawing.primitives import Colour
from blueprint.drawing.theme import Theme, coloured, tokens_of
from blueprint.i18n import Message, message

BASES: Final = ("light", "dark")
FORMAT: Final = "blueprint-theme"
LARGEST: Final = 64 * 1024
"""Bytes of a file; a theme with every colour has 4,000."""
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST: Final = 60


class NoTheme(Exception):  # noqa: N818
    """What is wrong with a file of a theme."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class OwnTheme:
    """`colours` by the names that `theme.coloured` takes; the others are those of `base`."""

    name: str
    base: str = "light"
    colours: Mapping[str, Colour] = field(default_factory=dict)

    @property
    def look(self) -> Theme:
        """What drawings and windows are painted with; other colours, another name."""
        return coloured(f"own-{self._digest()}", self.base, self.colours)

    def colour(self, key: str) -> Colour:
        """Its own colour, or that of its base."""
        return self.colours.get(key) or tokens_of(self.base)[key]

    def with_colours(self, colours: Mapping[str, Colour]) -> OwnTheme:
        """With some colours changed; what is as in the base is not kept."""
        usual = tokens_of(self.base)
        every = {**self.colours, **{key: colour.upper() for key, colour in colours.items()}}
        kept = {key: colour for key, colour in every.items() if usual[key].upper() != colour}
        return replace(self, colours=kept)

    def _digest(self) -> str:
        return hashlib.sha256(dumped(self)).hexdigest()[:12]


def dumped(own: OwnTheme) -> bytes:
    """The content of its file."""
    content = {
        "format": FORMAT,
        "version": 1,
        "name": own.name,
        "base": own.base,
        "colours": dict(sorted(own.colours.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def loaded(content: bytes) -> OwnTheme:
    """The theme in a file. Raises NoTheme."""
    raw = _parsed(content)
    name, base, colours = raw.get("name"), raw.get("base"), raw.get("colours", {})
    if not isinstance(name, str) or not name.strip() or not name.isprintable():
        raise NoTheme(message("The theme has no name."))
    if base not in BASES:
        raise NoTheme(message("The theme is based on neither the light nor the dark one."))
    if not isinstance(colours, dict):
        raise NoTheme(message("The theme has no list of colours."))
    known = tokens_of(str(base))
    for key, colour in colours.items():
        if key not in known:
            raise NoTheme(message("There is no colour called “{name}”.", name=str(key)[:_LONGEST]))
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise NoTheme(message("The colour “{name}” is not written as #RRGGBB.", name=key))
    return OwnTheme(name.strip()[:_LONGEST], str(base)).with_colours(colours)


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(content[: LARGEST + 1].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or raw.get("version") != 1:
        raise NoTheme(message("This is no file of a theme."))
    return raw
