"""A blueprint in motion: customers arrive, queue, are served, and what comes of it."""

from blueprint.measures.simulation.results import Estimate, Results
from blueprint.measures.simulation.settings import Settings
from blueprint.measures.simulation.study import Cancelled, simulate

__all__ = ["Cancelled", "Estimate", "Results", "Settings", "simulate"]
