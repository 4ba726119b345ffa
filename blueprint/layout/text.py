"""Text broken into lines, once for screen and paper.

Latin text breaks at spaces, Han text between any two characters, except that no line begins
with a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from blueprint.layout.fonts import UNITS, advances
from blueprint.layout.geometry import TextBlock, TextLine

ELLIPSIS: Final = "…"

_OPENING = "（《「『【〈〔［｛"
_CLOSING = "，。、；：！？）》」』】〉〕］｝…—～·％‰℃"
_QUOTES = "“”‘’"
_HAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff"
_LATIN = rf"[^\s{_HAN}{_OPENING}{_CLOSING}{_QUOTES}]"
_ATOM = re.compile(
    rf"[{_OPENING}“‘(\[{{]*"
    rf"(?:{_LATIN}+(?:[{_QUOTES}…·—]+{_LATIN}+)*|[{_HAN}])"
    rf"[{_CLOSING}”’,.;:!?)\]}}%]*"
    rf"|[^\s]"
)
"""What stays on one line: a Latin word or a Han character, with the marks that belong to it."""
_LATIN_ONLY = re.compile("[\\x21-\\x7e\u00a1-\u024f]+(?: [\\x21-\\x7e\u00a1-\u024f]+)*")
_IGNORED = re.compile("[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
"""Characters without a picture of their own."""
_SPACES = re.compile(r"[^\S\n]+")
_PAUSES = "，、；：。！？"


class _Atom(NamedTuple):
    text: str
    width: int
    """In font units."""
    space: bool
    """Whether a space stands before it, unless it begins a line."""


@lru_cache(maxsize=65_536)
def break_text(
    text: str,
    width: float,
    size: int = 13,
    bold: bool = False,
    line_height: int = 17,
    *,
    most_lines: int = 12,
    centred: bool = False,
) -> TextBlock:
    """`text` broken into lines of at most `width` points.

    Newlines are kept, other white space counts as one space. A word longer than a line is broken
    inside. The block is as wide as `width`; what does not fit into `most_lines` gives way to an
    ellipsis. The text is NFC and its lines hold no characters that have no width.
    """
    limit = width * UNITS / size
    broken: list[tuple[str, int]] = []
    for paragraph in _clean(text).split("\n"):
        broken += _broken(paragraph.strip(" "), limit, bold)
    cut = len(broken) > most_lines
    if cut:
        broken = broken[:most_lines]
        broken[-1] = _ending_in_ellipsis(broken[-1], limit, bold)
    return TextBlock(
        lines=_placed(broken, width, size, line_height, centred),
        size=size,
        bold=bold,
        width=width,
        height=len(broken) * line_height,
        cut=cut,
    )


def first_baseline(size: int, line_height: int) -> int:
    """From a line's top to its baseline: capitals stand in the middle of the line."""
    return round((line_height + 0.7 * size) / 2)


def _placed(
    lines: list[tuple[str, int]], width: float, size: int, line_height: int, centred: bool
) -> tuple[TextLine, ...]:
    baseline = first_baseline(size, line_height)
    placed = []
    for place, (text, units) in enumerate(lines):
        wide = units * size / UNITS
        x = (width - wide) / 2 if centred else 0.0
        placed.append(TextLine(text, x, baseline + place * line_height, wide))
    return tuple(placed)


def _clean(text: str) -> str:
    if not text.isascii():
        text = _IGNORED.sub("", normalize("NFC", text))
    elif "  " not in text and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPACES.sub(" ", text)


def _broken(paragraph: str, limit: float, bold: bool) -> list[tuple[str, int]]:
    """The lines of one paragraph with their widths in font units."""
    if _LATIN_ONLY.fullmatch(paragraph):
        return _broken_latin(paragraph, limit, bold)
    words = _matches(paragraph)
    return _broken_quickly(words, limit, bold) or _broken_with_care(words, limit, bold)


def _broken_quickly(
    words: list[tuple[str, bool]], limit: float, bold: bool
) -> list[tuple[str, int]] | None:
    """As many words on each line as fit; None where that is not the whole story."""
    table, between = advances(bold), _space(bold)
    lines = []
    line, width, count = "", 0, 0
    for word, spaced in words:
        wide = table[word] if len(word) == 1 else _word_width(word, bold)
        wider = width + wide + between if spaced else width + wide
        if wider > limit and count:
            lines.append((line, width))
            line, width, count = word, wide, 1
        else:
            line, width, count = (f"{line} {word}" if spaced else line + word), wider, count + 1
        if wide > limit:
            return None
    lines.append((line, width))
    return None if not words or (len(lines) == 2 and count == 1) else lines


def _broken_with_care(
    words: list[tuple[str, bool]], limit: float, bold: bool
) -> list[tuple[str, int]]:
    """The same for words wider than a line, and for a last character that would stand alone."""
    space = _space(bold)
    lines = _filled(_atoms(words, limit, bold), limit, space)
    if len(lines) == 2 and len(lines[1]) == 1 and _is_han(lines[1][0]):
        lines = _balanced(lines[0] + lines[1], limit, space)
    return [_joined(line, space) for line in lines] or [("", 0)]


def _broken_latin(paragraph: str, limit: float, bold: bool) -> list[tuple[str, int]]:
    """The same for text that breaks at single spaces only: the usual case, and the fast one."""
    words = paragraph.split(" ")
    widths = [_word_width(word, bold) for word in words]
    if max(widths) > limit:
        atoms = _atoms([(word, True) for word in words], limit, bold)
        return [_joined(line, _space(bold)) for line in _filled(atoms, limit, _space(bold))]
    space = _space(bold)
    lines = []
    line, width = words[0], widths[0]
    for word, wide in zip(words[1:], widths[1:], strict=True):
        if width + space + wide > limit:
            lines.append((line, width))
            line, width = word, wide
        else:
            line = f"{line} {word}"
            width += space + wide
    lines.append((line, width))
    return lines


@lru_cache(maxsize=16_384)
def _word_width(word: str, bold: bool) -> int:
    return sum(map(advances(bold).__getitem__, word))


def _space(bold: bool) -> int:
    return advances(bold)[" "]


def _atoms(words: list[tuple[str, bool]], limit: float, bold: bool) -> list[_Atom]:
    """Words, each with whether a space stands before it, in pieces no wider than `limit`."""
    atoms = []
    for text, space in words:
        width = _word_width(text, bold)
        if width <= limit:
            atoms.append(_Atom(text, width, space))
        else:
            atoms += _pieces(text, space, limit, bold)
    return atoms


def _matches(paragraph: str) -> list[tuple[str, bool]]:
    """What stays on one line, each with whether a space stands before it."""
    found: list[tuple[str, bool]] = []
    for part in paragraph.split(" "):
        spaced = bool(found)
        for word in _ATOM.findall(part):
            found.append((word, spaced))
            spaced = False
    return found


def _pieces(word: str, space: bool, limit: float, bold: bool) -> list[_Atom]:
    """A word longer than a line in pieces that fit, after a hyphen or slash if there is one."""
    width_of = advances(bold).__getitem__
    pieces = []
    while word:
        fits, width = _that_fits(word, limit, bold)
        stop = max(word.rfind(mark, 1, fits) for mark in "-/_.") + 1
        if fits < len(word) and stop > 2:
            fits = stop
            width = sum(map(width_of, word[:fits]))
        pieces.append(_Atom(word[:fits], width, space))
        word, space = word[fits:], False
    return pieces


def _that_fits(word: str, limit: float, bold: bool) -> tuple[int, int]:
    """How many characters of `word` fit into `limit` (one at least), and how wide they are."""
    table = advances(bold)
    width = 0
    for place, character in enumerate(word):
        wider = width + table[character]
        if wider > limit and place > 0 and not combining(character):
            return place, width
        width = wider
    return len(word), width


def _filled(atoms: list[_Atom], limit: float, space: int) -> list[list[_Atom]]:
    """As many atoms on each line as fit."""
    lines: list[list[_Atom]] = []
    width = limit + 1.0
    for atom in atoms:
        wider = width + atom.width + (space if atom.space else 0)
        if wider > limit:
            lines.append([atom])
            width = atom.width
        else:
            lines[-1].append(atom)
            width = wider
    return lines


def _balanced(atoms: list[_Atom], limit: float, space: int) -> list[list[_Atom]]:
    """Two lines that break after a pause, else in the middle: no character stands alone."""
    middle = (len(atoms) + 1) // 2
    pauses = [n for n in range(2, len(atoms) - 1) if atoms[n - 1].text[-1] in _PAUSES]
    for place in [*sorted(pauses, key=lambda n: abs(n - middle)), middle]:
        halves = [atoms[:place], atoms[place:]]
        if all(_joined(half, space)[1] <= limit for half in halves):
            return halves
    return [atoms[:-1], atoms[-1:]]


def _joined(line: list[_Atom], space: int) -> tuple[str, int]:
    text, width = line[0].text, line[0].width
    for atom in line[1:]:
        text += " " + atom.text if atom.space else atom.text
        width += atom.width + (space if atom.space else 0)
    return text, width


def _is_han(atom: _Atom) -> bool:
    return len(atom.text.strip(_CLOSING + _QUOTES)) <= 1 and atom.text[0] >= "\u2e80"


def _ending_in_ellipsis(line: tuple[str, int], limit: float, bold: bool) -> tuple[str, int]:
    table = advances(bold)
    text = line[0]
    while text and sum(map(table.__getitem__, text + ELLIPSIS)) > limit:
        text = text[:-1]
    text = text.rstrip(" ，。、；：,.;:") + ELLIPSIS
    return text, sum(map(table.__getitem__, text))
