"""The times that the outline sums up."""

from __future__ import annotations

from typing import NamedTuple

from blueprint.model.document import Document


class Times(NamedTuple):
    """Seconds along the longest path. `promised`: the acceptable time is the whole's promise."""

    standard: float
    acceptable: float
    promised: bool = False


def times(document: Document) -> Times | None:
    """Standard and acceptable time along the longest path; None while no step has a time."""
    if not any(step.duration or step.tolerance for step in document.steps.values()):
        return None
    from blueprint.measures.path import longest_path, standard_seconds, tolerable_seconds
    from blueprint.measures.timing import durations
    from blueprint.model.reading.plan import plan
    from blueprint.model.reading.process import Process

    main = plan(Process(document), main_only=True)
    path = longest_path(main, durations(main, standard_seconds))
    promise = document.properties.promise_seconds
    if promise is not None and promise > 0:
        return Times(path.seconds, promise, promised=True)
    tolerable = durations(main, tolerable_seconds)
    return Times(path.seconds, sum(tolerable.get(moment, 0.0) for moment in path.moments))
