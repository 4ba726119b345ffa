"""What if: the same simulation with more servers, another demand, or longer durations."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from blueprint.i18n import Message, message
from blueprint.measures.simulation.results import Results
from blueprint.measures.simulation.settings import Settings
from blueprint.measures.simulation.study import Progress, simulate
from blueprint.model.change import replacing
from blueprint.model.distribution import Distribution, Shape
from blueprint.model.document import Document

MOST_VALUES: Final = 24
_LABEL: Final = message("What if")
_RANGE: Final = re.compile(r"(\d+)\s*(?:\.\.|–)\s*(\d+)")


class Lever(StrEnum):
    """What a sweep turns."""

    SERVERS = "servers"
    DEMAND = "demand"
    DURATIONS = "durations"


class BadSweep(ValueError):  # noqa: N818 - what was typed cannot be understood
    """`reason` says why, in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sweep:
    """`values` are numbers of servers, customers per hour, or factors of all standard times.

    `resource` is the id of the one whose servers change, or whose steps last longer; empty for
    durations: all steps.
    """

    lever: Lever
    values: tuple[float, ...]
    resource: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """The results for one value."""

    value: float
    results: Results


def parse_sweep(text: str, document: Document) -> Sweep:
    """`servers:Teller=1..4`, `demand=20,24,28`, `durations=80%,100%`. Raises BadSweep.

    Where the document has one resource alone, servers need not name it.
    """
    name, equals, values = text.partition("=")
    lever, _, title = (part.strip() for part in name.partition(":"))
    if not equals or lever not in tuple(Lever):
        raise BadSweep(
            message(
                "“{text}” is no sweep. Write “servers:RESOURCE=1..4”, “demand=20,24,28” or "
                "“durations=80%,100%”.",
                text=text,
            )
        )
    kind = Lever(lever)
    resource = ""
    if title or kind is Lever.SERVERS:
        resource = _resource(document, title)
    return Sweep(kind, parse_values(values, kind), resource)


def parse_values(text: str, lever: Lever) -> tuple[float, ...]:
    """Numbers with commas or semicolons between, or a range of whole numbers. Raises BadSweep."""
    if found := _RANGE.fullmatch(text.strip()):
        first, last = int(found[1]), int(found[2])
        values = [float(value) for value in range(first, min(last, first + MOST_VALUES) + 1)]
    else:
        parts = [part.strip() for part in re.split("[,;，；、]", text) if part.strip()]
        values = [_number(part) for part in parts]
    whole = lever is not Lever.SERVERS or all(value == int(value) for value in values)
    if not values or len(values) > MOST_VALUES or min(values) <= 0 or not whole:
        raise BadSweep(
            message("Give up to {most} numbers above zero, such as “1, 2, 3”.", most=MOST_VALUES)
        )
    return tuple(values)


def _number(text: str) -> float:
    share = text.endswith(("%", "％"))
    try:
        value = float(text.rstrip("%％ "))
    except ValueError as wrong:
        raise BadSweep(message("“{text}” is not a number.", text=text)) from wrong
    if not abs(value) < 1e9:
        raise BadSweep(message("“{text}” is not a number.", text=text))
    return value / 100 if share else value


def _resource(document: Document, title: str) -> str:
    found = [
        id
        for id, resource in document.resources.items()
        if not title or title.casefold() in (id.casefold(), resource.title.casefold())
    ]
    if len(found) == 1:
        return found[0]
    known = ", ".join(resource.title for resource in document.resources.values()) or "–"
    raise BadSweep(message("Name one of the resources: {known}.", known=known))


def swept(document: Document, sweep: Sweep, value: float) -> Document:
    """The document as it would be with one value; the given one stays as it is."""
    made = document.snapshot()
    if sweep.lever is Lever.SERVERS:
        resource = made.resources[sweep.resource]
        pair = (resource, resource.replaced(capacity=int(value)))
        made.apply(replacing(_LABEL, [pair]))
    elif sweep.lever is Lever.DURATIONS:
        pairs = [
            (step, step.replaced(duration=_scaled(step.duration, value)))
            for step in made.steps.values()
            if step.duration is not None and sweep.resource in ("", step.resource)
        ]
        made.apply(replacing(_LABEL, pairs))
    return made


def _scaled(duration: Distribution, factor: float) -> Distribution:
    """The same shape, `factor` times as long: every parameter is a time."""
    parameters = tuple(value * factor for value in duration.parameters)
    return Distribution(shape=Shape(duration.shape), parameters=parameters)


def run_sweep(
    document: Document,
    sweep: Sweep,
    settings: Settings,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[Point, ...]:
    """One study a value, all with the same seeds, so that they differ by the value alone.

    Raises CannotSimulate, and Cancelled if `progress` says so.
    """
    points = []
    total = len(sweep.values) * settings.replications
    for place, value in enumerate(sweep.values):
        points.append(
            Point(
                value,
                simulate(
                    swept(document, sweep, value),
                    _settings(settings, sweep, value),
                    executor=executor,
                    progress=_told(progress, place * settings.replications, total),
                ),
            )
        )
    return tuple(points)


def _settings(settings: Settings, sweep: Sweep, value: float) -> Settings:
    if sweep.lever is not Lever.DEMAND:
        return settings
    arrivals = "poisson" if settings.arrivals in (None, "by_hour") else settings.arrivals
    return replace(settings, arrivals_per_hour=value, arrivals=arrivals)


def _told(progress: Progress | None, before: int, total: int) -> Callable[[int, int], bool] | None:
    if progress is None:
        return None
    return lambda done, _of: progress(before + done, total)


def shown_value(value: float, lever: Lever) -> str:
    """A value as it was typed."""
    return f"{value:.0%}" if lever is Lever.DURATIONS else f"{value:g}"
