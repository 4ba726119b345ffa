"""Waiting lines in closed form: M/M/c, M/G/1, and an approximation for M/G/c."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Queue:
    """A waiting line before `servers` equal servers, first come, first served.

    Arrivals are Poisson with rate `arrivals`, services have mean `service` and squared
    coefficient of variation `cv2`. Rates and times are in one unit of time, whichever it is.
    """

    arrivals: float
    service: float
    servers: int = 1
    cv2: float = 1.0

    @property
    def load(self) -> float:
        """Offered load in Erlangs: a = λ/μ."""
        return self.arrivals * self.service

    @property
    def utilisation(self) -> float:
        """ρ = λ/(cμ). At 1 and above the line grows without end."""
        return self.load / self.servers

    @property
    def stable(self) -> bool:
        return self.utilisation < 1

    @property
    def exact(self) -> bool:
        """Whether `wait` is exact; otherwise it is the approximation of Allen and Cunneen."""
        return self.servers == 1 or math.isclose(self.cv2, 1.0, rel_tol=1e-9)

    @property
    def probability_of_waiting(self) -> float:
        """Erlang C: the share of customers who wait at all (M/M/c); 1 if unstable."""
        if not self.stable:
            return 1.0
        blocked = erlang_b(self.load, self.servers)
        return blocked / (1 - self.utilisation * (1 - blocked))

    @property
    def wait(self) -> float:
        """Mean wait before service: C/(cμ−λ) · (1+cv²)/2; infinite if unstable.

        Exact for exponential services and for one server (Pollaczek and Khinchine).
        """
        if not self.stable:
            return math.inf
        if self.service == 0:
            return 0.0
        spare = self.servers / self.service - self.arrivals
        return self.probability_of_waiting / spare * (1 + self.cv2) / 2

    @property
    def queue_length(self) -> float:
        """Mean number waiting, by Little's law."""
        return self.arrivals * self.wait

    @property
    def empty(self) -> float:
        """Probability that nobody is there, for M/M/c; 0 if unstable."""
        if not self.stable:
            return 0.0
        term, total = 1.0, 1.0
        for count in range(1, self.servers):
            term *= self.load / count
            total += term
        last = term * self.load / self.servers
        return 1 / (total + last / (1 - self.utilisation))

    def waits_longer(self, time: float) -> float:
        """P(wait > time) = C·e^{−(cμ−λ)·time}, for exponential services; 1 if unstable."""
        if not self.stable:
            return 1.0
        spare = self.servers / self.service - self.arrivals
        return self.probability_of_waiting * math.exp(-spare * time)


def erlang_b(load: float, servers: int) -> float:
    """Blocking probability of M/M/c/c, by 1/B = Σ_{k=0..c} c!/(c−k)! · a^{−k}.

    The terms die away or grow beyond all bounds soon, so that millions of servers cost little.
    """
    if load == 0:
        return 0.0 if servers else 1.0
    term = total = 1.0
    for busy in range(servers, 0, -1):
        term *= busy / load
        total += term
        if math.isinf(total) or (busy < load and term < total * 1e-17):
            break
    return 1 / total
