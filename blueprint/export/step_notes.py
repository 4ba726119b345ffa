"""The notes of steps on paper: Markdown set in two weights, and sticky notes beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from unicodedata import normalize

from blueprint.drawing.primitives import Primitive
from blueprint.drawing.writing import line
from blueprint.export.catalogue import numbered
from blueprint.export.pen import FINE
from blueprint.export.report_page import INNER, Pages
from blueprint.i18n import message
from blueprint.layout.fonts import advance
from blueprint.model.comparison.matching import in_reading_order
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import StepKind
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES
from blueprint.prose import Block, Kind, Run, read

SIZE: Final = 9
LINE: Final = 13.0
LEVEL: Final = 12.0
"""Points that each level of a list stands further in."""
_WORD: Final = re.compile(
    r"\n|[^\S\n]+|[^\s\u2e80-\u9fff\uff00-\uffef]+"
    r"|[\u2e80-\u9fff\uff00-\uffef][，。、；：！？）》」』]*"
)


class _Word(NamedTuple):
    text: str
    bold: bool
    ink: str
    width: float


def step_notes(pages: Pages, document: Document) -> None:
    """Every step with notes, and every sticky note, in reading order; nothing without any."""
    noted = [step for step in in_reading_order(document) if _note(step).strip()]
    if not noted:
        return
    pages.section(message("Notes"))
    numbers = numbered(document)
    for step in noted:
        name = f"{numbers.get(step.id, '')} {step.label}".strip()
        if step.kind is StepKind.NOTE:
            name = f"{pages.say(STEP_KIND_TITLES[StepKind.NOTE])} · {_where(pages, document, step)}"
        pages.need(3 * LINE)
        heading = Block(Kind.HEADING, (Run(" ".join(name.split()), bold=True),))
        for block in (heading, *read(_note(step))):
            _set(pages, block)
        pages.gap(6)


def _where(pages: Pages, document: Document, step: Step) -> str:
    lane = document.lane(step.lane)
    column = [column.id for column in document.columns].index(step.column) + 1
    title = lane.title or ROLE_TITLES[lane.role]
    return pages.say(message("{lane} · column {column}", lane=title, column=column))


def _note(step: Step) -> str:
    return step.label if step.kind is StepKind.NOTE else step.description


def _set(pages: Pages, block: Block) -> None:
    indent = LEVEL * (block.level + (block.kind is Kind.QUOTE))
    room = max(60.0, INNER - indent) * FINE
    lines = [list(_primitives(words)) for words in broken(_words(pages, block), room)]
    if block.marker and lines:
        window = pages.theme.window
        lines[0].append(line(block.marker, -LEVEL * FINE, 0, SIZE * FINE, window.ink2))
    pages.lines(lines, LINE, indent)


def _words(pages: Pages, block: Block) -> Iterator[_Word]:
    """The words of a block; behind a link stands its address, for paper opens nothing."""
    window = pages.theme.window
    for run in block.runs:
        ink = window.ink2 if block.kind is Kind.QUOTE else window.ink
        shown = run.text
        if run.link and run.link not in (run.text, f"mailto:{run.text}"):
            shown = f"{run.text} ({run.link})"
        for found in _WORD.findall(normalize("NFC", shown)):
            text = found if found == "\n" or found.strip() else " "
            yield _Word(text, run.bold, ink, advance(text, SIZE * FINE, run.bold))


def broken(words: Iterator[_Word], room: float) -> Iterator[list[_Word]]:
    """Words on lines of at most `room`; a word that is longer than a line is cut into pieces."""
    current: list[_Word] = []
    used = 0.0
    for word in words:
        for piece in _pieces(word, room):
            if piece.text == "\n" or (used + piece.width > room and piece.text.strip()):
                yield current
                current, used = [], 0.0
            if piece.text != "\n" and (current or piece.text.strip()):
                current.append(piece)
                used += piece.width
    if current:
        yield current


def _pieces(word: _Word, room: float) -> Iterator[_Word]:
    if word.width <= room:
        yield word
        return
    start = 0
    for end in range(1, len(word.text) + 1):
        if end == len(word.text) or _wide(word, start, end + 1) > room:
            yield word._replace(text=word.text[start:end], width=_wide(word, start, end))
            start = end


def _wide(word: _Word, start: int, end: int) -> float:
    return advance(word.text[start:end], SIZE * FINE, word.bold)


def _primitives(words: list[_Word]) -> Iterator[Primitive]:
    """Neighbouring words of one look as one piece of text."""
    x, at, text = 0.0, 0.0, ""
    for place, word in enumerate(words):
        text += word.text
        x += word.width
        last = place == len(words) - 1
        if last or words[place + 1][1:3] != word[1:3]:
            if text.strip():
                yield line(text, at, 0, SIZE * FINE, word.ink, bold=word.bold)
            at, text = x, ""
