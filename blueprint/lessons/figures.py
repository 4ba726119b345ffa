"""The figures that a lesson may ask for: how each is read, worked out and shown."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.lessons.work import Work
from blueprint.measures.capacity import Load
from blueprint.measures.summary import NO_DEMAND, NO_MONEY, NO_RESOURCE, Measures
from blueprint.model.units import (
    UnitError,
    duration_message,
    parse_duration,
    parse_money,
    parse_number,
    show_number,
)


def parse_share(text: str) -> float:
    """A share of 1, from `80 %` or `0.8`. Raises UnitError."""
    text = text.strip()
    percent = text.endswith(("%", "％"))
    number = parse_number(text.rstrip("%％ ") if percent else text)
    return number / 100 if percent else number


def show_share(share: float) -> str:
    """`share` of 1 in percent."""
    return f"{show_number(share * 100, 1)} %"


@dataclass(frozen=True, slots=True)
class Figure:
    """`of` gives the value, or None where it is not known; `missing` is the reason's name."""

    title: Message
    words: tuple[str, ...]
    parse: Callable[[str], float]
    show: Callable[[float], Message | str]
    of: Callable[[Measures, str], float | None]
    missing: tuple[str, Message] | None = None


def _money_at(seconds: Callable[[Measures, str], float | None]) -> Callable[..., float | None]:
    def profit(measures: Measures, of: str) -> float | None:
        time = seconds(measures, of)
        if measures.economics is None or time is None:
            return None
        return measures.economics.profit(time)

    return profit


def _busiest(measures: Measures, _of: str) -> Load | None:
    if measures.capacity is None:
        return None
    loads = [load for load in measures.capacity.loads if load.queue is not None]
    return max(loads, key=lambda load: load.queue.utilisation if load.queue else 0, default=None)


def _utilisation(measures: Measures, of: str) -> float | None:
    load = _busiest(measures, of)
    return load.queue.utilisation if load and load.queue else None


def _queueing(measures: Measures, _of: str) -> float | None:
    known = _busiest(measures, "") is not None and measures.capacity is not None
    return measures.capacity.wait_total if known and measures.capacity else None


def _capacity(measures: Measures, _of: str) -> float | None:
    narrow = measures.capacity.bottleneck if measures.capacity else None
    return narrow.capacity_per_hour if narrow else None


def _timing(name: str) -> Callable[[Measures, str], float | None]:
    def value(measures: Measures, _of: str) -> float | None:
        return None if measures.timing is None else float(getattr(measures.timing, name))

    return value


def _given_time(_measures: Measures, of: str) -> float | None:
    try:
        return parse_duration(of)
    except UnitError:
        return None


_TIME: Final = ("time", message("No step has a standard time. Add one to two or more steps."))
FIGURES: Final[dict[str, Figure]] = {
    "standard time": Figure(
        message("Standard time"), ("标准时间",), parse_duration, duration_message,
        _timing("standard"), _TIME,
    ),
    "acceptable time": Figure(
        message("Acceptable time"), ("可接受时间",), parse_duration, duration_message,
        _timing("tolerance"), _TIME,
    ),
    "expected time": Figure(
        message("Expected time"), ("期望时间",), parse_duration, duration_message,
        _timing("mean"), _TIME,
    ),
    "expected waits": Figure(
        message("Expected waits"), ("期望等待",), parse_duration, duration_message,
        _timing("wait"), _TIME,
    ),
    "total time": Figure(
        message("Total time"), ("总时间",), parse_duration, duration_message,
        _timing("total"), _TIME,
    ),
    "profit": Figure(
        message("Profit at the standard time"), ("利润",), parse_money, show_number,
        _money_at(_timing("standard")), ("money", NO_MONEY),
    ),
    "profit at": Figure(
        message("Profit at that time"), ("利润于",), parse_money, show_number,
        _money_at(_given_time), ("money", NO_MONEY),
    ),
    "break-even time": Figure(
        message("Break-even time"), ("盈亏平衡时间",), parse_duration, duration_message,
        lambda measures, _of: measures.economics.break_even if measures.economics else None,
        ("money.break_even_s", NO_MONEY),
    ),
    "busy": Figure(
        message("Utilisation of the busiest resource"), ("利用率",), parse_share, show_share,
        _utilisation, ("capacity.wait_total_s", NO_DEMAND),
    ),
    "queueing": Figure(
        message("Mean wait in the queues"), ("排队时间",), parse_duration, duration_message,
        _queueing, ("capacity.wait_total_s", NO_DEMAND),
    ),
    "capacity": Figure(
        message("Customers per hour at the bottleneck"), ("服务能力",), parse_number, show_number,
        _capacity, ("capacity", NO_RESOURCE),
    ),
    "contact degree": Figure(
        message("Contact degree"), ("顾客接触度",), parse_share, show_share,
        lambda measures, _of: measures.contact, ("contact", _TIME[1]),
    ),
    "actions": Figure(
        message("Actions"), ("活动数",), parse_number, show_number,
        lambda measures, _of: float(measures.actions),
    ),
    "divergence": Figure(
        message("Divergence"), ("差异性",), parse_number, show_number,
        lambda measures, _of: measures.divergence, ("divergence.bits", _TIME[1]),
    ),
}  # fmt: skip


def value_of(work: Work, name: str, of: str) -> float | Message:
    """The figure, or why it is not known."""
    figure = FIGURES[name]
    found = figure.of(work.measures, of)
    if found is not None and not math.isnan(found):
        return found
    part, otherwise = figure.missing or ("", _TIME[1])
    missing = work.measures.missing
    return missing.get(part.partition(".")[0]) or missing.get(part, otherwise)
