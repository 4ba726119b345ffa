"""The one reading of how a blueprint runs, shared by rules, measures and simulation."""

from blueprint.model.reading.columns import Columns
from blueprint.model.reading.loops import Loop
from blueprint.model.reading.process import Process, read

__all__ = ["Columns", "Loop", "Process", "read"]
