"""The manual of the rules, written from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from blueprint.i18n import Message, message, translate
from blueprint.rules.rule import Rule
from blueprint.rules.runner import rules

_SEVERITIES: Final = {
    "error": message("Error"),
    "warning": message("Warning"),
    "hint": message("Hint"),
}

_CHAPTERS: Final = (
    ("SB00", message("Paths and flows")),
    ("SB01", message("Lanes and lines")),
    ("SB02", message("Evidence and contact")),
    ("SB03", message("Failure, waiting, moments of truth")),
    ("SB04", message("Time and money")),
    ("SB05", message("Capacity")),
    ("SB06", message("Completeness")),
    ("SB07", message("Drawing")),
)


def manual(language: str) -> str:
    """All rules as a page of Markdown."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: str) -> Iterator[str]:
    def say(text: Message) -> str:
        return translate(text, language)

    yield f"# {say(message('The rules'))}"
    yield ""
    yield say(
        message(
            "The program checks a blueprint against these rules while you draw. "
            "Each can be weighed otherwise or switched off for one document, "
            "and a single finding can be ignored with a reason, which is kept in the file."
        )
    )
    for chapter, found in groupby(rules(), _chapter):
        yield from ("", f"## {say(chapter)}")
        for rule in found:
            yield from _about(rule, language)


def _chapter(rule: Rule) -> Message:
    for prefix, title in _CHAPTERS:
        if rule.id.startswith(prefix):
            return title
    return message("Further rules")


def _about(rule: Rule, language: str) -> Iterator[str]:
    def say(text: Message) -> str:
        return translate(text, language)

    yield from ("", f"### {rule.id} {say(rule.title)}", "")
    yield f"*{say(_SEVERITIES[rule.severity])}* · `{rule.slug}`"
    yield from ("", say(rule.why), "", f"**{say(message('What to do'))}** {say(rule.hint)}")
    if rule.fix is not None:
        yield from ("", f"**{say(message('One click'))}** {say(rule.fix.name)}")
