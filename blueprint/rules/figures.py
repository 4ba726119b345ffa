"""The measures that rules judge, worked out once for all of them."""

from __future__ import annotations

from blueprint.measures.capacity import Load, capacity, demand_per_hour
from blueprint.measures.chain import NoExit
from blueprint.measures.money import Economics, economics
from blueprint.measures.timing import Timing, timing
from blueprint.rules.survey import Survey


def times_of(survey: Survey) -> Timing | None:
    """The times of the service; None where nothing is timed or a loop is never left."""
    steps = survey.document.steps.values()
    if not survey.process.starts or all(step.duration is None for step in steps):
        return None
    try:
        return timing(survey.process)
    except NoExit:
        return None


def money_of(survey: Survey) -> Economics | None:
    """Price, cost and wage; None where nothing has a price or a loop is never left."""
    if all(step.price is None for step in survey.document.steps.values()):
        return None
    try:
        return economics(survey.document, survey.process)
    except NoExit:
        return None


def loads_of(survey: Survey) -> tuple[Load, ...]:
    """How busy each resource is; empty where nobody is said to arrive."""
    document = survey.document
    used = any(step.resource in document.resources for step in document.steps.values())
    if not used or not demand_per_hour(document):
        return ()
    try:
        return capacity(document, survey.process).loads
    except NoExit:
        return ()
