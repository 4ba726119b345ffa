"""At least, at most, exactly: how many or how much a check wants."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from blueprint.i18n import message
from blueprint.lessons.fields import Fields
from blueprint.lessons.wrong import Wrong
from blueprint.model.units import parse_number

SLACK = 1e-9
"""Relative: what arithmetic may leave between two equal figures."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """None: no bound on that side."""

    least: float | None = None
    most: float | None = None

    def hold(self, value: float) -> bool:
        slack = SLACK * max(1.0, abs(value)) if math.isfinite(value) else 0.0
        if self.least is not None and value < self.least - slack:
            return False
        return self.most is None or value <= self.most + slack


def read_count(fields: Fields) -> Bounds:
    """Bounds of a number of things; at least one where nothing is said. Raises Wrong."""
    if not fields.says_bounds():
        return Bounds(1)
    for name in ("at least", "at most", "exactly"):
        fields.number(name)
    return read_bounds(fields, parse_number)


def read_bounds(fields: Fields, parse: Callable[[str], float]) -> Bounds:
    """Bounds of a figure. Raises Wrong if there are none, or if they leave no room."""
    exactly = fields.read("exactly", parse)
    least, most = fields.read("at least", parse), fields.read("at most", parse)
    if exactly is not None:
        least = most = exactly
    if least is None and most is None:
        raise Wrong(
            fields.line, message("Say how much is wanted: “at least: …”, “at most: …” or both.")
        )
    if least is not None and most is not None and least > most:
        reason = message(
            "No figure is at least {least} and at most {most}.", least=least, most=most
        )
        raise Wrong(fields.line_of("at least"), reason)
    return Bounds(least, most)
