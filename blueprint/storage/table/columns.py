"""The columns of a step table that fill a step's own fields, and how each cell is read."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.colours import COLOURS
from blueprint.model.notation import StepKind, StickyColour
from blueprint.model.units import (
    UnitError,
    parse_distribution,
    parse_duration,
    parse_money,
    parse_number,
)
from blueprint.storage.outcome import quoted
from blueprint.storage.table.targets import parse_list, parse_probability

MOST_COLUMNS: Final = 20_000
"""How many columns a blueprint that comes from a table may have."""

_YES: Final = frozenset({"yes", "y", "true", "1", "x", "是", "有", "√"})
_NO: Final = frozenset({"no", "n", "false", "0", "否", "无"})
_KINDS: Final = {
    **{kind.value: kind for kind in StepKind},
    "活动": StepKind.ACTION,
    "决策点": StepKind.DECISION,
    "决策": StepKind.DECISION,
    "开始": StepKind.START,
    "结束": StepKind.END,
    "等待点": StepKind.WAIT,
    "等待": StepKind.WAIT,
    "有形证据": StepKind.EVIDENCE,
    "证据": StepKind.EVIDENCE,
    "有形展示": StepKind.EVIDENCE,
    "sticky note": StepKind.NOTE,
    "sticky": StepKind.NOTE,
    "便签": StepKind.NOTE,
    "便利贴": StepKind.NOTE,
}
_COLOURS: Final = {
    **{colour.value: colour for colour in StickyColour},
    "黄": StickyColour.YELLOW,
    "黄色": StickyColour.YELLOW,
    "蓝": StickyColour.BLUE,
    "蓝色": StickyColour.BLUE,
    "绿": StickyColour.GREEN,
    "绿色": StickyColour.GREEN,
    "红": StickyColour.RED,
    "红色": StickyColour.RED,
}
_COLOUR_WORDS: Final = {
    **{"红": "red", "红色": "red", "橙": "orange", "橙色": "orange", "黄": "yellow"},
    **{"黄色": "yellow", "绿": "green", "绿色": "green", "蓝": "blue", "蓝色": "blue"},
    **{"紫": "purple", "紫色": "purple", "灰": "grey", "灰色": "grey", "gray": "grey"},
}


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A column whose cells fill the field `field` of a step, or of its part `part`."""

    name: str
    field: str
    read: Callable[[str], object]
    part: str = ""


def read_text(cell: str) -> str:
    """The cell as it stands."""
    return cell


def read_yes(cell: str) -> bool:
    """Yes or no, in either language. Raises UnitError."""
    word = cell.strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise UnitError(message("“{text}” is neither yes nor no.", text=quoted(cell)))


def read_whole(cell: str, least: int | None = None, most: int | None = None) -> int:
    """A whole number within limits, of any size. Raises UnitError."""
    text = cell.strip()
    if text.isascii() and text.isdigit() and len(text) < 1_000:
        number = int(text)
    else:
        written = parse_number(cell)
        if written != int(written) or abs(written) > 2**53:
            raise UnitError(message("“{text}” is not a whole number.", text=quoted(cell)))
        number = int(written)
    _within(number, cell, least, most)
    return number


def _within(number: float, cell: str, least: float | None, most: float | None) -> float:
    if least is not None and most is not None and not least <= number <= most:
        raise UnitError(
            message(
                "“{text}” is not from {least} to {most}.",
                text=quoted(cell),
                least=least,
                most=most,
            )
        )
    if least is not None and number < least:
        raise UnitError(message("“{text}” is below {least}.", text=quoted(cell), least=least))
    return number


def read_kind(cell: str) -> StepKind:
    """A kind of step, by its name in either language. Raises UnitError."""
    kind = _KINDS.get(cell.strip().lower())
    if kind is None:
        raise UnitError(unknown_name(cell, [each.value for each in StepKind]))
    return kind


def read_colour(cell: str) -> StickyColour:
    """The paper of a sticky note, by its name in either language. Raises UnitError."""
    colour = _COLOURS.get(cell.strip().lower())
    if colour is None:
        raise UnitError(unknown_name(cell, [each.value for each in StickyColour]))
    return colour


def unknown_name(cell: str, names: Iterable[str]) -> Message:
    """That `cell` is none of `names`, with the nearest one as a hint."""
    choices = list(dict.fromkeys(names))
    near = difflib.get_close_matches(cell.strip().lower()[:100], choices, 1, 0.6)
    if near:
        return message(
            "“{text}” is not known. Did you mean “{near}”?", text=quoted(cell), near=near[0]
        )
    return message(
        "“{text}” is not known. Use one of: {names}.", text=quoted(cell), names=", ".join(choices)
    )


def _wait(cell: str) -> float | None:
    """Seconds; a plain yes marks a wait point whose time is not known."""
    return None if cell.strip().lower() in ("yes", "是") else parse_duration(cell)


def _failure(cell: str) -> str:
    """What fails; a plain yes marks a fail point of which nothing is said yet."""
    return "" if cell in ("yes", "是") else cell


def read_card_colour(cell: str) -> str:
    """One of the colours of steps, by its name in either language. Raises UnitError."""
    word = cell.strip().lower()
    colour = word if word in COLOURS else _COLOUR_WORDS.get(word)
    if colour is None:
        raise UnitError(unknown_name(cell, COLOURS))
    return colour


def _stripped(cell: str) -> str:
    return cell.strip()


def _one_to_ten(cell: str) -> int:
    return read_whole(cell, 1, 10)


STEP_COLUMNS: Final = {
    column.name: column
    for column in (
        StepColumn("label", "label", read_text),
        StepColumn("kind", "kind", read_kind),
        StepColumn("sticky_colour", "sticky_colour", read_colour),
        StepColumn("span", "span", lambda cell: read_whole(cell, 1, 10_000)),
        StepColumn("description", "description", read_text),
        StepColumn("owner", "owner", read_text),
        StepColumn("channel", "channel", _stripped),
        StepColumn("tags", "tags", parse_list),
        StepColumn("colour", "colour", read_card_colour),
        StepColumn("link", "link", read_text),
        StepColumn("duration", "duration", parse_distribution),
        StepColumn("tolerance", "tolerance", parse_duration),
        StepColumn("wait", "expected", _wait, "wait"),
        StepColumn("wait_longest", "longest", parse_duration, "wait"),
        StepColumn("cost", "cost", parse_money),
        StepColumn("price", "price", parse_money),
        StepColumn("latitude", "latitude", lambda cell: read_whole(cell, 1)),
        StepColumn("emotion", "emotion", lambda cell: _within(parse_number(cell), cell, -2, 2)),
        StepColumn("customer_present", "customer_present", read_yes),
        StepColumn("fail", "what", _failure, "fail"),
        StepColumn("fail_probability", "probability", parse_probability, "fail"),
        StepColumn("severity", "severity", _one_to_ten, "fail"),
        StepColumn("detection", "detection", _one_to_ten, "fail"),
        StepColumn("prevention", "prevention", read_text, "fail"),
        StepColumn("recovery", "recovery", read_text, "fail"),
        StepColumn("moment_of_truth", "moment_of_truth", read_yes),
    )
}

PLACE_COLUMNS: Final = ("id", "lane", "lane_role", "phase", "column", "next")
RESOURCE_COLUMNS: Final = ("resource", "servers", "cost_per_hour")
DOCUMENT_PREFIX: Final = "document."
KNOWN: Final = frozenset({*STEP_COLUMNS, *PLACE_COLUMNS, *RESOURCE_COLUMNS})
REQUIRED: Final = ("label", "lane")
VERBATIM: Final = frozenset(
    {name for name, column in STEP_COLUMNS.items() if column.read in (read_text, _failure)}
)
"""Columns whose texts keep the spaces around them."""
