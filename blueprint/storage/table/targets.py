"""The small language of the column `next`: where a step leads.

`s4:no@0.2; s5:yes@0.8; <>o1; !r1`: targets with `;` between, each with a label after `:` and a
probability after `@`; `<>` before an exchange, `!` before a recovery. What holds one of
`; : @ "` stands in double quotes, which are doubled inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import message
from blueprint.model.notation import FlowKind
from blueprint.model.units import UnitError, parse_number, write_number
from blueprint.storage.outcome import quoted

PREFIX: Final = {FlowKind.SEQUENCE: "", FlowKind.EXCHANGE: "<>", FlowKind.RECOVERY: "!"}
_QUOTED: Final = r'"((?>(?:[^"]|"")*))"'
_TEXT: Final = rf'(?:{_QUOTED}|((?>[^;:@"]*)))(?>\s*)'
_TARGET: Final = re.compile(
    rf'(?>\s*)(<>|!)?(?>\s*){_TEXT}(?::(?>\s*){_TEXT})?(?:@((?>[^;:@"]*)))?(?:;|$)', re.DOTALL
)
"""Atomic throughout, so that no text makes the search slow."""
_PLAIN: Final = re.compile(r"(?>(<>|!)?)\s*([^;:@\"]+)")
_FULL_WIDTH: Final = str.maketrans("；：＠！＂“”", ';:@!"""')
_LISTED: Final = re.compile(rf'(?>\s*)(?:{_QUOTED}|((?>[^;"]*)))(?>\s*)(?:;|$)')
_KIND: Final = {"<>": FlowKind.EXCHANGE, "!": FlowKind.RECOVERY, None: FlowKind.SEQUENCE}
_NEEDS_QUOTES: Final = re.compile(r'[;:@"；：＠！＂“”]|^\s|\s$|^$|^!|^<>')


@dataclass(frozen=True, slots=True)
class Target:
    """Where one flow leads: the id or label of a step, as it was written."""

    step: str
    kind: FlowKind = FlowKind.SEQUENCE
    label: str = ""
    probability: float | None = None


def parse_targets(text: str) -> list[Target]:
    """All targets in a cell. Raises UnitError."""
    if '"' not in text and ":" not in text and "@" not in text:
        return [_plain(part) for part in text.split(";") if part.strip()]
    found: list[Target] = []
    place = 0
    while place < len(text):
        match = _TARGET.match(text, place)
        if match is None:
            raise UnitError(
                message(
                    "“{text}” cannot be read. Write targets such as s4:no@0.2; s5:yes@0.8, "
                    "and put a name that holds ; : @ or a quotation mark in double quotes.",
                    text=quoted(text[place:]),
                )
            )
        place = match.end()
        if match[0].strip(" ;"):
            found.append(_target(match))
    return found


def parse_full_width_targets(text: str) -> list[Target]:
    """All targets in a cell that was typed with Chinese punctuation. Raises UnitError."""
    return parse_targets(text.translate(_FULL_WIDTH))


def _plain(part: str) -> Target:
    match = _PLAIN.fullmatch(part.strip())
    if match is None:
        raise UnitError(message("“{text}” names no step.", text=quoted(part)))
    return Target(match[2].strip(), _KIND[match[1]])


def _target(match: re.Match[str]) -> Target:
    prefix, step_quoted, step, label_quoted, label, probability = match.groups()
    name = _text(step_quoted, step)
    if not name:
        raise UnitError(message("“{text}” names no step.", text=quoted(match[0])))
    return Target(
        name,
        _KIND[prefix],
        _text(label_quoted, label),
        None if probability is None else parse_probability(probability),
    )


def _text(in_quotes: str | None, plain: str | None) -> str:
    return (plain or "").strip() if in_quotes is None else in_quotes.replace('""', '"')


def parse_probability(text: str) -> float:
    """A number from 0 to 1, also as `20 %`. Raises UnitError."""
    share = text.strip()
    per_cent = share.endswith(("%", "％"))
    number = parse_number(share[:-1]) / 100 if per_cent else parse_number(share)
    if not 0 <= number <= 1:
        raise UnitError(
            message("A probability is a number from 0 to 1, not “{text}”.", text=quoted(share))
        )
    return number


def write_targets(targets: list[Target]) -> str:
    """The cell that `parse_targets` reads back to `targets`."""
    return "; ".join(_written(target) for target in targets)


def _written(target: Target) -> str:
    text = PREFIX[target.kind] + quote(target.step)
    if target.label:
        text += ":" + quote(target.label)
    if target.probability is not None:
        text += "@" + write_number(target.probability)
    return text


def quote(text: str) -> str:
    """`text` in double quotes where it could be misread without."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def parse_list(text: str) -> tuple[str, ...]:
    """Texts with `;` between; in double quotes where one holds what parts them."""
    found: list[str] = []
    place = 0
    while place < len(text):
        match = _LISTED.match(text, place)
        if match is None:  # a quotation mark within a text, as in 5"
            return tuple(part.strip() for part in text.split(";") if part.strip())
        place = match.end()
        if match[0].strip("; \t\r\n"):
            found.append(_text(match[1], match[2]))
    return tuple(found)


def write_list(texts: tuple[str, ...]) -> str:
    """The cell that `parse_list` reads back to `texts`."""
    return "; ".join(quote(text) for text in texts)
