"""Texts are marked where they arise and translated where they are shown.

A text is its English wording, with named places in braces. Its translations stand in
`resources/i18n/<language>/*.json`, each a map from the English wording to the translated one.
The language of the window and the language of a document are independent of each other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from blueprint.resources import resource_folder

LANGUAGES: Final = ("en", "zh_CN")
"""Languages the program speaks, as they are written in files and on the command line."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be translated when it is shown.

    `text` is the English wording and the key of the catalogue; `plural`, if given, is used
    instead of it when the value `count` is not 1; `values` fill the places in braces. A value
    may itself be a Message.
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str = ""

    def __str__(self) -> str:
        return translate(self, "en")


def message(text: str, /, plural: str = "", **values: object) -> Message:
    """Mark `text` for translation; nothing is translated yet."""
    return Message(text, tuple(values.items()), plural)


def translate(what: Message | str, language: str) -> str:
    """`what` in `language`; the English wording where the catalogue has none."""
    if isinstance(what, str):
        what = Message(what)
    text = what.text
    values = dict(what.values)
    if what.plural and values.get("count") != 1:
        text = what.plural
    text = catalogue(language).get(text, text)
    if not values:
        return text
    shown = {
        name: translate(value, language) if isinstance(value, Message) else value
        for name, value in values.items()
    }
    return text.format(**shown)


@cache
def catalogue(language: str) -> dict[str, str]:
    """All translations into `language`, keyed by the English wording; empty for English."""
    found: dict[str, str] = {}
    folder = resource_folder("i18n") / language
    if folder.is_dir():
        for file in sorted(folder.glob("*.json")):
            found.update(json.loads(file.read_text(encoding="utf-8")))
    return found


_chosen = "en"


def set_language(language: str) -> None:
    """Choose the language of the window and of the command line."""
    global _chosen
    _chosen = language if language in LANGUAGES else "en"


def current_language() -> str:
    """The language chosen for the window and the command line."""
    return _chosen


def tr(what: Message | str, /, plural: str = "", **values: object) -> str:
    """`what` in the language chosen for the window and the command line."""
    if isinstance(what, str):
        what = message(what, plural, **values)
    return translate(what, _chosen)
