"""A figure is large or small enough: `measure: standard time`, `at most: 2 min`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from blueprint.i18n import Message, message
from blueprint.lessons.bounds import Bounds, read_bounds
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.figures import FIGURES, value_of
from blueprint.lessons.vocabulary import meaning
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.units import UnitError, parse_duration


@dataclass(frozen=True, slots=True)
class Measured:
    """`of`: the time that a profit is asked at."""

    figure: str
    of: str
    bounds: Bounds

    def judge(self, work: Work) -> Verdict:
        found = value_of(work, self.figure, self.of)
        if isinstance(found, Message):
            return Verdict(found)
        if self.bounds.hold(found):
            return Verdict()
        return Verdict(self._amiss(found), self._steps(work))

    def _amiss(self, found: float) -> Message:
        figure, least, most = FIGURES[self.figure], self.bounds.least, self.bounds.most
        if math.isinf(found):
            return message("A resource is used 100 % or more: the queue grows without end.")
        told: dict[str, Any] = {"what": figure.title, "value": figure.show(found)}
        if least is not None and least == most:
            bound = figure.show(least)
            return message("{what}: {value}. It should be {bound}.", **told, bound=bound)
        if least is not None and found < least:
            bound = figure.show(least)
            return message("{what}: {value}. It should be at least {bound}.", **told, bound=bound)
        bound = figure.show(most or 0.0)
        return message("{what}: {value}. It should be at most {bound}.", **told, bound=bound)

    def _steps(self, work: Work) -> tuple[str, ...]:
        timing = work.measures.timing
        return timing.critical_steps if timing and "time" in self.figure else ()


def _read(fields: Fields) -> Measured:
    word = fields.needed("measure")
    name = meaning(word, {name: figure.words for name, figure in FIGURES.items()})
    if name is None:
        raise Wrong(fields.line_of("measure"), unknown(word, FIGURES))
    of = fields.given("of") or ""
    if name == "profit at":
        _require_time(fields, of)
    return Measured(name, of, read_bounds(fields, FIGURES[name].parse))


def _require_time(fields: Fields, of: str) -> None:
    try:
        parse_duration(of)
    except UnitError:
        raise Wrong(
            fields.line_of("of"),
            message("Say at which time the profit is asked: “of: 3 min”."),
        ) from None


KIND = CheckKind("measure", _read)
