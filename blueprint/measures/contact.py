"""How much of the service needs the customer there (Chase 1978, 1981)."""

from __future__ import annotations

from blueprint.measures.path import standard_seconds
from blueprint.model.reading.process import Process
from blueprint.model.reading.roles import is_customer_present


def contact_degree(process: Process) -> float | None:
    """Time with the customer in the system ÷ time to create the service, 0 to 1.

    Durations of all steps, each once, waits left out; None if no step is timed. High from 2/3
    on, low up to 1/3. Potential efficiency is 1 − contact degree.
    """
    total = present = 0.0
    wiring = process.wiring
    for step, role in zip(wiring.steps, wiring.roles, strict=True):
        seconds = standard_seconds(step)
        total += seconds
        present += seconds if is_customer_present(step, role) else 0.0
    return present / total if total > 0 else None
