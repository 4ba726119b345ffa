"""What a file calls its blueprint, read so quickly that a list of files can show it."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

_ENOUGH: Final = 256 * 1024
"""Bytes that are read: the properties come first, and a sample is whole in this."""
_LONGEST: Final = 200
"""Characters of a text that are shown."""
_PROPERTIES: Final = '"properties":'


class Heading(NamedTuple):
    """Empty texts, and 0 columns, are unknown."""

    title: str = ""
    subtitle: str = ""
    scenario: str = ""
    state: str = ""
    columns: int = 0


def heading(path: Path) -> Heading:
    """The heading of a blueprint file; an empty one if it has none or cannot be read."""
    with suppress(OSError, ValueError, RecursionError):
        with open(path, "rb") as file:
            content = file.read(_ENOUGH).decode("utf-8", "replace").lstrip("\ufeff")
        properties, columns = _read(content)
        texts = {name: _short(properties.get(name)) for name in _TEXTS}
        return Heading(**texts, columns=columns)
    return Heading()


_TEXTS: Final = ("title", "subtitle", "scenario", "state")


def _read(content: str) -> tuple[dict[str, Any], int]:
    """The properties, and how many columns there are if that is all of the file."""
    with suppress(ValueError):
        whole = json.loads(content)
        if isinstance(whole, dict):
            columns = whole.get("columns")
            count = len(columns) if isinstance(columns, list) else 0
            return _object(whole.get("properties")), count
    start = content.find(_PROPERTIES)
    if start < 0:
        return {}, 0
    after = content[start + len(_PROPERTIES) :].lstrip()
    return _object(json.JSONDecoder().raw_decode(after)[0]), 0


def _object(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _short(text: object) -> str:
    return " ".join(text.split())[:_LONGEST] if isinstance(text, str) else ""
