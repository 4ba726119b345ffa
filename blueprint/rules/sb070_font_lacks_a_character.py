"""Every character can be drawn: what the font lacks would be an empty box on paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from blueprint.i18n import Message, message
from blueprint.layout.fonts import lacks
from blueprint.model.document import Document
from blueprint.rules.finding import Finding
from blueprint.rules.names import listed, named, named_flow
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_lacking = lru_cache(maxsize=65_536)(lacks)


def check(survey: Survey) -> Iterator[Finding]:
    document = survey.document
    for step in document.steps.values():
        if _is_lacking(step.label):
            yield RULE.finding(_says(named(step), step.label), steps=(step.id,))
    for flow in document.flows.values():
        if flow.label and _is_lacking(flow.label):
            yield RULE.finding(_says(named_flow(document, flow), flow.label), flows=(flow.id,))
    for title in _titles(document):
        if _is_lacking(title):
            yield RULE.finding(_says(message("“{name}”", name=title), title))


def _is_lacking(text: str) -> bool:
    return not text.isascii() and bool(_lacking(text))


def _titles(document: Document) -> Iterator[str]:
    yield document.properties.title
    yield document.properties.subtitle
    for lane in document.lanes:
        yield lane.title
        yield lane.subtitle
    for persona in document.personas:
        yield persona.name
        yield persona.role
    for phase in document.phases.values():
        yield phase.title


def _says(where: Message, text: str) -> Message:
    characters = [message("{character} ({code})", character=c, code=_code(c)) for c in lacks(text)]
    return message(
        "The font has no picture for {characters} in {where}.",
        characters=listed(characters),
        where=where,
    )


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


RULE = Rule(
    id="SB070",
    slug="font-lacks-a-character",
    severity="warning",
    scope="document",
    title=message("The font has every character"),
    why=message("On paper an empty box would stand in its place."),
    hint=message("Write it with other characters."),
    check=check,
)
