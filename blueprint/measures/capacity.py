"""Capacity: how busy the resources are, who is the bottleneck, how long customers queue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.measures.path import standard_seconds
from blueprint.measures.queueing import Queue
from blueprint.measures.service import Service, services
from blueprint.measures.timing import durations
from blueprint.measures.traffic import Traffic
from blueprint.model.document import Document
from blueprint.model.reading.plan import Plan, plan
from blueprint.model.reading.process import Process


@dataclass(frozen=True, slots=True)
class Load:
    """What one resource has to do. Rates are per hour, times in seconds.

    `queue` is None without a demand; its unit of time is the second. `capacity_per_hour` is
    None where nothing of the resource's work is timed.
    """

    resource: str
    servers: int
    service: Service
    queue: Queue | None
    capacity_per_hour: float | None


@dataclass(frozen=True, slots=True)
class Capacity:
    """`wait_total` and `time_in_system` in seconds; infinite where a queue grows without end."""

    loads: tuple[Load, ...]
    bottleneck: Load | None
    wait_total: float
    time_in_system: float


def demand_per_hour(document: Document) -> float | None:
    """Arrivals per hour: as given, else the mean of the hours of the day."""
    properties = document.properties
    if properties.arrivals_per_hour is not None:
        return properties.arrivals_per_hour
    by_hour = properties.arrivals_by_hour
    return sum(by_hour) / len(by_hour) if by_hour else None


def capacity(document: Document, process: Process) -> Capacity:
    """Load, capacity and waits of every resource that some step needs.

    Arrivals are taken as Poisson at every resource. Raises chain.NoExit where a loop is never
    left.
    """
    whole = plan(process)
    lasting = durations(whole, standard_seconds)
    traffic = Traffic(whole, lasting)
    demand = demand_per_hour(document)
    loads = [
        _load(document, id, service, demand)
        for id, service in sorted(services(document, whole, traffic.visits).items())
    ]
    able = [load for load in loads if load.capacity_per_hour is not None]
    waits = {load.resource: load.queue.wait for load in loads if load.queue is not None}
    return Capacity(
        tuple(loads),
        min(able, key=lambda load: load.capacity_per_hour or 0.0, default=None),
        sum(waits[load.resource] * load.service.visits for load in loads if load.queue),
        _time_with_queues(whole, lasting, traffic, loads, waits),
    )


def _load(document: Document, id: str, service: Service, demand: float | None) -> Load:
    resource = document.resources[id]
    servers = 1 if resource.capacity is None else resource.capacity
    able = servers > 0 and service.visits * service.mean > 0
    queue = None
    if demand is not None and servers > 0:
        queue = Queue(demand / 3600 * service.visits, service.mean, servers, service.cv2)
    return Load(
        id,
        servers,
        service,
        queue,
        servers / (service.visits * service.mean) * 3600 if able else None,
    )


def _time_with_queues(
    plan: Plan,
    lasting: Mapping[int, float],
    traffic: Traffic,
    loads: list[Load],
    waits: Mapping[str, float],
) -> float:
    """The mean time with each service's wait added where the service begins."""
    longer = dict(lasting)
    for load in loads:
        for moment, count in load.service.begins.items():
            visits = traffic.visits.get(moment, 0.0)
            if visits > 0 and load.resource in waits:
                longer[moment] += waits[load.resource] * count / visits
    return Traffic(plan, longer).time
