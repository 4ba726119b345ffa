"""Measures in the form that `blueprint measure --format json` prints: SI units, plain values."""

from __future__ import annotations

import math

from blueprint.i18n import Message, translate
from blueprint.measures.capacity import Capacity, Load
from blueprint.measures.money import Economics
from blueprint.measures.summary import NO_DEMAND, NO_SERVERS, OVERLOADED, UNTIMED, Measures
from blueprint.measures.timing import Timing
from blueprint.model.document import Document

Json = dict[str, object]

WEEK = 7 * 24 * 3600


def measures_as_json(document: Document, measures: Measures, language: str) -> Json:
    """The measures by name; what is null has its reason, in `language`, under `missing`."""
    missing = dict(measures.missing)
    contact = measures.contact
    form: Json = {
        "contact": {
            "degree": contact,
            "potential_efficiency": None if contact is None else 1 - contact,
        },
        "complexity": {
            "actions": measures.actions,
            "intricacy": measures.intricacy,
            "crossings": {str(line): count for line, count in measures.crossings.items()},
        },
        "divergence": {"bits": measures.divergence},
        "time": _time(measures.timing),
        "money": _money(measures.economics, measures.timing, missing),
        "capacity": _capacity(document, measures.capacity, missing),
        "failure": [
            {"step": risk.step, "rpn": risk.rpn} for risk in measures.risks if risk.rpn is not None
        ],
        "value_ratio": None if measures.timing is None else measures.timing.value_ratio,
    }
    form["missing"] = {part: translate(why, language) for part, why in sorted(missing.items())}
    return {part: _finite(figures) for part, figures in form.items()}


def _time(timing: Timing | None) -> Json:
    if timing is None:
        names = ("standard_s", "mean_s", "tolerance_s", "wait_s", "total_s", "critical_path")
        return dict.fromkeys(names)
    return {
        "standard_s": timing.standard,
        "mean_s": timing.mean,
        "tolerance_s": timing.tolerance,
        "wait_s": timing.wait,
        "total_s": timing.total,
        "critical_path": list(timing.critical_steps),
    }


def _money(economics: Economics | None, timing: Timing | None, missing: dict[str, Message]) -> Json:
    if economics is None:
        return dict.fromkeys(("price", "cost", "profit_at", "break_even_s"))
    if timing is None and economics.wage > 0:
        missing.setdefault("money.profit_at", UNTIMED)
    return {
        "price": None if "money.price" in missing else economics.price,
        "cost": None if "money.cost" in missing else economics.cost,
        "profit_at": None if timing is None else profit_at(economics, timing),
        "break_even_s": economics.break_even,
    }


def profit_at(economics: Economics, timing: Timing) -> dict[str, float]:
    """Profit by whole seconds: every minute up to the tolerable time, and at both times.

    Of a service that may take longer than a week, the minutes of the first week.
    """
    ends = [seconds for seconds in (timing.standard, timing.tolerance) if math.isfinite(seconds)]
    last = min(timing.tolerance, WEEK)
    moments = {*range(60, math.floor(last) + 1, 60), *map(round, ends)}
    return {str(seconds): economics.profit(seconds) for seconds in sorted(moments)}


def _capacity(document: Document, capacity: Capacity | None, missing: dict[str, Message]) -> Json:
    if capacity is None:
        names = ("bottleneck", "wait_total_s", "time_in_system_s")
        return {"resources": [], **dict.fromkeys(names)}
    queued = any(load.queue is not None for load in capacity.loads)
    bottleneck = capacity.bottleneck
    return {
        "resources": [_load(document, load, missing) for load in capacity.loads],
        "bottleneck": None
        if bottleneck is None
        else {
            "title": document.resources[bottleneck.resource].title,
            "capacity_per_hour": bottleneck.capacity_per_hour,
        },
        "wait_total_s": capacity.wait_total if queued else None,
        "time_in_system_s": capacity.time_in_system if queued else None,
    }


def _load(document: Document, load: Load, missing: dict[str, Message]) -> Json:
    title = document.resources[load.resource].title
    if load.queue is None:
        missing.setdefault(f"capacity.{title}", NO_SERVERS if load.servers < 1 else NO_DEMAND)
    elif not load.queue.stable:
        missing.setdefault(f"capacity.{title}", OVERLOADED)
    queue = load.queue
    return {
        "title": title,
        "servers": load.servers,
        "arrivals_per_hour": None if queue is None else queue.arrivals * 3600,
        "utilisation": None if queue is None else queue.utilisation,
        "capacity_per_hour": load.capacity_per_hour,
        "wait_mean_s": None if queue is None else queue.wait,
        "queue_mean": None if queue is None else queue.queue_length,
    }


def _finite(figures: object) -> object:
    """`figures` with null for what JSON has no number for: queues without end, sums too large."""
    match figures:
        case float():
            return figures if math.isfinite(figures) else None
        case dict():
            return {name: _finite(figure) for name, figure in figures.items()}
        case list():
            return [_finite(figure) for figure in figures]
    return figures
