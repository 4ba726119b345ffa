"""What a change of a blueprint amounts to in figures: each metric before, after, and between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from blueprint.i18n import Message, message, translate
from blueprint.measures.path import standard_seconds
from blueprint.measures.summary import Measures, measure
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.model.reading.process import read
from blueprint.model.reading.roles import is_customer_present
from blueprint.model.units import show_duration, show_money

Unit = Literal["time", "money", "share", "count", "bits"]
MINUS: Final = "−"
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a blueprint. `better` is +1 where more is better, −1 where less is, else 0."""

    name: Message
    unit: Unit
    better: int
    value: Callable[[Document, Measures], float | None]


@dataclass(frozen=True, slots=True)
class Delta:
    """A metric of two versions; None where it cannot be told."""

    metric: Metric
    old: float | None
    new: float | None

    @property
    def change(self) -> float | None:
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def verdict(self) -> int:
        """+1: better, −1: worse, 0: neither."""
        change = self.change or 0.0
        return 0 if abs(change) < 1e-9 else self.metric.better * (1 if change > 0 else -1)


@dataclass(frozen=True, slots=True)
class Shown:
    """A delta in words."""

    name: str
    old: str
    new: str
    change: str
    verdict: int


def deltas(old: Document, new: Document) -> tuple[Delta, ...]:
    """Every metric that at least one of the two versions has."""
    one, other = measure(old), measure(new)
    found = (Delta(metric, metric.value(old, one), metric.value(new, other)) for metric in METRICS)
    return tuple(delta for delta in found if delta.old or delta.new)


def shown(delta: Delta, language: str, currency: str) -> Shown:
    """A delta in words of `language`, money in `currency`."""
    metric = delta.metric

    def say(value: float | None) -> str:
        return NOTHING if value is None else figure(value, metric.unit, language, currency)

    change = delta.change
    if change is None:
        words = NOTHING
    elif abs(change) < 1e-9:
        words = "0"
    else:
        sign = "+" if change > 0 else MINUS
        words = sign + figure(abs(change), metric.unit, language, currency)
    name = translate(metric.name, language)
    return Shown(name, say(delta.old), say(delta.new), words, delta.verdict)


def figure(value: float, unit: Unit, language: str, currency: str) -> str:
    """A figure with its unit."""
    if unit == "time":
        return show_duration(value, language)
    if unit == "money":
        return show_money(value, currency, language)
    if unit == "share":
        return f"{value:.0%}"
    return f"{value:.1f}" if unit == "bits" else f"{value:.0f}"


def _contact_time(document: Document, measures: Measures) -> float | None:
    wiring = read(document).wiring
    if measures.contact is None:
        return None
    pairs = zip(wiring.steps, wiring.roles, strict=True)
    return sum(standard_seconds(step) for step, role in pairs if is_customer_present(step, role))


def _longest_wait(document: Document, measures: Measures) -> float | None:
    waits = [step.wait for step in document.steps.values() if step.wait is not None]
    return max((wait.longest or wait.expected or 0.0 for wait in waits), default=0.0)


def _count(document: Document, of: Callable[[Step, LaneRole], bool]) -> float:
    return sum(of(step, document.lane(step.lane).role) for step in document.steps.values())


def _standard(document: Document, measures: Measures) -> float | None:
    return measures.timing.standard if measures.timing else None


def _total(document: Document, measures: Measures) -> float | None:
    return measures.timing.total if measures.timing else None


def _cost(document: Document, measures: Measures) -> float | None:
    if measures.economics is None:
        costs = [step.cost for step in document.steps.values() if step.cost is not None]
        return sum(costs) if costs else None
    seconds = measures.timing.standard if measures.timing else 0.0
    return measures.economics.cost + measures.economics.wage * seconds


def _profit(document: Document, measures: Measures) -> float | None:
    if measures.economics is None or measures.timing is None:
        return None
    return measures.economics.profit(measures.timing.standard)


def _utilisation(document: Document, measures: Measures) -> float | None:
    loads = measures.capacity.loads if measures.capacity else ()
    return max((load.queue.utilisation for load in loads if load.queue), default=None)


METRICS: Final = (
    Metric(message("Contact time"), "time", 0, _contact_time),
    Metric(message("Contact degree"), "share", 0, lambda _document, found: found.contact),
    Metric(message("Standard time"), "time", -1, _standard),
    Metric(message("Time with waits"), "time", -1, _total),
    Metric(message("Longest wait"), "time", -1, _longest_wait),
    Metric(message("Cost each"), "money", -1, _cost),
    Metric(message("Profit each"), "money", 1, _profit),
    Metric(message("Busiest resource"), "share", -1, _utilisation),
    Metric(message("Actions"), "count", 0, lambda _document, found: found.actions),
    Metric(
        message("Onstage steps"),
        "count",
        0,
        lambda document, _found: _count(document, lambda _, role: role is LaneRole.ONSTAGE),
    ),
    Metric(
        message("Self-service steps"),
        "count",
        0,
        lambda document, _found: _count(
            document, lambda _, role: role is LaneRole.ONSTAGE_TECHNOLOGY
        ),
    ),
    Metric(message("Divergence"), "bits", 0, lambda _document, found: found.divergence),
    Metric(
        message("Fail points"),
        "count",
        -1,
        lambda document, _found: _count(document, lambda step, _: step.fail is not None),
    ),
    Metric(
        message("Wait points"),
        "count",
        -1,
        lambda document, _found: _count(document, lambda step, _: step.wait is not None),
    ),
)
"""In the order in which they are shown."""
