"""Fractional order keys: strings that sort, with always room for one more between any two.

A key is a fraction between 0 and 1 in base 62 without its leading "0."; keys never end in the
lowest digit, so that there is always a key below any other.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE: Final = {digit: value for value, digit in enumerate(DIGITS)}
_BASE: Final = len(DIGITS)


def key_between(before: str | None, after: str | None) -> str:
    """A key above `before` and below `after`; None stands for the open end.

    Raises ValueError unless `before` < `after`.
    """
    if before is not None and after is not None and before >= after:
        raise ValueError(f"no order key between {before!r} and {after!r}")
    prefix = ""
    low, high = before or "", after
    while True:
        least = _digit(low, len(prefix))
        most = _BASE if high is None else _digit(high, len(prefix))
        if most - least > 1:
            return prefix + DIGITS[_choice(least, most, before, after)]
        prefix += DIGITS[least]
        if most > least:
            high = None


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` ascending keys between two keys, spread evenly so that they stay short."""
    if count == 0:
        return []
    middle = key_between(before, after)
    half = count // 2
    return [
        *keys_between(before, middle, half),
        middle,
        *keys_between(middle, after, count - half - 1),
    ]


def _choice(least: int, most: int, before: str | None, after: str | None) -> int:
    """The middle; beside an open end the nearest, so that appending keeps keys short."""
    if before is not None and after is None:
        return least + 1
    if before is None and after is not None:
        return most - 1
    return (least + most) // 2


def _digit(key: str, place: int) -> int:
    return _VALUE[key[place]] if place < len(key) else 0
