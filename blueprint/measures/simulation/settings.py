"""What a simulation is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Arrivals = Literal["poisson", "fixed", "by_hour"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`customers` arrive in each replication; the first `warm_up` of them are not counted.

    `arrivals` None: by the hour of the day if the document says so, else Poisson.
    `arrivals_per_hour` None: the document's. With `impatient`, a customer gives up who would
    have to wait longer than the step's longest wait, or its tolerance where that is not said.
    """

    customers: int = 10_000
    replications: int = 10
    seed: int = 1
    warm_up: int | None = None
    """None: a tenth of the customers."""
    arrivals: Arrivals | None = None
    arrivals_per_hour: float | None = None
    impatient: bool = False

    @property
    def left_out(self) -> int:
        """How many of the first customers are not counted."""
        return self.customers // 10 if self.warm_up is None else self.warm_up
