"""Durations, money, rates and distributions as people write and read them.

`parse_…` reads what is typed, in either language; `write_…` is exact and is read back to the same
value; `show_…` is short, for people, and may round.
"""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from blueprint.i18n import Message, message, translate
from blueprint.model.distribution import PARAMETERS, Distribution, Shape, fixed

MINUTE: Final = 60
HOUR: Final = 3_600
DAY: Final = 86_400

_SECONDS: Final = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "秒钟"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分钟"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "时", "小时", "个小时"), HOUR),
    **dict.fromkeys(("d", "day", "days", "天", "日"), DAY),
}
_WRITTEN: Final = ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"))

_NUMBER: Final = r"(?>\d+\.?\d*|\.\d+)(?>(?:[eE][+-]?\d+)?)"
"""Atomic, so that no text makes the search slow."""
_ONE_NUMBER: Final = re.compile(rf"[+-]?{_NUMBER}", re.ASCII)
_DURATION: Final = re.compile(
    rf"([+-]?)\s*((?:{_NUMBER}\s*[^\W\d_]+\s*)+|{_NUMBER})", re.IGNORECASE
)
_PART: Final = re.compile(rf"({_NUMBER})\s*([^\W\d_]+)")
_CALL: Final = re.compile(r"([^\W\d_]+)\s*\((.*)\)", re.DOTALL)
_EXACT: Final = 2.0**53
"""Whole numbers up to here are exact in a float."""

_SHAPES: Final = {
    **{shape.value: shape for shape in Shape},
    "固定": Shape.FIXED,
    "均匀": Shape.UNIFORM,
    "三角": Shape.TRIANGULAR,
    "正态": Shape.NORMAL,
    "对数正态": Shape.LOGNORMAL,
    "指数": Shape.EXPONENTIAL,
}
_SYMBOLS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "INR": "₹"}
_WHOLE_CURRENCIES: Final = frozenset({"JPY", "KRW"})
_MONEY: Final = re.compile(
    rf"([+-]?)\s*[^\W\d_$€£¥₹]*\s*[$€£¥₹]?\s*([+-]?{_NUMBER})\s*(?:[$€£¥₹]|[^\W\d_]*)"
)
_RATE: Final = re.compile(rf"({_NUMBER})\s*(?:(?:/|per|每)\s*([^\W\d_]+))?", re.IGNORECASE)


class UnitError(ValueError):
    """A text that is not the quantity it should be; `reason` says so in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


# --- numbers -----------------------------------------------------------------------------


def parse_number(text: str) -> float:
    """A plain number. Raises UnitError; never gives an infinity or NaN."""
    found = _ONE_NUMBER.fullmatch(_plain(text))
    if not found:
        raise UnitError(message("“{text}” is not a number.", text=_short(text)))
    return _finite(Decimal(found[0]), text)


def write_number(number: float) -> str:
    """The shortest text that `parse_number` reads back to the same number."""
    if number == int(number) and abs(number) < _EXACT:
        return str(int(number))
    return repr(number)


def show_number(number: float, decimals: int = 2) -> str:
    """`number` with at most so many decimals, and none that are zero."""
    shown = f"{number:.{decimals}f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown.replace("-", "−")


# --- durations ---------------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def parse_duration(text: str) -> float:
    """Seconds, from `30 s`, `2 min`, `1.5 h`, `3 d`, `1 min 45 s`, `2 分钟` or a bare number.

    A day is 24 h. Raises UnitError.
    """
    found = _DURATION.fullmatch(_plain(text))
    if not found:
        raise UnitError(_no_duration(text))
    sign, body = found.groups()
    parts = _PART.findall(body)
    total = sum((_seconds(number, unit, text) for number, unit in parts), Decimal(0))
    if not parts:
        total = Decimal(body)
    return _finite(-total if sign == "-" else total, text)


def _seconds(number: str, unit: str, text: str) -> Decimal:
    seconds = _SECONDS.get(unit.lower())
    if seconds is None:
        raise UnitError(
            message(
                "“{unit}” in “{text}” is not a unit of time. Use s, min, h or d.",
                unit=_short(unit),
                text=_short(text),
            )
        )
    return Decimal(number) * seconds


def _no_duration(text: str) -> Message:
    return message(
        "“{text}” is not a duration. Write a number and s, min, h or d, such as 2 min.",
        text=_short(text),
    )


def write_duration(seconds: float) -> str:
    """An exact text in the largest unit that gives a whole number, else in seconds."""
    if seconds and abs(seconds) < _EXACT:
        for size, unit in _WRITTEN:
            if seconds % size == 0:
                return f"{int(seconds // size)} {unit}"
    return f"{write_number(seconds)} s"


def show_duration(seconds: float, language: str = "en") -> str:
    """A short text of at most two units, such as `1 min 45 s` or `1 分 45 秒`; it may round.

    Days are used from 48 h on. Below a minute, decimals are shown.
    """
    return translate(duration_message(seconds), language)


def duration_message(seconds: float) -> Message:
    """What `show_duration` shows, to be translated later as part of another message."""
    if math.isinf(seconds):
        return message("∞" if seconds > 0 else "−∞")
    if seconds < 0:
        return message("−{duration}", duration=duration_message(-seconds))
    if seconds < MINUTE and round(seconds, 2) < MINUTE:
        return message("{number} s", number=show_number(seconds))
    return _two_units(seconds)


def _two_units(seconds: float) -> Message:
    whole = round(seconds)
    if whole < HOUR:
        minutes, rest = divmod(whole, MINUTE)
        return (
            message("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
            if rest
            else message("{number} min", number=minutes)
        )
    minutes = round(seconds / MINUTE)
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return (
            message("{hours} h {minutes} min", hours=hours, minutes=rest)
            if rest
            else message("{number} h", number=hours)
        )
    days, rest = divmod(round(seconds / HOUR), 24)
    return (
        message("{days} d {hours} h", days=days, hours=rest)
        if rest
        else message("{number} d", number=days)
    )


# --- distributions -----------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def parse_distribution(text: str) -> Distribution:
    """A distribution, from `30 s` or from `uniform(1 h, 8 h)` and its like. Raises UnitError."""
    call = _CALL.fullmatch(_plain(text))
    if not call:
        return fixed(parse_duration(text))
    shape = _SHAPES.get(call[1].lower())
    if shape is None:
        raise UnitError(
            message(
                "“{name}” is not a distribution. Use {names}.",
                name=_short(call[1]),
                names=", ".join(Shape),
            )
        )
    parameters = tuple(parse_duration(part) for part in call[2].split(","))
    problem = _problem(shape, parameters)
    if problem:
        raise UnitError(problem)
    return Distribution(shape=shape, parameters=parameters)


def _problem(shape: Shape, parameters: tuple[float, ...]) -> Message | None:
    if len(parameters) != PARAMETERS[shape]:
        return message(
            "{name} takes {count} time.",
            "{name} takes {count} times.",
            name=shape.value,
            count=PARAMETERS[shape],
        )
    if shape in (Shape.UNIFORM, Shape.TRIANGULAR) and list(parameters) != sorted(parameters):
        return message("{name} takes its times in ascending order.", name=shape.value)
    if shape in (Shape.NORMAL, Shape.LOGNORMAL) and parameters[1] < 0:
        return message("A standard deviation is never negative.")
    if shape is Shape.LOGNORMAL and parameters[0] <= 0:
        return message("The mean of lognormal is above zero.")
    return None


def write_distribution(distribution: Distribution) -> str:
    """An exact text; a fixed duration as the bare duration."""
    times = [write_duration(seconds) for seconds in distribution.parameters]
    if distribution.shape is Shape.FIXED:
        return times[0]
    return f"{distribution.shape.value}({', '.join(times)})"


_SHOWN_SHAPES: Final = {
    Shape.FIXED: message("{times}"),
    Shape.UNIFORM: message("uniform({times})"),
    Shape.TRIANGULAR: message("triangular({times})"),
    Shape.NORMAL: message("normal({times})"),
    Shape.LOGNORMAL: message("lognormal({times})"),
    Shape.EXPONENTIAL: message("exponential({times})"),
}


def show_distribution(distribution: Distribution, language: str = "en") -> str:
    """A short text such as `2 min` or `uniform(1 h, 8 h)`."""
    times = ", ".join(show_duration(seconds, language) for seconds in distribution.parameters)
    return translate(message(_SHOWN_SHAPES[distribution.shape].text, times=times), language)


# --- money and rates ---------------------------------------------------------------------


def parse_money(text: str) -> float:
    """An amount; a currency's sign, code or word beside it is passed over. Raises UnitError."""
    found = _MONEY.fullmatch(_plain(text))
    if not found or (found[1] and found[2][0] in "+-"):
        raise UnitError(
            message("“{text}” is not an amount of money, such as 0.50.", text=_short(text))
        )
    amount = Decimal(found[2])
    return _finite(-amount if found[1] == "-" else amount, text)


def show_money(amount: float, currency: str = "", language: str = "en") -> str:
    """`$0.50`, `−$0.02`, `12.00 CHF`; `currency` is an ISO 4217 code, or empty.

    Two decimals, up to four where the amount has them.
    """
    least = 0 if currency in _WHOLE_CURRENCIES else 2
    digits = next((n for n in range(least, 5) if math.isclose(round(amount, n), amount)), least)
    shown = f"{abs(amount):,.{digits}f}"
    sign = "−" if amount < 0 and float(shown.replace(",", "")) else ""
    symbol = _SYMBOLS.get(currency, "")
    if symbol == "$" and language == "zh_CN":
        symbol = "US$"
    return f"{sign}{symbol}{shown}" + (f" {currency}" if currency and not symbol else "")


def parse_rate(text: str) -> float:
    """Times an hour, from `24`, `24/h`, `0.4 per minute` or `24/小时`. Raises UnitError."""
    found = _RATE.fullmatch(_plain(text))
    seconds = _SECONDS.get((found[2] or "h").lower()) if found else None
    if not found or seconds is None:
        raise UnitError(message("“{text}” is not a rate, such as 24/h.", text=_short(text)))
    return _finite(Decimal(found[1]) * HOUR / seconds, text)


def write_rate(per_hour: float) -> str:
    """An exact text, such as `24/h`."""
    return f"{write_number(per_hour)}/h"


def show_rate(per_hour: float, language: str = "en") -> str:
    """A short text, such as `24 an hour`."""
    return translate(message("{number} an hour", number=show_number(per_hour)), language)


# --- inside ------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Full-width digits and signs as plain ones, the minus sign as a hyphen, spaces single."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("−", "-").replace("，", ",")
    return " ".join(text.split())


def _finite(number: Decimal, text: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise UnitError(message("“{text}” is too large a number.", text=_short(text)))
    return value


def _short(text: str) -> str:
    """`text` as it is quoted in a message, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
