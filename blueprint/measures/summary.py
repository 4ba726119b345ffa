"""All measures of a blueprint in one value; what cannot be computed is None, with the reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from blueprint.i18n import Message, message
from blueprint.measures.capacity import Capacity, capacity, demand_per_hour
from blueprint.measures.chain import NoExit
from blueprint.measures.contact import contact_degree
from blueprint.measures.failure import Risk, rework_per_100, risks
from blueprint.measures.money import Economics, economics
from blueprint.measures.structure import actions, crossings, divergence, intricacy
from blueprint.measures.timing import Timing, timing
from blueprint.model.document import Document
from blueprint.model.notation import Line
from blueprint.model.reading.process import Process, read

T = TypeVar("T")

UNTIMED = message("No step has a standard time. Add one to two or more steps.")
ENDLESS = message("A loop is never left. Give it a way out, then measure again.")
NO_START = message("The blueprint has no start. Add a customer step to begin with.")
NO_MONEY = message("No step has a price or a cost.")
NO_PRICE = message("No step has a price.")
NO_COST = message("No step has a cost.")
NO_WAGE = message("No resource has a cost per hour, so time costs nothing.")
NO_LATITUDE = message("No step says in how many ways it may be done.")
NO_RESOURCE = message("No step names a resource.")
NO_DEMAND = message("The document does not say how many customers arrive per hour.")
NO_SERVERS = message("The resource has no servers.")
OVERLOADED = message("A resource is used 100 % or more: the queue grows without end.")
NO_FAIL_POINT = message("No fail point has a severity, a probability and a detection.")


@dataclass(frozen=True, slots=True)
class Measures:
    """Times in seconds, money in the document's currency.

    `missing` gives the reason for each part that is None, by the part's name in the JSON form.
    """

    contact: float | None
    actions: int
    intricacy: int
    crossings: dict[Line, int]
    divergence: float | None
    timing: Timing | None
    economics: Economics | None
    capacity: Capacity | None
    risks: tuple[Risk, ...]
    rework_per_100: float | None
    missing: dict[str, Message] = field(default_factory=dict)


def measure(document: Document) -> Measures:
    """Every measure of a document."""
    process = read(document)
    missing: dict[str, Message] = {}
    contact = contact_degree(process)
    note(missing, "contact", UNTIMED, contact is None)
    no_latitude = not any(step.latitude for step in actions(process))
    note(missing, "divergence.bits", NO_LATITUDE, no_latitude)
    times = _exiting(missing, ("time", "value_ratio"), lambda: timing(process))
    if times is not None and not process.starts:
        times = None
        note(missing, "time", NO_START)
        note(missing, "value_ratio", NO_START)
    if times is not None and times.value_ratio is None:
        times = None
        note(missing, "time", UNTIMED)
        note(missing, "value_ratio", UNTIMED)
    return Measures(
        contact=contact,
        actions=len(actions(process)),
        intricacy=intricacy(process),
        crossings=crossings(document, process),
        divergence=None if no_latitude else divergence(process),
        timing=times,
        economics=_money(document, process, missing),
        capacity=_capacity(document, process, missing),
        risks=_risks(process, missing),
        rework_per_100=None if times is None else rework_per_100(process),
        missing=missing,
    )


def note(missing: dict[str, Message], part: str, why: Message, holds: bool = True) -> None:
    """Remember why a part is missing, if it is; the first reason stays."""
    if holds:
        missing.setdefault(part, why)


def _exiting(
    missing: dict[str, Message], parts: Iterable[str], compute: Callable[[], T]
) -> T | None:
    try:
        return compute()
    except NoExit:
        for part in parts:
            note(missing, part, ENDLESS)
        return None


def _money(document: Document, process: Process, missing: dict[str, Message]) -> Economics | None:
    steps = process.wiring.steps
    priced = any(step.price is not None for step in steps)
    costed = any(step.cost is not None for step in steps)
    paid = any(found.cost_per_hour is not None for found in document.resources.values())
    note(missing, "money", NO_MONEY, not (priced or costed))
    note(missing, "money.price", NO_PRICE, costed and not priced)
    note(missing, "money.cost", NO_COST, priced and not costed)
    note(missing, "money.break_even_s", NO_WAGE, (priced or costed) and not paid)
    if not (priced or costed):
        return None
    return _exiting(missing, ("money",), lambda: economics(document, process))


def _capacity(document: Document, process: Process, missing: dict[str, Message]) -> Capacity | None:
    if not any(step.resource in document.resources for step in process.wiring.steps):
        note(missing, "capacity", NO_RESOURCE)
        return None
    found = _exiting(missing, ("capacity",), lambda: capacity(document, process))
    if found is None:
        return None
    note(missing, "capacity.bottleneck", UNTIMED, found.bottleneck is None)
    for part in ("capacity.wait_total_s", "capacity.time_in_system_s"):
        note(missing, part, NO_DEMAND, demand_per_hour(document) is None)
        note(missing, part, OVERLOADED, math.isinf(found.wait_total))
    return found


def _risks(process: Process, missing: dict[str, Message]) -> tuple[Risk, ...]:
    found = _exiting(missing, ("failure",), lambda: risks(process)) or ()
    note(missing, "failure", NO_FAIL_POINT, not any(risk.rpn for risk in found))
    return found
