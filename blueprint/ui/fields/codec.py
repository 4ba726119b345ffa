"""Values as the text of a field, in the language of the window, and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from blueprint.i18n import current_language, message
from blueprint.model.distribution import Distribution
from blueprint.model.links import linked_path, names_a_whole_path
from blueprint.model.units import (
    UnitError,
    parse_distribution,
    parse_duration,
    parse_money,
    parse_number,
    parse_rate,
    write_distribution,
    write_duration,
    write_number,
)

_IN_CHINESE: Final = {
    "s": "秒",
    "min": "分钟",
    "h": "小时",
    "d": "天",
    "fixed": "固定",
    "uniform": "均匀",
    "triangular": "三角",
    "normal": "正态",
    "lognormal": "对数正态",
    "exponential": "指数",
}
_WORD: Final = re.compile(r"[a-z]+(?![a-z0-9+-])")
YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True)
class Codec:
    """`parse` may raise UnitError. `empty` is the value that an empty text stands for."""

    show: Callable[[Any], str]
    parse: Callable[[str], Any]
    empty: Any = None

    def text(self, value: Any) -> str:
        return "" if value == self.empty or value is None else self.show(value)

    def value(self, text: str) -> Any:
        return self.parse(text) if text.strip() else self.empty


def _localised(text: str) -> str:
    if current_language() != "zh_CN":
        return text
    return _WORD.sub(lambda found: _IN_CHINESE.get(found[0], found[0]), text)


def _distribution(value: Distribution) -> str:
    return _localised(write_distribution(value))


def _seconds(value: float) -> str:
    return _localised(write_duration(value))


def _percent(text: str) -> float:
    """A share from 0 to 1, typed as a percentage: `20` and `20 %` are 0.2."""
    return parse_number(text.replace("％", "%").strip().removesuffix("%")) / 100


def _show_percent(share: float) -> str:
    return write_number(round(share * 100, 10))


def _whole(text: str) -> int:
    number = parse_number(text)
    if number != int(number):
        raise UnitError(message("“{text}” is not a whole number.", text=text.strip()))
    return int(number)


def _tags(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"[,;，；、]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _rates(text: str) -> tuple[float, ...]:
    """24 numbers, one an hour of the day."""
    numbers = tuple(parse_number(part) for part in re.split(r"[;；,，\s]+", text.strip()) if part)
    if len(numbers) != 24:
        raise UnitError(
            message("Write 24 numbers, one for each hour. There are {count}.", count=len(numbers))
        )
    return numbers


def _link(text: str) -> str:
    """An address, or the path of another blueprint from the folder of this one."""
    if names_a_whole_path(text):
        raise UnitError(
            message(
                "Write the path from the folder of this blueprint, such as "
                "“parts/payment.blueprint”, or choose the file with “Link to a blueprint…”."
            )
        )
    return linked_path(text) or text.strip()


TEXT: Final = Codec(str, lambda text: text.strip(), "")
LINK: Final = Codec(str, _link, "")
LINES: Final = Codec(str, str.rstrip, "")
DURATION: Final = Codec(_distribution, parse_distribution)
SECONDS: Final = Codec(_seconds, parse_duration)
MONEY: Final = Codec(write_number, parse_money)
NUMBER: Final = Codec(write_number, parse_number)
WHOLE: Final = Codec(str, _whole)
PERCENT: Final = Codec(_show_percent, _percent)
RATE: Final = Codec(write_number, parse_rate)
RATES: Final = Codec(lambda rates: "; ".join(map(write_number, rates)), _rates, ())
TAGS: Final = Codec(", ".join, _tags, ())
FLAG: Final = Codec(lambda on: YES if on else "", lambda text: text == YES, False)
YES_NO: Final = Codec(lambda on: YES if on else NO, lambda text: text == YES)
