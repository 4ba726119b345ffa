"""One replication written down, so that it can be watched: who is where, and since when."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from blueprint.measures.simulation.program import compiled
from blueprint.measures.simulation.replication import replicate
from blueprint.measures.simulation.settings import Settings
from blueprint.model.document import Document

MOST_VISITS: Final = 30_000
"""Steps times customers that are written down: more would take too long to make."""
MOST_CUSTOMERS: Final = 300
LEAST_CUSTOMERS: Final = 5
SAME_TIME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Stay:
    """A customer at a step from `start` to `end`, in seconds; they came by way of `path`.

    `path` begins with the step of the stay before, and ends with `step`.
    """

    start: float
    end: float
    step: str
    queued: bool
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A customer at one moment. `along` is how much of the way on `stay.path` is done, 0 to 1."""

    customer: int
    stay: Stay
    along: float


@dataclass(frozen=True, slots=True)
class Recording:
    """`stays` by customer, in order of time; `servers` and `needs` by resource and by step."""

    stays: Mapping[int, tuple[Stay, ...]]
    servers: Mapping[str, int]
    needs: Mapping[str, str]
    end: float

    def tokens(self, time: float, travel: float) -> Iterator[Token]:
        """Who is in the service at a time; `travel` is how long a way takes at most."""
        for customer, stays in self.stays.items():
            place = bisect_right(stays, time, key=lambda stay: stay.start) - 1
            if place < 0 or time >= stays[-1].end:
                continue
            stay = stays[place]
            lasting = min(travel, (stay.end - stay.start) / 2)
            along = 1.0 if lasting <= 0 else min(1.0, (time - stay.start) / lasting)
            yield Token(customer, stay, along)

    def queues(self, time: float) -> dict[str, int]:
        """How many wait at each step at a time."""
        found: dict[str, int] = defaultdict(int)
        for token in self.tokens(time, 0.0):
            if token.stay.queued:
                found[token.stay.step] += 1
        return dict(found)

    def utilisation(self, time: float, window: float) -> dict[str, float]:
        """Share of each resource's servers that were busy in the `window` seconds up to `time`."""
        begin = max(0.0, time - window)
        busy: dict[str, float] = dict.fromkeys(self.servers, 0.0)
        for stays in self.stays.values():
            for stay in stays:
                need = self.needs.get(stay.step)
                if need is not None and not stay.queued:
                    busy[need] += max(0.0, min(stay.end, time) - max(stay.start, begin))
        span = max(time - begin, 1e-9)
        return {id: min(1.0, busy[id] / span / self.servers[id]) for id in self.servers}


def record(document: Document, seed: int = 1, customers: int = MOST_CUSTOMERS) -> Recording:
    """The first replication of a simulation with that seed. Raises CannotSimulate."""
    program = compiled(document)
    most = max(LEAST_CUSTOMERS, MOST_VISITS // max(1, len(document.steps)))
    settings = Settings(min(customers, most), 1, seed, warm_up=0)
    events: dict[int, list[tuple[float, int, str, tuple[str, ...]]]] = defaultdict(list)

    def watch(time: float, customer: int, what: str, steps: tuple[str, ...]) -> None:
        events[customer].append((time, len(events[customer]), what, steps))

    replicate(program, settings, 0, watch)
    stays = {customer: tuple(_stays(sorted(found))) for customer, found in events.items()}
    servers = dict(zip(program.resources, program.servers, strict=True))
    needs = {step.id: step.resource for step in document.steps.values() if step.resource in servers}
    ends = [found[-1].end for found in stays.values() if found]
    kept = {customer: found for customer, found in stays.items() if found}
    return Recording(kept, servers, needs, max(ends, default=0.0))


def _stays(events: list[tuple[float, int, str, tuple[str, ...]]]) -> Iterator[Stay]:
    """Stays between events; steps that take no time are only passed through."""
    passed: list[str] = []
    for place, (time, _, what, steps) in enumerate(events):
        if what == "leave" or not steps:
            continue
        path = [*passed, *([] if passed[-1:] == [steps[-1]] else [steps[-1]])]
        later = (other for other in events[place + 1 :] if other[0] - time > -SAME_TIME)
        until = next(later, (time, 0, "", ()))[0]
        if until - time <= SAME_TIME:
            passed = path
            continue
        yield Stay(time, until, steps[-1], what == "queue", tuple(path))
        passed = [steps[-1]]
